/** The address that a form with these fields leads to; what is blank is left out. */
export function targetOf(action: string, data: FormData): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of data) if (value !== "") parameters.append(name, String(value));
  return `${action}?${parameters}`.replace(/\?$/u, "");
}

/** Whether what is typed may be the number of one report, which is opened when it is sent and not before. */
export function isForSubmitting(data: FormData): boolean {
  return /[\d０-９]{5}/u.test(String(data.get("q")));
}
