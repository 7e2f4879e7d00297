/** 57014: a statement was cancelled; P2024, P2028: no connection, or no transaction, could be had in time. */
const BUSY = /57014|statement timeout|\bP2024\b|\bP2028\b|timeout exceeded when trying to connect/u;

/** Whether PostgreSQL did not answer in the time it was given, in the words of the driver's adapter. */
export function isDatabaseBusy(error: unknown): boolean {
  return BUSY.test(`${String(error)} ${JSON.stringify(error)}`);
}
