/** A printed cell of the heads of a table, over the columns from one to another. */
export interface HeadCell {
  from: number;
  to: number;
  kind: "blank" | "figure" | "word";
}

const MOST = Number.POSITIVE_INFINITY;

/** No form has more heads, nor more lines of them. */
const MOST_HEADS = 200;
const MOST_LINES = 8;

/** What the words of a cell mean in the form. */
export interface HeadMeanings<Cell> {
  /** Whether they are the head of a column, or of a group of columns: tables of other things have none that could be ordered. */
  isHead(cell: Cell): boolean;
  /** Whether they only name the columns below them, as 本年. */
  isTitle(cell: Cell): boolean;
  /** Whether they are the label of a row, and of no column. */
  isRowLabel(cell: Cell): boolean;
}

/** Puts lines of heads into one line from left to right, heads of several columns first and titles before all, where they do not follow each other as the columns do. */
export function headsInOrder<Cell extends HeadCell>(
  rows: readonly Cell[][],
  { isHead, isTitle, isRowLabel }: HeadMeanings<NoInfer<Cell>>,
): Cell[][] {
  const figures = rows.find((row) => row.some(({ kind }) => kind === "figure")) ?? [];
  const first = rows
    .flat()
    .reduce((least, { kind, from }) => (kind === "figure" ? Math.min(least, from) : least), MOST);
  // Lines of heads have words over the figures; a line that has none, or the label of a row, is a row.
  const isRow = (row: Cell[]) => {
    const label = row.find(isWord);
    const isLabelled = label !== undefined && label.to < first && isRowLabel(label);
    return row === figures || isLabelled || !row.some((cell) => isOver(cell, first));
  };
  const end = rows.findIndex(isRow);
  const lines = rows.slice(0, Math.max(0, end));
  if (lines.length > MOST_LINES || lines.flat().length > MOST_HEADS) return [...rows];
  if (!lines.flat().some(isHead)) return [...rows];
  const heads = spread(lines, lastColumn(figures));
  const titles = heads.flatMap((row, index) => titlesIn(row, heads.slice(index + 1), first));
  const own = new Set(titles.filter(({ cell }) => isTitle(cell)));
  const isTurned =
    isMisplaced(heads, first) ||
    isBesideGroups(heads, first) ||
    isBetweenGroups(heads) ||
    (hasOrphans(heads, first) && standOver(heads, figures, first)) ||
    isGrid(lines, figures, first);
  if (heads.length < 2 || !(isTurned || own.size > 0)) return [...rows];
  const line = heads.flat().sort((a, b) => a.from - b.from || b.to - a.to);
  // What only names the columns below it is the head of none: it stands before the head of the labels.
  const inOrder = [...own, ...line.filter((cell) => !own.has(cell))];
  return [inOrder.map(({ cell }) => cell), ...rows.slice(end)];
}

interface Spread<Cell> extends HeadCell {
  cell: Cell;
}

/** Heads with the blanks right of them: where no cell is merged and rows are all filled up, merged cells were written as blanks. */
function spread<Cell extends HeadCell>(
  rows: readonly (readonly Cell[])[],
  width: number,
): Spread<Cell>[][] {
  const isFilled = areFilledUp(rows, width);
  return rows.map((row) =>
    row.filter(isWord).map((cell, index, words) => {
      const { from, kind } = cell;
      const next = words[index + 1]?.from ?? width + 1;
      return { cell, from, to: isFilled ? Math.max(cell.to, next - 1) : cell.to, kind };
    }),
  );
}

/** Whether all rows end in one column and no cell is merged. */
function areFilledUp(rows: readonly (readonly HeadCell[])[], width: number): boolean {
  return rows.every((row) => lastColumn(row) === width && row.every(({ from, to }) => from === to));
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

/** Whether no cell is merged, all rows are as long, and a head stands in every column of figures: then each has its place there. */
function isGrid(
  rows: readonly (readonly HeadCell[])[],
  figures: readonly HeadCell[],
  first: number,
): boolean {
  const width = lastColumn(figures);
  const heads = new Set(rows.flatMap((row) => row.filter(isWord).map(({ from }) => from)));
  const isFilled = areFilledUp([...rows, figures], width);
  return isFilled && figures.every(({ from }) => from < first || heads.has(from));
}

/** Whether a head below the first line stands under none of several columns, but for one over all of them: read line by line, its place is lost. */
function hasOrphans(rows: readonly (readonly HeadCell[])[], first: number): boolean {
  const last = lastColumn(rows.flat());
  const parts = rows
    .map((row) => row.filter(({ from, to }) => to >= first && !(from <= first && to === last)))
    .filter((row) => row.length > 0);
  return parts.some((row, index) => {
    const above = parts.slice(0, index).flat();
    return index > 0 && row.some((cell) => !above.some((wide) => isOverMore(wide, cell)));
  });
}

const isOverMore = (wide: HeadCell, cell: HeadCell) =>
  covers(wide, cell) && wide.to - wide.from > cell.to - cell.from;

/** Whether just one head without others below it stands over each figure, or blank, from a column on. */
function standOver(
  rows: readonly (readonly HeadCell[])[],
  figures: readonly HeadCell[],
  first: number,
): boolean {
  const all = rows.flat().filter(({ from }) => from >= first);
  const leaves = all.filter((cell) => !all.some((other) => isOverMore(cell, other)));
  const cells = figures.filter(({ from }) => from >= first && from <= lastColumn(all));
  const isUnder = (cell: HeadCell) =>
    leaves.filter(({ from, to }) => from === cell.from && to === cell.to).length === 1;
  return leaves.length === cells.length && cells.every(isUnder);
}

/** Heads over several columns each of which has a head of its own below, beside a column that has its head in their line. */
function titlesIn<Head extends HeadCell>(
  row: readonly Head[],
  below: readonly (readonly HeadCell[])[],
  first: number,
): Head[] {
  return row.filter((wide) => {
    const columns = below.flat().filter(({ from }) => from >= wide.from && from <= wide.to);
    const isWhole = columns.length === wide.to - wide.from + 1 && columns.length > 1;
    return wide.from >= first && isWhole && row.some(({ from }) => from > wide.to);
  });
}

/** Whether a head of one column stands between two over several columns with heads of their own below: read line by line, it would come before those of the first. */
function isBetweenGroups(rows: readonly (readonly HeadCell[])[]): boolean {
  const isDivided = (wide: HeadCell | undefined, below: readonly (readonly HeadCell[])[]) =>
    wide !== undefined &&
    wide.to > wide.from &&
    below.some((row) => row.some((cell) => cell.from >= wide.from && cell.to <= wide.to));
  return rows.some((row, index) => {
    const below = rows.slice(index + 1);
    return row.some(
      (cell, place) =>
        cell.from === cell.to &&
        isDivided(row[place - 1], below) &&
        isDivided(row[place + 1], below),
    );
  });
}

function covers(cell: HeadCell, other: HeadCell): boolean {
  return cell.from <= other.from && cell.to >= other.from;
}
