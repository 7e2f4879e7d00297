import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../figures.ts";

/** Rows that show it, and figures of each. */
const FEWEST_ROWS = 5;
const FEWEST_FIGURES = 5;

type Row = readonly { text: string }[];

/**
 * The rows of a table whose blank cells are those printed, though they are shorter than others: where a converter writes
 * merged cells once and fills nothing up, as many cells follow the labels of every row, or a row has as many as its heads.
 */
export function spanlessRows<R extends Row>(rows: readonly R[]): ReadonlySet<R> {
  const tails = rows.map(tailOf).filter((tail) => tail > 0);
  const isEven = tails.length >= FEWEST_ROWS && new Set(tails).size === 1;
  if (isEven && (tails[0] ?? 0) >= FEWEST_FIGURES) return new Set(rows);
  let heads = 0;
  return new Set(
    rows.filter((row) => {
      if (row.length > 1 && row.every(isWord)) heads = row.length;
      return tailOf(row) > 0 && row.length === heads;
    }),
  );
}

/** How many cells follow the last label of a row; 0 where it begins with none. */
function tailOf(row: Row): number {
  return row[0] && isWord(row[0]) ? row.length - 1 - row.findLastIndex(isWord) : 0;
}

function isWord({ text }: { text: string }): boolean {
  const folded = fold(text).trim();
  return folded !== "" && !isFigure(folded);
}
