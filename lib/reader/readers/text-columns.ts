import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "../figures.ts";
import { labelKey } from "../labels.ts";
import type { Range } from "../plain.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { vocabularies } from "../vocabulary.ts";

/** A cell of a line whose columns are kept by blanks, and the columns of a terminal it takes. */
interface Placed extends Range {
  left: number;
  right: number;
  isFigure: boolean;
}

/** A line as cells; null stands for a cell that is blank and known only by the columns of the other lines. */
export interface ColumnLine extends Range {
  cells: readonly (Range | null)[];
}

interface Line extends Range {
  cells: Placed[];
}

const LINES_OF_A_TABLE = 3;
const ROWS_THAT_SHOW_COLUMNS = 2;

/** Finds the lines of a text that are rows of a table laid out by blanks alone. */
export function columnLines(source: string): ColumnLine[] {
  return stretchesOf(source).flatMap((stretch) => regionsOf(source, stretch).flatMap(withBlanks));
}

/** Runs of lines with several cells each; lines of one cell may stand between them. */
function stretchesOf(source: string): Line[][] {
  const stretches: Line[][] = [];
  let open: Line[] = [];
  const close = () => {
    const rows = open.filter(({ cells }) => cells.some((cell) => cell.isFigure));
    if (rows.length >= LINES_OF_A_TABLE) stretches.push(open);
    open = [];
  };
  for (const line of linesOf(source)) {
    if (line === null) close();
    else if (line.cells.length > 1) open.push(line);
  }
  close();
  return stretches;
}

/** The lines of a text as cells; null where bars, tabs or a paragraph end every table. */
function* linesOf(source: string): Generator<Line | null> {
  for (let start = 0; start < source.length; ) {
    const stop = source.indexOf("\n", start);
    const end = stop < 0 ? source.length : stop;
    const isShort = end - start <= LONGEST_LABEL * 8;
    const text = isShort ? source.slice(start, end) : "";
    if (!isShort || /[|\t]/u.test(text)) yield null;
    else if (GAP.test(text)) yield { start, end, cells: cellsOf(text, start) };
    start = end + 1;
  }
}

function cellsOf(line: string, offset: number): Placed[] {
  const cells: Placed[] = [];
  let column = 0;
  let open: Placed | null = null;
  let gap = 0;
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? "";
    const width = WIDE.test(character) ? 2 : 1;
    if (/\s/u.test(character)) gap += width;
    else {
      if (!open || gap > 1 || (gap === 1 && isBesideLabel(line, index))) {
        open = { start: offset + index, end: 0, left: column, right: 0, isFigure: false };
        cells.push(open);
      }
      open.end = offset + index + 1;
      open.right = column + width;
      gap = 0;
    }
    column += width;
  }
  for (const cell of cells)
    cell.isFigure = isFigure(fold(line.slice(cell.start - offset, cell.end - offset)));
  return cells;
}

/** A figure, or a mark for none, that is parted from a label by one blank and from what follows by more. */
function isBesideLabel(line: string, index: number): boolean {
  const rest = line.slice(index, index + MOST_DIGITS + 2);
  return /[\p{Script=Han})）]$/u.test(line.slice(0, index - 1)) && BESIDE.test(rest);
}

const MOST_DIGITS = 6;
const BESIDE = /^(?:[/—–-]{1,2}|\d{1,6})(?:\s{2}|\u3000)/u;

/** Two columns of blanks between words. */
const GAP = /\S(?:\u3000|[^\S\n]{2})[^\S\n]*\S/u;
const WIDE =
  /[\u1100-\u115f\u2018-\u201f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u3000]/u;

/** The lines under the same heads: a line of heads begins another region. */
function regionsOf(source: string, lines: readonly Line[]): Line[][] {
  const regions: Line[][] = [];
  let hasRows = false;
  for (const line of lines) {
    const isHead = line.cells.every((cell) => !cell.isFigure) && isHeadLine(source, line);
    const open = regions.at(-1);
    if (!open || (isHead && hasRows)) {
      regions.push([line]);
      hasRows = false;
    } else open.push(line);
    if (!isHead) hasRows = true;
  }
  return regions;
}

