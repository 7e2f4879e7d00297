import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import type { PlacedCell } from "../office-text.ts";
import type { LineBlock } from "./blocks.ts";
import { figuresApart, labelApart } from "./label-apart.ts";
import { lineText, type Piece, recut } from "./lines.ts";
import { areSideBySide, headCells, isHeadPart, isHeadWord, isRowLabel } from "./open-heads.ts";
import { type LabelBlock, labelBlocks, withoutStacks } from "./open-labels.ts";
import { columnsOf, type Interval, type OpenLine, overlaps, withoutTwins } from "./open-line.ts";
import { around, middleX, middleY } from "./page.ts";
import { respaced, withSpacedFigures } from "./respaced.ts";
import { type SpelledHeads, spelledHeads } from "./spelled-heads.ts";
import { widened } from "./under-heads.ts";
import { CELL_LEADING, figuresIn, wholeCells } from "./wrapped-cells.ts";

/** A gap that parts the columns of a table without rules, in parts of the size of the font. */
const FINE = 0.4;

/** Room between columns that may be one, in parts of the size of the font. */
const TWINS = 1.2;

const figureOf = ({ text }: Piece) => isFigure(fold(text).trim());
const hasFigure = ({ pieces }: OpenLine) => pieces.some((piece) => figuresIn(piece).length > 0);

/** The heads that lines begin with where the form spells them out; null where it does not. */
export function headsOf(lines: readonly LineBlock[]): SpelledHeads | null {
  return spelledHeads(
    lines.map((line) => ({ ...line, pieces: finePieces(line) })),
    [],
    [],
  );
}

/** The rows of a table whose columns only the room between them shows; blanks where a row has nothing in a column. */
export function tableRows(lines: readonly LineBlock[]): OpenTable {
  const own = lines.filter((line) => !isPageNumber(line));
  const { rest, stacks } = withoutStacks(
    own.map((line) => ({ ...line, pieces: finePieces(line) })),
    figureOf,
  );
  const segments = segmentsOf(rest).map((segment) => ({ segment, rows: segmentRows(segment) }));
  const rows = segments.flatMap(({ segment, rows: found }) => found ?? naiveRows(segment));
  return {
    rows: [...stacks.map(({ text, page }) => [{ text, place: { page } }]), ...rows],
    isExact: segments.every(({ rows: found }) => found !== null),
  };
}

function finePieces(line: LineBlock): Piece[] {
  const pieces = withSpacedFigures(recut(line, FINE));
  return respaced(pieces, figureOf).flatMap(figuresApart).flatMap(labelApart);
}

/** The rows of a table without rules, and whether each has as many cells as there are columns. */
export interface OpenTable {
  rows: PlacedCell[][];
  isExact: boolean;
}

/** The number of a page, printed between two rows: 第 3 页, or - 3 - closer together than figures stand in columns. */
function isPageNumber(line: LineBlock): boolean {
  const words = fold(lineText(line)).trim();
  if (line.pieces.length === 1 && /^第\s?\d{1,3}\s?页$/u.test(words)) return true;
  const isNarrow = line.right - line.left < PAGE_NUMBER * (line.pieces[0]?.size ?? 0);
  return isNarrow && /^[-—–]\s*\d{1,3}\s*[-—–]$/u.test(words);
}

/** The widest number of a page between dashes, in sizes of its font. */
const PAGE_NUMBER = 4;

interface Segment {
  heads: OpenLine[];
  body: OpenLine[];
}

/** Heads after figures begin a table of their own, unless they are those of the table before once more. */
function segmentsOf(lines: readonly OpenLine[]): OpenLine[][] {
  const segments: Segment[] = [];
  for (const line of lines) {
    const segment = segments.at(-1);
    const isBody = hasFigure(line);
    if (isBody && segment) segment.body.push(line);
    else if (isBody) segments.push({ heads: [], body: [line] });
    else if (!segment || beginsHeads(line, segment))
      segments.push({ heads: [...firstOf(line, segment?.body ?? []), line], body: [] });
    else (segment.body.length === 0 ? segment.heads : segment.body).push(line);
  }
  return merged(segments).map(({ heads, body }) => [...heads, ...body]);
}

