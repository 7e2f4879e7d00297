/** What a cell holds, or a part of a formula gives; `undefined` is a blank cell. */
export type Value = number | string | boolean | undefined;

/** What nobody knows here: an error, a function not followed, a cell not known. */
export const UNKNOWN = Symbol("unknown");
/** What a program shows as an error, as where it divides by nothing. */
export const FAULT = Symbol("fault");
export type Given = Value | typeof UNKNOWN | typeof FAULT;

/** What is written of a range, row by row, and how many cells of each row that is. */
export interface Area {
  values: Given[];
  width: number;
}

/** The values of a part, and whether they are cells: words in cells are passed over. */
export interface Listed {
  values: Given[] | null;
  areCells: boolean;
  /** Cells in a row, as far as they are written. */
  width: number;
  /** Rows and columns of a range, with what of it is not written. */
  shape: string;
}
