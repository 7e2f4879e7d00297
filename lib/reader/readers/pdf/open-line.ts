import type { Line } from "./lines.ts";
import type { Box } from "./page.ts";

/** A line of a table without rules, in its finer pieces, and its page. */
export interface OpenLine extends Line {
  page: number;
}

/** A column, as a stretch from left to right. */
export type Interval = Pick<Box, "left" | "right">;

/** Columns side by side that no line fills both of are one, whose figures do not stand quite under each other. */
export function withoutTwins(
  columns: readonly Interval[],
  lines: readonly (readonly Interval[])[],
  near: number,
): Interval[] {
  const merged: Interval[] = [];
  for (const column of columns) {
    const last = merged.at(-1);
    const areTwins =
      last &&
      column.left - last.right < near &&
      lines.every((pieces) => !(pieces.some(isIn(last)) && pieces.some(isIn(column))));
    if (areTwins) last.right = column.right;
    else merged.push({ ...column });
  }
  return merged;
}

const isIn = (column: Interval) => (piece: Interval) => overlaps(piece, column);

/** Whether two stretches have some room in common. */
export function overlaps(one: Interval, other: Interval): boolean {
  return Math.min(one.right, other.right) > Math.max(one.left, other.left);
}

/** Stretches that overlap are one column. */
export function columnsOf(pieces: readonly Interval[]): Interval[] {
  const columns: Interval[] = [];
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}
