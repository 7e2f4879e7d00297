import type { CellKey } from "#lib/editions/content.ts";
import type { Token } from "../tokens.ts";
import { cellsOf, type PrintedRow } from "./rows.ts";

/** What is printed of some cells that were not read: the label of their row, and what stands behind it. */
export interface SeenRow {
  cells: readonly CellKey[];
  tokens: readonly Token[];
}

/** A printed row with its label; a label that stands in for one that is missing is not its own. */
export function seenRow(
  { row, block, label, run, isUnlabelled }: PrintedRow,
  table: string,
): SeenRow {
  const cells = cellsOf({ row, block }, table);
  return { cells, tokens: isUnlabelled ? run : [label, ...run] };
}
