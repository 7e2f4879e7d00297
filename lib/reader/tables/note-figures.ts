import type { CellKey } from "#lib/editions/content.ts";
import type { Table } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Doubt } from "./doubt.ts";
import { cellsOf, isFilled, type PrintedRow } from "./rows.ts";

/** Rows whose first figure touches the label, as few others do, or shares its cell beside a blank one: it may be the mark of a note, and the figure's own cell blank. */
export function noteFigures(
  rows: readonly PrintedRow[],
  read: ReadonlyMap<CellKey, Token>,
  { key: table }: Table,
): Doubt[] {
  const filled = rows.filter(isFilled);
  const touching = filled.filter(isTouching);
  const areFew = touching.length * 2 < filled.length;
  return touching.flatMap((printed): Doubt[] => {
    const { row, label, run } = printed;
    const [first, next] = run;
    const isBesideBlank = next?.kind === "blank" && next.line === label.line;
    const cells = cellsOf(printed, table).filter((key) => read.has(key));
    if (!first || cells.length === 0 || !(areFew || (first.isInLabel && isBesideBlank))) return [];
    return [{ code: "noteFigure", row, cells, words: `${label.text} ${first.text}` }];
  });
}

function isTouching({ label, run: [first] }: PrintedRow): boolean {
  return first?.kind === "figure" && (first.isInLabel === true || first.start === label.end);
}
