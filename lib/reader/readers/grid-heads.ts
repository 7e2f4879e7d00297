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
  const heads = rows.slice(0, Math.max(0, end)).map((row) => row.filter(isWord));
  if (heads.length < 2 || !isMisplaced(heads, first)) return [...rows];
  const line = heads.flat().sort((a, b) => a.from - b.from || b.to - a.to);
  return [line, ...rows.slice(end)];
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

function covers(cell: HeadCell, other: HeadCell): boolean {
  return cell.from <= other.from && cell.to >= other.from;
}
