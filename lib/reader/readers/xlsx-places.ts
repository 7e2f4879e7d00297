/** Where a cell stands: the row and the column, from 1. */
export interface SheetPlace {
  row: number;
  column: number;
}

/** A sheet has no more columns. */
export const MOST_COLUMNS = 16_384;

/** `AB12` is column 28; null where it is no column of a sheet. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0] ?? "";
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 0 && column <= MOST_COLUMNS ? column : null;
}

const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/iu;
const UNMOVED: SheetPlace = { row: 0, column: 0 };

/** A place as sheets and formulas name it; what it does not hold fast with `$` moves along. */
export function placeOf(reference: string | undefined, moved = UNMOVED): SheetPlace | null {
  const [, fastColumn, letters, fastRow, digits] = REFERENCE.exec(reference ?? "") ?? [];
  const column = (columnOf(letters?.toUpperCase()) ?? 0) + (fastColumn ? 0 : moved.column);
  const row = Number(digits) + (fastRow ? 0 : moved.row);
  return column > 0 && row > 0 ? { column, row } : null;
}
