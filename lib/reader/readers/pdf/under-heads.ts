import { type Interval, overlaps } from "./open-line.ts";

/** How far the edges of a head and of a figure set flush with it may be off, in points. */
const OFF = 1;

/** Columns by their heads, each as wide as the figures under it; null where the head of a figure is not certain. */
export function widened(
  heads: readonly Interval[],
  figures: readonly Interval[],
): Interval[] | null {
  const columns = heads.map((head) => ({ ...head }));
  const above = headsAbove(figures, heads);
  if (!above) return null;
  for (const [at, { left, right }] of figures.entries()) {
    const column = columns[above[at] ?? 0];
    if (!column) return null;
    column.left = Math.min(column.left, left);
    column.right = Math.max(column.right, right);
  }
  const isApart = columns.every(({ left }, index) => left >= (columns[index - 1]?.right ?? 0));
  return isApart ? columns : null;
}

/**
 * The head each column of figures stands under, as an index from left to right. Figures that stand between two heads
 * belong to the one that they lean from as all others of the table do; null where nothing tells, or where two columns
 * stand under one head.
 */
function headsAbove(figures: readonly Interval[], heads: readonly Interval[]): number[] | null {
  const over = figures.map((figure) =>
    heads.flatMap((head, index) => (overlaps(head, figure) ? [index] : [])),
  );
  const lean = leanOf(figures, heads, over);
  const above = figures.map((figure, at) => {
    const [first, second] = over[at] ?? [];
    if (first !== undefined) return second === undefined ? first : -1;
    const next = heads.findIndex(({ left }) => left >= figure.right);
    const before = next < 0 ? heads.length - 1 : next - 1;
    if (lean === null) return -1;
    return lean === "left" ? next : before;
  });
  const isSure = above.every((index) => index >= 0) && new Set(above).size === above.length;
  return isSure ? above : null;
}

/** To which side of their heads figures are set, where all say the same; null where none does. */
function leanOf(
  figures: readonly Interval[],
  heads: readonly Interval[],
  over: readonly (readonly number[])[],
): "left" | "right" | null {
  const ways = { left: true, right: true };
  figures.forEach((figure, at) => {
    const [first] = over[at] ?? [];
    const head = first === undefined ? undefined : heads[first];
    const isLeft = head ? figure.left <= head.left + OFF : figure.left < (heads.at(-1)?.left ?? 0);
    const isRight = head ? figure.right >= head.right - OFF : figure.right > (heads[0]?.right ?? 0);
    ways.left &&= isLeft;
    ways.right &&= isRight;
  });
  if (ways.left === ways.right) return null;
  return ways.left ? "left" : "right";
}
