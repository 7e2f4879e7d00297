import type { Token } from "../tokens.ts";
import type { PrintedRow, PrintedTable } from "./rows.ts";

/** A figure too many may be the number of a page. */
const TOO_MANY = 2;

/**
 * The rows of a table without those that may have the figures of others: where figures stand before the first label, or some
 * row has far more than its own, labels may stand above their figures or below, and only what stands in the line of its
 * label is certain. `dealt` is the table with those figures that sums and lines have dealt out.
 */
export function withoutShifted(
  printed: PrintedTable,
  dealt: PrintedTable,
  early: readonly Token[],
): PrintedTable {
  const isFull = printed.rows.some((row, index) => {
    const isMore = row.run.length >= row.block.columns.length + TOO_MANY;
    return isMore && isApart(row) && !hasLostLabels(row, printed.rows[index + 1]);
  });
  if (early.length < TOO_MANY && !isFull) return dealt;
  // Figures that were dealt out by the sums are no longer those that only follow their label.
  const before = new Set(printed.rows);
  const isLeft = (row: PrintedRow) => before.has(row) && !row.isReordered;
  const others = new Set(dealt.rows.filter((row) => isLeft(row) && isApart(row)));
  if (others.size === 0) return dealt;
  const run = [...early, ...[...others].flatMap((row) => row.run)];
  return {
    ...dealt,
    rows: dealt.rows.filter((row) => !others.has(row)),
    parted: [...(dealt.parted ?? []), { rows: [...others], run }],
  };
}

/** Whether no figure stands in the line of its label. */
function isApart({ label, run }: PrintedRow): boolean {
  return run.length > 0 && run.every(({ line }) => line !== label.line);
}

/** Whether a row has the figures of the rows behind it, too, whose labels were lost. */
export function hasLostLabels({ row, block, run }: PrintedRow, next?: PrintedRow): boolean {
  if (!next || next.block !== block) return false;
  const official = block.rows.filter(({ insteadOf }) => !insteadOf);
  const rows = official.indexOf(next.row) - official.indexOf(row);
  return rows > 1 && run.length === rows * block.columns.length;
}
