import type { Line } from "./lines.ts";
import type { Box } from "./page.ts";

/** A line of a table without rules, in its finer pieces, and its page. */
export interface OpenLine extends Line {
  page: number;
}

/** A column, as a stretch from left to right. */
export type Interval = Pick<Box, "left" | "right">;

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