function isHeadLine(source: string, { cells }: Line): boolean {
  return cells.some(({ start, end }) => {
    const label = labelKey(fold(source.slice(start, end)));
    return EDITIONS.some((edition) =>
      vocabularies(edition).some((table) =>
        table.find(label).some(({ term }) => term.kind !== "row" && term.kind !== "rowGroup"),
      ),
    );
  });
}

/** Puts blanks where the figures of the other lines show that a column is empty; where columns do not stand exactly, none. */
function withBlanks(lines: readonly Line[]): ColumnLine[] {
  const columns = columnsOf(lines);
  return lines.map(({ start, end, cells }) => {
    const figures = cells.filter((cell) => cell.isFigure);
    const isRow = columns !== null && figures.length > 0 && figures.length < columns.length;
    if (!isRow) return { start, end, cells };
    const words = cells.filter((cell) => !cell.isFigure);
    // A word in the place of a figure is none of the labels.
    const isAfter = words.some((word) => word.left > (figures[0]?.left ?? 0));
    if (isAfter) return { start, end, cells };
    const placed = columns.map(
      (column) => figures.find((figure) => overlaps(figure, column)) ?? null,
    );
    return { start, end, cells: [...words, ...placed] };
  });
}

interface Column {
  left: number;
  right: number;
  members: Placed[];
}

function overlaps(one: Pick<Placed, "left" | "right">, other: Pick<Placed, "left" | "right">) {
  return one.left < other.right && other.left < one.right;
}

/** The columns of figures; null unless all are flush left, all flush right or all centred, and two lines fill every one of them, or none do and lines as long as each other begin in different ones. */
function columnsOf(lines: readonly Line[]): Column[] | null {
  const columns: Column[] = [];
  const figures = lines.flatMap(({ cells }) => cells.filter((cell) => cell.isFigure));
  for (const figure of figures.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && overlaps(last, figure)) {
      last.right = Math.max(last.right, figure.right);
      last.members.push(figure);
    } else columns.push({ left: figure.left, right: figure.right, members: [figure] });
  }
  const full = lines.filter(
    ({ cells }) => cells.filter((cell) => cell.isFigure).length === columns.length,
  );
  const isShown = full.length >= ROWS_THAT_SHOW_COLUMNS || areStaggered(lines, columns);
  if (columns.length < 2 || !isShown) return null;
  const isFlush = [
    ({ left }: Placed) => left,
    ({ right }: Placed) => right,
    ({ left, right }: Placed) => (left + right) >> 1,
  ].some((edge) =>
    columns.every(({ members }) => new Set(members.map((member) => edge(member))).size === 1),
  );
  const isOneEach = lines.every(({ cells }) =>
    columns.every(
      (column) => cells.filter((cell) => cell.isFigure && overlaps(cell, column)).length <= 1,
    ),
  );
  return isFlush && isOneEach ? columns : null;
}

/** Columns with less room between them may be nothing but figures with blanks between. */
const APART = 5;

/** Whether all lines have as many figures, but not in the same of some columns that are wide apart: each leaves another one blank. */
function areStaggered(lines: readonly Line[], columns: readonly Column[]): boolean {
  const rows = lines.map(({ cells }) => cells.filter((cell) => cell.isFigure));
  const filled = rows.filter((row) => row.length > 0);
  const count = filled[0]?.length ?? 0;
  return (
    filled.length > 1 &&
    count > 1 &&
    count < columns.length &&
    filled.every((row) => row.length === count) &&
    columns.some(({ members }) => members.length > 1) &&
    columns.every(({ left }, at) => at === 0 || left - (columns[at - 1]?.right ?? 0) >= APART)
  );
}
