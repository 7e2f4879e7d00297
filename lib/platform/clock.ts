const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
});

/** The moment, at the door: rules take it as a parameter. */
export function now(): Date {
  return new Date();
}

/** The calendar day in Asia/Shanghai, where due dates are counted: `2024-01-31`. */
export function shanghaiDay(moment: Date): string {
  return shanghai.format(moment);
}
