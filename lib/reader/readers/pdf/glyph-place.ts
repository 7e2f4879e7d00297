import { apply, type Matrix } from "./matrix.ts";
import type { Box, Glyph } from "./page.ts";

const ASCENT = 0.85;
const DESCENT = 0.15;

/** The box of a character on the page. */
export function boxOf(
  matrix: Matrix,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): Box {
  const [x1, y1] = apply(matrix, x, y - DESCENT * size);
  const [x2, y2] = apply(matrix, x + width, y + ASCENT * size);
  return {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
}

const LEAN = 0.15;

/** Which way a text runs; null where it leans by more than a little. */
export function turnOf([a, b]: Matrix, size: number): Glyph["turn"] | null {
  const length = Math.hypot(a, b) || 1;
  const [x, y] = [(Math.sign(size) * a) / length, (Math.sign(size) * b) / length];
  if (Math.min(Math.abs(x), Math.abs(y)) > LEAN) return null;
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
