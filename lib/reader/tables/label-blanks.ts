import { mostCommon } from "../most-common.ts";
import type { Token } from "../tokens.ts";
import { withoutFillers } from "./fit.ts";
import type { PrintedRow, PrintedTable } from "./rows.ts";

const ROWS_THAT_SHOW = 3;

/**
 * Drops the blanks between a label and its figures that stand for the rest of a merged label, as spreadsheets copy
 * them: only where most lines of a table are as long, so that the figures stand in the same places.
 */
export function withoutLabelBlanks(printed: PrintedTable, tokens: readonly Token[]): PrintedTable {
  const lines = Map.groupBy(tokens, ({ line }) => line);
  const beforeOf = ({ label }: PrintedRow) => (lines.get(label.line)?.indexOf(label) ?? 0) + 1;
  // Blanks behind the figures only fill the line.
  const widthOf = (row: PrintedRow) => beforeOf(row) + withoutFillers(row.run).length;
  const width = mostCommon(printed.rows.map(widthOf));
  const runs = new Map<PrintedRow, Token[]>();
  for (const [block, rows] of Map.groupBy(printed.rows, (row) => row.block)) {
    const labels = labelColumns(rows, beforeOf);
    if (labels !== null) {
      for (const row of rows) runs.set(row, row.run.slice(labels - beforeOf(row)));
      continue;
    }
    const whole = rows.filter((row) => widthOf(row) === width && isWhole(row));
    const count = Math.max(0, ...whole.map(ownLength));
    const shown = whole.filter((row) => ownLength(row) === count && blanksOf(row) > 0);
    const isTooLong = shown.some(({ run }) => run.length > block.columns.length);
    // Fewer figures than the form has columns stand in the last of them, after blanks of their own.
    const isFull = count >= block.columns.length - 1;
    if (shown.length < ROWS_THAT_SHOW || !isTooLong || !isFull) continue;
    for (const row of rows) {
      // A line that lacks a cell has as many blanks all the same: what is left of it fits no row.
      const spare = Math.min(Math.max(0, width - beforeOf(row) - count), blanksOf(row));
      runs.set(row, row.run.slice(spare));
    }
  }
  return {
    ...printed,
    rows: printed.rows.map((row) => ({ ...row, run: runs.get(row) ?? row.run })),
  };
}

const FEWEST_LINES = 5;

/**
 * How many columns of labels a table has whose lines are all as long: as many as are left beside the form's columns, where
 * the innermost label stands in the last of them, and nothing but blanks behind each label that stands further out. Null
 * where lines differ, or do not come out even.
 */
function labelColumns(
  rows: readonly PrintedRow[],
  beforeOf: (row: PrintedRow) => number,
): number | null {
  const [first] = rows;
  if (!first || rows.length < FEWEST_LINES) return null;
  const lengthOf = (row: PrintedRow) => beforeOf(row) + row.run.length;
  const labels = lengthOf(first) - first.block.columns.length;
  const isEven = rows.every(
    (row) =>
      lengthOf(row) === lengthOf(first) &&
      row.run.every(({ line }) => line === row.label.line) &&
      row.run.slice(0, Math.max(0, labels - beforeOf(row))).every(({ kind }) => kind === "blank"),
  );
  const innermost = Math.max(...rows.map(beforeOf));
  return isEven && innermost === labels ? labels : null;
}

/** The blanks before the figures of a row, in the line of its label. */
function blanksOf({ label, run }: PrintedRow): number {
  const first = run.findIndex(({ kind, line }) => kind !== "blank" || line !== label.line);
  return first < 0 ? run.length : first;
}

const ownLength = (row: PrintedRow) => withoutFillers(row.run).length - blanksOf(row);

/** Whether no blank stands among or after the figures of a row. */
function isWhole(row: PrintedRow): boolean {
  const own = withoutFillers(row.run).slice(blanksOf(row));
  return own.length > 0 && own.every(({ kind }) => kind === "figure");
}