/** Takes the lines of heads that stand close above one out of the rows before them: of words broken over lines none is a head. */
function firstOf(line: OpenLine, body: OpenLine[]): OpenLine[] {
  const first: OpenLine[] = [];
  for (let last = body.at(-1); last && !hasFigure(last); last = body.at(-1)) {
    if (!goesOn(first[0] ?? line, last)) break;
    first.unshift(last);
    body.pop();
  }
  return first;
}

function merged(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = [];
  for (const segment of segments) {
    const before = whole.at(-1);
    const words = wordsOf(segment.heads);
    if (before && words !== "" && wordsOf(before.heads).startsWith(words))
      before.body.push(...segment.body);
    else whole.push(segment);
  }
  return whole;
}

function wordsOf(lines: readonly OpenLine[]): string {
  return lines
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join("")
    .replace(/\s+/gu, "");
}

/** A line without figures that has words of heads, or stands among the columns of figures above it. */
function beginsHeads(line: OpenLine, { body }: { body: readonly OpenLine[] }): boolean {
  const words = line.pieces.map(({ text }) => text);
  if (body.length > 0 && (words.some(isHeadWord) || areSideBySide(words))) return true;
  if (goesOn(line, body.at(-1))) return false;
  const figures = body.flatMap(({ pieces }) => pieces.filter(figureOf));
  const left = Math.min(...figures.map((piece) => piece.left));
  return line.pieces.some((piece) => middleX(piece) > left && isHeadPart(piece.text));
}

/** Whether a line stands so close under another as the lines of one cell. */
function goesOn(line: OpenLine | undefined, before: OpenLine | undefined): boolean {
  if (!line || before?.page !== line.page) return false;
  return line.top - before.bottom < CELL_LEADING * (line.pieces[0]?.size ?? 0);
}

function segmentRows(lines: readonly OpenLine[]): PlacedCell[][] | null {
  const first = lines.findIndex(hasFigure);
  const { narrow, figures } = figureColumns(lines);
  const spelled = spelledHeads(lines, figures, narrow);
  const whole =
    spelled && rowsUnder(spelled.lines, lines.slice(spelled.lines.length), spelled.columns);
  if (whole || first < 0) return whole;
  const heads = spelled?.lines ?? once(lines.slice(0, first));
  const body = lines.slice(heads === spelled?.lines ? heads.length : first);
  const columns = withHeads(figures, heads);
  return (columns && rowsUnder(heads, body, columns)) ?? rowsInTwo(heads, body);
}

/** The columns in which figures stand, those of which no line fills both taken together, and none. */
function figureColumns(lines: readonly OpenLine[]) {
  const rows = lines.map(({ pieces }) => pieces.flatMap(figuresIn));
  const narrow = columnsOf(rows.flat());
  return { narrow, figures: withoutTwins(narrow, rows, TWINS * (rows.flat()[0]?.size ?? 0)) };
}

/** The rows of a table that goes on with as many columns in other places, most likely on another page. */
function rowsInTwo(heads: readonly OpenLine[], body: readonly OpenLine[]): PlacedCell[][] | null {
  const isTurn = (at: number) => body[at]?.page !== body[at - 1]?.page;
  const ends = body.map((_, at) => at).slice(1);
  const ways = [...ends.filter(isTurn), ...ends.filter((at) => !isTurn(at))].flatMap((at) => {
    const [above, below] = [body.slice(0, at), body.slice(at)];
    const columns = withHeads(figureColumns(above).figures, heads);
    const { figures } = figureColumns(below);
    if (!columns || columns.length < 2 || columns.length !== figures.length) return [];
    const rows = rowsUnder(heads, above, columns);
    const more = rows && rowsUnder([], below, figures);
    return more ? [[...rows, ...more]] : [];
  });
  return ways.find((rows) => rows.every(([label]) => label?.text !== NOBODY)) ?? ways[0] ?? null;
}

