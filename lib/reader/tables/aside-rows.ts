import type { Table } from "#lib/editions/edition.ts";
import type { Doubt } from "./doubt.ts";
import type { Heads } from "./heads.ts";
import { cellsOf, isFilled, type PrintedRow } from "./rows.ts";

/**
 * Rows of a text that have a cell less than heads, the last of which stand over remarks: nothing may be remarked on them,
 * or they lack a figure and what stands under their last column is the remark. So it is where a word stands there, or where
 * others have figures for remarks.
 */
export function asideRows(
  rows: readonly PrintedRow[],
  headsOf: (row: PrintedRow) => Heads | null,
  { key: table }: Table,
  isExact: boolean,
): Doubt[] {
  return [...Map.groupBy(rows.filter(isFilled), headsOf)].flatMap(([heads, own]): Doubt[] => {
    const width = heads?.columns.length ?? 0;
    const known = (heads?.columns.findLastIndex((column) => column !== null) ?? -1) + 1;
    const isNumbered = own.some(
      ({ run }) => run.length === width && run.slice(known).some(({ kind }) => kind === "figure"),
    );
    const isShort = ({ run }: PrintedRow) =>
      run.length < width ? run.length >= known : run.length === known;
    return own
      .filter(isShort)
      .filter(
        ({ run }) =>
          (isNumbered && run.length < width) || (!isExact && run.at(-1)?.kind === "word"),
      )
      .map((printed) => {
        const words = printed.run.at(-1)?.text ?? "";
        return { code: "remarkFor", row: printed.row, cells: cellsOf(printed, table), words };
      });
  });
}
