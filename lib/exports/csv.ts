import { type Options, stringify } from "csv-stringify/sync";
import type { Row, TableHead } from "./table.ts";

/** Text that a spreadsheet would run as a formula is written with an apostrophe before it; numbers stay numbers. */
const OPTIONS: Options = { record_delimiter: "windows", escape_formulas: true };
const BOM = "\uFEFF";

/** The first line of a CSV file, with the mark by which spreadsheets know UTF-8. */
export function csvHead({ columns }: TableHead): string {
  return BOM + stringify([columns.map(({ label }) => label)], OPTIONS);
}

/** Lines of a CSV file; a blank is an empty field. */
export function csvRows(rows: readonly Row[]): string {
  return stringify([...rows], OPTIONS);
}
