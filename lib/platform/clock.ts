const day = { timeZone: "Asia/Shanghai", dateStyle: "short" } as const;
const shanghai = new Intl.DateTimeFormat("sv-SE", day);
const shanghaiSeconds = new Intl.DateTimeFormat("sv-SE", { ...day, timeStyle: "medium" });

/** The moment, at the door: rules take it as a parameter. */
export function now(): Date {
  return new Date();
}

/** The calendar day in Asia/Shanghai, where due dates are counted: `2024-01-31`. */
export function shanghaiDay(moment: Date): string {
  return shanghai.format(moment);
}

/** The moment in Asia/Shanghai: `2024-01-31 09:30:00`. */
export function shanghaiTime(moment: Date): string {
  return shanghaiSeconds.format(moment);
}
