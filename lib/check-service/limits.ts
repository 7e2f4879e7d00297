/** Bytes of a file, of a pasted text or of a whole request to the interface: a report has some tens of kilobytes. */
export const MAX_INPUT = 4 * 1_048_576;
/** Reports in one file: more are refused, not cut. */
export const MAX_REPORTS = 20;
/** Reading stops after so many milliseconds. */
export const MAX_READING_MS = 5_000;
/** Checks a minute from one address. */
export const ADDRESS_LIMIT = 30;
/** Checks a minute from everybody whose address is not known. */
export const UNKNOWN_LIMIT = 120;
/** Checks a minute from everybody, so that many addresses together cannot keep the server from its pages. */
export const COMMON_LIMIT = 600;
