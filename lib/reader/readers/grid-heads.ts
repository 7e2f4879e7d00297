/** A printed cell of the heads of a table, over the columns from one to another. */
export interface HeadCell {
  from: number;
  to: number;
  kind: "blank" | "figure" | "word";
}

/** Puts lines of heads into one line from left to right, heads of several columns first, where they do not follow each other as the columns do. */
export function headsInOrder<Cell extends HeadCell>(rows: readonly Cell[][]): Cell[][] {
  const figures = rows.find((row) => row.some(({ kind }) => kind === "figure")) ?? [];
  const first = Math.min(...figures.flatMap(({ kind, from }) => (kind === "figure" ? [from] : [])));
  // Lines of heads have words over the figures; a line that has none is a row not filled in.
  const end = rows.findIndex((row) => row === figures || !row.some((cell) => isOver(cell, first)));
  const heads = spread(rows.slice(0, Math.max(0, end)), lastColumn(figures));
  const isTurned = isMisplaced(heads, first) || isBesideGroups(heads, first);
  if (heads.length < 2 || !isTurned) return [...rows];
  const line = heads.flat().sort((a, b) => a.from - b.from || b.to - a.to);
  return [line.map(({ cell }) => cell), ...rows.slice(end)];
}

interface Spread<Cell> extends HeadCell {
  cell: Cell;
}

/** Heads with the blanks right of them: where merged cells are written as blanks, in rows that are all filled up, they are one. */
function spread<Cell extends HeadCell>(
  rows: readonly (readonly Cell[])[],
  width: number,
): Spread<Cell>[][] {
  const isFilled = rows.every((row) => lastColumn(row) === width);
  return rows.map((row) =>
    row.filter(isWord).map((cell, index, words) => {
      const { from, kind } = cell;
      const next = words[index + 1]?.from ?? width + 1;
      return { cell, from, to: isFilled ? Math.max(cell.to, next - 1) : cell.to, kind };
    }),
  );
}

function lastColumn(row: readonly HeadCell[]): number {
  return row.reduce((last, { to }) => Math.max(last, to), 0);
}

const isOver = (cell: HeadCell, first: number) => isWord(cell) && cell.to >= first;
const isWord = ({ kind }: HeadCell) => kind === "word";

/** Whether a head stands below and left of a head of several columns, with nothing of its own above it. */
function isMisplaced(rows: readonly (readonly HeadCell[])[], first: number): boolean {
  return rows.some((row, index) => {
    const above = rows.slice(0, index).flat();
    return row.some((cell) =>
      above.some(
        (wide) =>
          wide.to > wide.from &&
          cell.from >= first &&
          cell.from < wide.from &&
          !above.some((own) => covers(own, cell) && !covers(own, wide)),
      ),
    );
  });
}

/** Whether a head stands right of one over several columns whose own heads take two more lines: read line by line, it would come before all of them. */
function isBesideGroups(rows: readonly (readonly HeadCell[])[], first: number): boolean {
  const linesUnder = (wide: HeadCell, below: readonly (readonly HeadCell[])[]) =>
    below.filter((row) => row.some((cell) => cell.from >= wide.from && cell.to <= wide.to)).length;
  return rows.some((row, index) =>
    row.some(
      (wide) =>
        wide.to > wide.from &&
        wide.from >= first &&
        row.some((cell) => cell.from > wide.to) &&
        linesUnder(wide, rows.slice(index + 1)) > 1,
    ),
  );
}

function covers(cell: HeadCell, other: HeadCell): boolean {
  return cell.from <= other.from && cell.to >= other.from;
}
