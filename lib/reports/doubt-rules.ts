/** The rule of what a draft and its original say differently. */
export const OTHER_FILE = "read.otherFile";
/** The rule of cells that were not found in a file. */
export const MISSING = "read.missing";