/** Heads and rows by their columns; null where something stands in none, or two things in one. */
function rowsUnder(
  heads: readonly OpenLine[],
  printed: readonly OpenLine[],
  columns: readonly Interval[],
): PlacedCell[][] | null {
  const left = Math.min(...columns.map((column) => column.left));
  const body = wholeCells(printed, columns, left);
  if (!body) return null;
  // A row may have nothing but words for figures.
  const isCell = (piece: Piece) => (body === printed ? figureOf(piece) : piece.right > left);
  const anchors = body.filter(({ pieces }) => pieces.some(isCell));
  const cells = anchors.map((line) => inColumns(line, columns, left));
  if (cells.some((row) => row === null)) return null;
  const labels = labelBlocks([...heads.slice(-3), ...body], left, heads, anchors);
  return [
    ...headCells(heads, columns, left, labels.used),
    ...bodyRows(labels.blocks, anchors, cells, columns),
    ...(body.length === 0 ? [blankRow(columns, heads)] : []),
  ];
}

/** Heads that a page break left alone at the foot of a page stand once more on the next, under those the table began with. */
function once(heads: readonly OpenLine[]): readonly OpenLine[] {
  const cornerOf = (line: OpenLine) => line.pieces[0]?.text ?? "";
  const corner = heads.find((line) => isHeadWord(cornerOf(line)) && line.pieces.length > 1);
  const again = corner ? heads.findLastIndex((line) => cornerOf(line) === cornerOf(corner)) : 0;
  if (corner && again > heads.indexOf(corner)) return heads.slice(again);
  const last = heads.filter(({ page }) => page === heads.at(-1)?.page);
  const before = heads.slice(0, heads.length - last.length);
  return wordsOf(before).endsWith(wordsOf(last)) ? last : heads;
}

/** Columns in which no row has a figure are known by their heads; null where figures may stand under one of two. */
function withHeads(figures: readonly Interval[], heads: readonly OpenLine[]): Interval[] | null {
  const pieces = heads.slice(-4).flatMap((line) => line.pieces);
  const isOver = (column: Interval) => pieces.some((piece) => overlaps(piece, column));
  const first = figures.find(isOver);
  const narrow = pieces.filter(
    (piece) => figures.filter((column) => overlaps(column, piece)).length === 1,
  );
  const alone = pieces.filter(
    (piece) =>
      // One character is a part of a head that was spaced out.
      piece.glyphs.length > 1 &&
      piece.left > (first?.left ?? Infinity) &&
      figures.every((column) => !overlaps(column, piece)) &&
      // The rest of a head that is broken over lines.
      !narrow.some((other) => overlaps(other, piece)),
  );
  // As many heads as columns: those that stand over none belong to one all the same.
  const under = columnsOf([...narrow, ...alone]);
  if (under.length <= figures.length || alone.length === 0) return [...figures];
  // The pieces of a head that was spaced out stand over the same figures.
  const over = figures.filter(isOver).map((column) => {
    const own = narrow.filter((piece) => overlaps(column, piece));
    return own.length > 0 ? around(own) : column;
  });
  return widened(columnsOf([...over, ...alone]), figures);
}

/** The texts of a line in their columns; null where two stand in one. */
function inColumns(line: OpenLine, columns: readonly Interval[], left: number): string[] | null {
  const row = columns.map(() => "");
  for (const piece of line.pieces) {
    if (piece.right <= left) continue;
    const index = columns.findIndex((column) => overlaps(column, piece));
    if (index < 0 || row[index] !== "") return null;
    row[index] = piece.text;
  }
  return row;
}

/** Nothing below the heads: the one row of a table without labels was left empty. */
function blankRow(columns: readonly Interval[], heads: readonly OpenLine[]): PlacedCell[] {
  const page = heads.at(-1)?.page ?? 1;
  return columns.map(() => ({ text: "", place: { page } }));
}

/** What stands for the label of figures that have none, or more than one. */
export const NOBODY = "（没有行名）";

interface BodyRow {
  at: number;
  page: number;
  labels: readonly LabelBlock[];
  cells: string[];
}

function bodyRows(
  labels: readonly LabelBlock[],
  anchors: readonly OpenLine[],
  cells: readonly (string[] | null)[],
  columns: readonly Interval[],
): PlacedCell[][] {
  const rows = anchors.map(
    (anchor, index): BodyRow => ({
      at: middleY(anchor),
      page: anchor.page,
      labels: labels.filter((label) => label.anchor === index),
      cells: cells[index] ?? [],
    }),
  );
  // Where all figures have a label, a row without any is blank.
  const isWhole = rows.every((row) => row.labels.length > 0);
  const blanks = columns.map(() => "");
  for (const label of labels)
    if (label.anchor === null) {
      const isBlank = isWhole && isRowLabel(label.text);
      rows.push({ at: label.at, page: label.page, labels: [label], cells: isBlank ? blanks : [] });
    }
  if (labels.length > 0) leaveToNobody(rows, anchors);
  return rows
    .sort((a, b) => a.page - b.page || a.at - b.at)
    .map((row) =>
      [...row.labels.toSorted((a, b) => a.left - b.left).map(({ text }) => text), ...row.cells].map(
        (text) => ({ text, place: { page: row.page } }),
      ),
    );
}

