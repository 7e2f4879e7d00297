import type { Table } from "#lib/editions/edition.ts";
import type { Doubt } from "./doubt.ts";
import { cellsOf, type PrintedRow } from "./rows.ts";

/** Rows of an exact table behind the label of another in their line that has no cells of its own, as where a scan's two lines became one: the figures may be those of either. */
export function sharedLabels(rows: readonly PrintedRow[], { key: table }: Table): Doubt[] {
  return rows.flatMap(({ row, block, label, run }, index): Doubt[] => {
    const before = rows[index - 1];
    const isBeside = before?.label.line === label.line && before.row !== row;
    if (!isBeside || before.run.length > 0 || run.length === 0) return [];
    const cells = cellsOf({ row, block }, table);
    return [{ code: "sharedLabel", row, cells, words: `${before.label.text} ${label.text}` }];
  });
}
