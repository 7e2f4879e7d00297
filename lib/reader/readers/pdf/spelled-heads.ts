import { formHeads } from "./form-heads.ts";
import type { Interval, OpenLine } from "./open-line.ts";
import { middleX } from "./page.ts";

/** Heads have no more lines than this, however narrow their columns. */
const MOST = 14;

/** The heads of a table, spelled out by the form, and the columns that they show. */
export interface SpelledHeads {
  lines: OpenLine[];
  columns: Interval[];
}

/**
 * The columns of a table in which few rows have figures, or none, by its heads: the fewest lines it begins with that are
 * the form's heads and nothing else. `narrow` are the columns of figures when none are taken together. Null where there
 * are no such heads, or where two columns of figures stand under one.
 */
export function spelledHeads(
  lines: readonly OpenLine[],
  figures: readonly Interval[],
  narrow: readonly Interval[],
): SpelledHeads | null {
  for (let count = 1; count <= Math.min(lines.length, MOST); count++) {
    const first = lines.slice(0, count);
    const heads = formHeads(
      first.map(({ pieces }) => pieces),
      (columns) => columns > figures.length,
    );
    if (!heads) continue;
    const isNarrow = heads.columns.length === narrow.length;
    const columns = isNarrow ? [...narrow] : withFigures(heads.columns, figures);
    return columns && { lines: first, columns };
  }
  return null;
}

/** Each figure in the column whose head is nearest. */
function withFigures(heads: readonly Interval[], figures: readonly Interval[]): Interval[] | null {
  const columns = heads.map((head) => ({ ...head }));
  const taken = new Set<Interval>();
  for (const figure of figures) {
    const index = heads.findIndex((head, at) => {
      const next = heads[at + 1];
      return !next || middleX(figure) < (head.right + next.left) / 2;
    });
    const column = columns[index];
    if (!column || taken.has(column)) return null;
    taken.add(column);
    column.left = Math.min(column.left, figure.left);
    column.right = Math.max(column.right, figure.right);
  }
  const isApart = columns.every(({ left }, index) => left >= (columns[index - 1]?.right ?? 0));
  return isApart ? columns : null;
}
