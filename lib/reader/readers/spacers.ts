import type { Spanned } from "./grid.ts";

const FEWEST = 3;
/** No form is as wide, not even with a column between any two. */
const WIDEST = 128;

/**
 * Rows of a grid without the columns that only keep the others apart: where every second column has neither a head nor
 * anything else from top to bottom, and those between them have. Cells over several columns cover those that are left.
 */
export function withoutSpacers<C extends Spanned>(rows: readonly (readonly C[])[]): C[][] {
  const cells = rows.flat();
  const width = cells.reduce((last, { to }) => Math.max(last, to), 0);
  const filled = new Set(cells.flatMap(({ text, from }) => (text.trim() === "" ? [] : [from])));
  const columns = Array.from({ length: Math.min(width, WIDEST) }, (_, index) => index + 1);
  const parity = [0, 1].find((rest) => {
    const [apart, own] = [rest, 1 - rest].map((one) =>
      columns.filter((column) => column % 2 === one),
    );
    const count = own?.filter((column) => filled.has(column)).length ?? 0;
    return (
      (apart?.length ?? 0) >= FEWEST &&
      count >= FEWEST &&
      !apart?.some((column) => filled.has(column))
    );
  });
  if (parity === undefined || width > WIDEST) return rows.map((row) => [...row]);
  const isSpacer = (column: number) => column % 2 === parity;
  const placeOf = (column: number) => (parity === 0 ? (column + 1) / 2 : column / 2);
  return rows.map((row) =>
    row.flatMap((cell) => {
      const from = isSpacer(cell.from) ? cell.from + 1 : cell.from;
      const to = isSpacer(cell.to) ? cell.to - 1 : cell.to;
      return from > to ? [] : [{ ...cell, from: placeOf(from), to: placeOf(to) }];
    }),
  );
}
