import { kindOf, type Spanned } from "./grid.ts";

/**
 * Figures in cells that reach down into rows with labels of their own, further than the label beside them: they may be those
 * of all these rows together.
 */
export function sharedFigures<C extends Spanned>(rows: readonly (readonly C[])[]): ReadonlySet<C> {
  const shared = new Set<C>();
  for (const [index, row] of rows.entries())
    for (const [at, cell] of row.entries()) {
      const { down = 0, from, text } = cell;
      if (down === 0 || kindOf(text) !== "figure") continue;
      const label = row.slice(0, at).findLast((one) => kindOf(one.text) === "word");
      const below = rows.slice(index + 1, index + 1 + down);
      const hasLabel = below.some((next) =>
        next.some((one) => one.to < from && kindOf(one.text) === "word"),
      );
      if (down > (label?.down ?? 0) && hasLabel) shared.add(cell);
    }
  return shared;
}
