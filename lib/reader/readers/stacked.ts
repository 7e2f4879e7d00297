import { isKnown } from "./known.ts";

/** Fewer cells of as many lines each are chance: a label and the figures of its row. */
const FEWEST_CELLS = 4;
const FIGURE = /^\s*(?:[\d,.]+|[-/—－])?\s*$/u;

/**
 * Rows that were stacked into one: where the lines of one cell are labels of the form, all cells with figures have as many
 * lines, and no other cell has more than one, each line is a row of its own; what has one line stands beside all of them.
 */
export function unstacked<Cell extends { text: string }>(
  row: readonly Cell[],
  linesOf: (cell: Cell) => Cell[],
): Cell[][] {
  const lines = row.map(linesOf);
  const count = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const tall = lines.filter(({ length }) => length > 1);
  const [labels, ...more] = tall.filter((own) => !own.every(({ text }) => FIGURE.test(text)));
  const isStack =
    tall.length >= FEWEST_CELLS &&
    tall.every(({ length }) => length === count) &&
    more.length === 0 &&
    // A figure alone may belong to any of the rows.
    lines.every((own) => own.length > 1 || !/\d/u.test(own[0]?.text ?? "")) &&
    labels?.every(({ text }) => isKnown(text));
  if (!isStack) return [[...row]];
  return Array.from({ length: count }, (_, index) =>
    lines.flatMap((own) => {
      const cell = own.length > 1 ? own[index] : own[0];
      return cell && (own.length > 1 || index === 0) ? [cell] : [];
    }),
  );
}
