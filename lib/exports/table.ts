/** A list as every file of it is written: one row model for CSV and XLSX. */

/** Null is a blank, never a zero. */
export type Value = string | number | null;

export interface Column {
  label: string;
  kind: "text" | "number";
  /** Characters it is shown at in a workbook. */
  width?: number;
}

export interface TableHead {
  /** Name of the sheet. */
  name: string;
  columns: readonly Column[];
}

export type Row = readonly Value[];
