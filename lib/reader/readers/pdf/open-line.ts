import type { Line } from "./lines.ts";
import type { Box } from "./page.ts";

/** A line of a table without rules, in its finer pieces, and its page. */
export interface OpenLine extends Line {
  page: number;
}

/** A column, as a stretch from left to right. */
export type Interval = Pick<Box, "left" | "right">;
