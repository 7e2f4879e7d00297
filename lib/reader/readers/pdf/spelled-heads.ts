import { formHeads } from "./form-heads.ts";
import type { Interval, OpenLine } from "./open-line.ts";
import { widened } from "./under-heads.ts";

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
    const columns = isNarrow ? [...narrow] : widened(heads.columns, figures);
    return columns && { lines: first, columns };
  }
  return null;
}
