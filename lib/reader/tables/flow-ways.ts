/** Row by row; column by column; or the first column, which a program takes for one with the labels, and then the rest row by row. */
const KINDS = ["across", "down", "first"] as const;

/** Rows from one on, put down in one kind of order. */
interface Stretch {
  from: number;
  to: number;
  kind: (typeof KINDS)[number];
}

/** More stretches than this no program makes of a table: it changes its ways at the end of a page. */
const MOST_STRETCHES = 3;

/** For each cell of a table, row by row, the place of its figure among those put down. */
export type Way = Int16Array;

/** The ways in which a table may have been put down, figure by figure, in stretches of rows. */
export function* flowWays(rows: number, columns: number): Generator<Way> {
  for (const stretches of cuts(0, rows, MOST_STRETCHES)) {
    const way: Way = new Int16Array(rows * columns);
    for (const stretch of stretches)
      for (let row = stretch.from; row < stretch.to; row++)
        for (let column = 0; column < columns; column++)
          way[row * columns + column] =
            stretch.from * columns + placeIn(stretch, row - stretch.from, column, columns);
    yield way;
  }
}

function placeIn({ from, to, kind }: Stretch, row: number, column: number, columns: number) {
  const rows = to - from;
  if (kind === "down") return column * rows + row;
  if (kind === "across") return row * columns + column;
  return column === 0 ? row : rows + row * (columns - 1) + column - 1;
}

/** Rows cut into stretches; two that follow each other are never both across, and one row alone always is. */
function* cuts(from: number, rows: number, most: number, before?: Stretch): Generator<Stretch[]> {
  if (from === rows) yield [];
  if (from === rows || most === 0) return;
  for (let to = most === 1 ? rows : from + 1; to <= rows; to++)
    for (const kind of KINDS) {
      const isNone = kind === "across" ? before?.kind === kind : to === from + 1;
      if (isNone) continue;
      const stretch = { from, to, kind };
      for (const rest of cuts(to, rows, most - 1, stretch)) yield [stretch, ...rest];
    }
}