/**
 * Among rows with labels, figures without one belong to nobody; close to others they may be a line of those, whose digits
 * stand above and below the label.
 */
function leaveToNobody(rows: readonly BodyRow[], anchors: readonly OpenLine[]): void {
  let begun: BodyRow | undefined;
  let above: (readonly string[])[] = [];
  for (const [index, anchor] of anchors.entries()) {
    const row = rows[index];
    if (!row) continue;
    const hasLabel = row.labels.length > 0;
    if (!goesOn(anchor, anchors[index - 1])) [begun, above] = [undefined, []];
    if (hasLabel) {
      begun = row;
      if (row.cells.includes("")) row.cells = joined([...above, row.cells]);
      above = [];
    } else {
      if (begun) begun.cells = joined([begun.cells, row.cells]);
      above.push(row.cells);
      row.cells = [NOBODY, ...row.cells];
    }
  }
}

/** The lines of cells one under another, as one text for each column. */
function joined(lines: readonly (readonly string[])[]): string[] {
  const [first = []] = lines;
  return first.map((_, at) =>
    lines
      .map((line) => line[at] ?? "")
      .join(" ")
      .trim(),
  );
}

/** Where columns cannot be told, each piece is a cell of its line: what does not fit is doubted later. */
function naiveRows(lines: readonly OpenLine[]): PlacedCell[][] {
  const begun = new Map(
    lines.flatMap(({ pieces, page }) =>
      pieces.filter(figureOf).flatMap((figure) => {
        const above = wordAbove(figure, page, lines);
        return above ? [[figure, above] as const] : [];
      }),
    ),
  );
  const remarks = new Map(
    lines.flatMap(({ pieces, page }) =>
      pieces.filter(figureOf).flatMap((figure) => {
        const words = remarkBelow(figure, page, lines);
        return words.length > 0 ? [[figure, words] as const] : [];
      }),
    ),
  );
  const gone = new Set([...begun.values(), ...[...remarks.values()].flat()]);
  const textOf = (piece: Piece) =>
    [begun.get(piece), piece, ...(remarks.get(piece) ?? [])].map((one) => one?.text ?? "").join("");
  return lines.map(({ pieces, page }) =>
    pieces
      .filter((piece) => !gone.has(piece))
      .map((piece) => ({ text: textOf(piece), place: { page } })),
  );
}

/** The lines right under a figure in which a remark on it goes on that the line of figures does not begin: 26（其 / 中修订 / 13件）. */
function remarkBelow(figure: Piece, page: number, lines: readonly OpenLine[]): Piece[] {
  const words: Piece[] = [];
  const below = lines
    .filter((line) => line.page === page && line.top > figure.top)
    .flatMap(({ pieces }) => pieces.filter((piece) => overlaps(piece, figure)));
  for (const piece of below) {
    const above = words.at(-1) ?? figure;
    const isNext = piece.top - above.bottom < CELL_LEADING * figure.size;
    const begins = words.length > 0 || /^[(（]/u.test(piece.text);
    if (!isNext || !begins || figureOf(piece)) break;
    words.push(piece);
  }
  return words;
}

/** A word right over a figure, which then is the rest of what its cell says: 约3 / 0余件. */
function wordAbove(figure: Piece, page: number, lines: readonly OpenLine[]): Piece | undefined {
  return lines
    .filter((line) => line.page === page)
    .flatMap(({ pieces }) => pieces)
    .find(
      (piece) =>
        !figureOf(piece) &&
        !isHeadWord(piece.text) &&
        overlaps(piece, figure) &&
        figure.top > piece.top &&
        figure.top - piece.bottom < CELL_LEADING * figure.size,
    );
}
