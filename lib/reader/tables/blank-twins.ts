import type { Reading } from "./doubt.ts";
import { cellsOf, isFilled, type PrintedRow } from "./rows.ts";
import { seenRow } from "./seen-row.ts";

/** As many rows filled in twice show that their table is printed twice. */
const FEWEST_TWICE = 2;

/**
 * In a table that is printed twice with figures, as an example and then as the report's own, a row with figures in one
 * printing and none in the other is left out: which of the two holds nobody knows.
 */
export function leaveOutBlankTwins(
  reading: Reading,
  rows: readonly PrintedRow[],
  table: string,
): void {
  const printings = [...Map.groupBy(rows, ({ row }) => row)].map(([row, own]) => {
    const [filled, blank] = [own.filter(isFilled), own.filter((one) => !isFilled(one))];
    return { row, filled, blank };
  });
  if (printings.filter(({ filled }) => filled.length > 1).length < FEWEST_TWICE) return;
  for (const { row, filled, blank } of printings) {
    const [one] = filled;
    if (!one || blank.length === 0) continue;
    const cells = cellsOf(one, table).filter((key) => reading.cells.delete(key));
    if (cells.length === 0) continue;
    const seen = [...filled, ...blank].map((each) => seenRow(each, table));
    reading.doubts.push({ code: "conflict", row, cells, words: one.label.text, seen });
  }
}
