/** A sheet has no more columns. */
export const MOST_COLUMNS = 16_384;

/** `AB12` is column 28; null where it is no column of a sheet. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0] ?? "";
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 0 && column <= MOST_COLUMNS ? column : null;
}
