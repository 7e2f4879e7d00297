import type { Table } from "#lib/editions/edition.ts";
import { addsUp } from "./adds-up.ts";
import type { Doubt } from "./doubt.ts";
import { figuresIn } from "./fit.ts";
import { cellsOf, type PrintedRow } from "./rows.ts";

/** A row of fewer figures beside its label is one cell a line. */
const FEWEST_BESIDE = 2;

/**
 * Rows some of whose figures stand beside their label and some in a line below, and do not add up: in narrow columns what is
 * below may be the rest of a figure.
 */
export function rowsInTwoLines(rows: readonly PrintedRow[], { key: table }: Table): Doubt[] {
  return rows.flatMap(({ row, block, label, run }): Doubt[] => {
    const figures = figuresIn(run);
    const beside = figures.filter(({ line }) => line === label.line).length;
    const isInTwo = beside >= FEWEST_BESIDE && beside < figures.length;
    const hasTotal = block.columns.at(-1)?.key === "total";
    if (!isInTwo || !hasTotal || addsUp(figures.map(({ text }) => text))) return [];
    const cells = cellsOf({ row, block }, table);
    return [{ code: "twoLines", row, cells, words: figures.map(({ text }) => text).join(" ") }];
  });
}
