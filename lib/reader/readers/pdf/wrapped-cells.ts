import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import { type Piece, textOf } from "./lines.ts";
import { isHeadWord } from "./open-heads.ts";
import { type Interval, type OpenLine, overlaps } from "./open-line.ts";
import { around, type Glyph, middleX } from "./page.ts";

/** Lines of one cell have less room between them than this, in parts of the size of the font. */
export const CELL_LEADING = 0.6;
/** How far apart the upper sides of cells may be that begin at one height, in parts of the size of the font. */
const SAME = 0.3;

/** Lines of figures that share so much of their height are one row, in parts of the size of the font. */
const INTERLACED = 0.2;

/** Longer words in the columns are those of a note. */
const LONGEST = 8;

interface Part {
  column: number;
  page: number;
  glyphs: Glyph[];
  top: number;
  bottom: number;
}

/** The text of a cell over its lines. */
interface Block {
  column: number;
  page: number;
  lines: Part[];
  top: number;
  bottom: number;
}

const figureOf = (text: string) => isFigure(fold(text).trim());

/** A figure, or the figures of several cells, with the beginning of a remark behind each. */
const REMARKED = /^(?:\d[\d,.]*\s?\(\s?)+(?:\D.*|\d*)$/u;

/** The figures that a piece of a line is, or that stand in it before remarks which go on below. */
export function figuresIn(piece: Piece): Piece[] {
  if (figureOf(piece.text)) return [piece];
  if (!REMARKED.test(fold(piece.text).trim())) return [];
  const runs: Glyph[][] = [[]];
  for (const glyph of piece.glyphs)
    if (/[(（]/u.test(glyph.text)) runs.push([]);
    else runs.at(-1)?.push(glyph);
  return runs.flatMap((glyphs): Piece[] => {
    const text = textOf(glyphs);
    return figureOf(text) ? [{ ...piece, ...around(glyphs), glyphs, text }] : [];
  });
}

/**
 * The lines of a table in which remarks behind the figures go over several lines: what stands in one column and one row
 * is put together, at the height of its row. The lines as they are where nothing but figures stands in the columns; null
 * where parts of remarks are left that belong to no cell for certain.
 */
export function wholeCells(
  body: readonly OpenLine[],
  columns: readonly Interval[],
  left: number,
): readonly OpenLine[] | null {
  const isInside = (piece: Piece) => piece.right > left;
  const inside = body.map((line) => line.pieces.filter(isInside));
  const areFigures = inside.flat().every(({ text }) => figureOf(text));
  if (areFigures && !areInterlaced(body, inside)) return body;
  const parts = body.flatMap(({ page }, index) => partsOf(inside[index] ?? [], page, columns));
  const blocks = blocksOf(parts);
  const bands = bandsOf(blocks);
  const isWhole =
    blocks.every((block) => figureOf(wordsOf(block)) || isWord(block)) &&
    bands.every((band) => new Set(band.map(({ column }) => column)).size === band.length);
  if (!isWhole) return inside.some(isRest) ? null : body;
  const isTop = beginTogether(bands);
  const labels = body.flatMap((line): OpenLine[] => {
    const pieces = line.pieces.filter((piece) => !isInside(piece));
    return pieces.length > 0 ? [{ ...line, ...around(pieces), pieces }] : [];
  });
  return [...labels, ...bands.map((band) => lineOf(band, columns, isTop))].sort(
    (a, b) => a.page - b.page || a.top - b.top,
  );
}

/** Whether lines of figures run into each other, as where some of a row stand a little higher than the others. */
function areInterlaced(lines: readonly OpenLine[], inside: readonly (readonly Piece[])[]): boolean {
  return inside.some((pieces, index) => {
    const above = inside[index - 1] ?? [];
    const [first] = pieces;
    if (!first || above.length === 0 || lines[index]?.page !== lines[index - 1]?.page) return false;
    const shared = around(above).bottom - around(pieces).top;
    return around(above).top < around(pieces).top && shared > INTERLACED * first.size;
  });
}

/** Short words in the columns of a line without figures: parts of cells that belong to what stands above or below. */
function isRest(pieces: readonly Piece[]): boolean {
  const isPart = ({ text }: Piece) =>
    !figureOf(text) && text.length <= LONGEST && !isHeadWord(text);
  return pieces.length > 0 && pieces.every(isPart);
}

/** The characters of a line, column by column. */
function partsOf(pieces: readonly Piece[], page: number, columns: readonly Interval[]): Part[] {
  const parts = new Map<number, Glyph[]>();
  for (const piece of pieces) {
    const own = columns.flatMap((column, index) => (overlaps(piece, column) ? [index] : []));
    for (const glyph of piece.glyphs) {
      const index = own.length === 1 && own[0] !== undefined ? own[0] : nearest(glyph, columns);
      parts.set(index, [...(parts.get(index) ?? []), glyph]);
    }
  }
  return [...parts].map(([column, glyphs]) => {
    const { top, bottom } = around(glyphs);
    return { column, page, glyphs, top, bottom };
  });
}

/** The column in which, or next to which, a character stands. */
function nearest(glyph: Glyph, columns: readonly Interval[]): number {
  const index = columns.findIndex(({ right }, at) => {
    const next = columns[at + 1];
    return !next || middleX(glyph) < (right + next.left) / 2;
  });
  return Math.max(0, index);
}

function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  for (const part of parts.toSorted((a, b) => a.page - b.page || a.top - b.top)) {
    const size = part.glyphs[0]?.size ?? 0;
    const above = blocks.findLast(({ column }) => column === part.column);
    const isNext =
      above && above.page === part.page && part.top - above.bottom < CELL_LEADING * size;
    // Two figures set tightly under each other stay two.
    if (isNext && !(figureOf(wordsOf(above)) && figureOf(textOf(part.glyphs)))) {
      above.lines.push(part);
      above.bottom = Math.max(above.bottom, part.bottom);
    } else blocks.push({ ...part, lines: [part] });
  }
  return acrossPages(blocks);
}

/** A cell that a page's end cuts is a figure only with what goes on in its column on the next page. */
function acrossPages(blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  for (const block of blocks) {
    const above = whole.findLast(({ column }) => column === block.column);
    const goesOn = above && above.page + 1 === block.page && !figureOf(wordsOf(block));
    if (goesOn && figureOf(wordsOf(above) + wordsOf(block))) above.lines.push(...block.lines);
    else whole.push(block);
  }
  return whole;
}

const wordsOf = ({ lines }: Block) => lines.map(({ glyphs }) => textOf(glyphs)).join("");

/** A word that stands for a figure. */
const isWord = (block: Block) => /^\p{Script=Han}{1,6}$/u.test(wordsOf(block));

/** Cells side by side are one row. */
function bandsOf(blocks: readonly Block[]): Block[][] {
  const bands: { page: number; bottom: number; blocks: Block[] }[] = [];
  for (const block of blocks.toSorted((a, b) => a.page - b.page || a.top - b.top)) {
    const last = bands.at(-1);
    if (last && last.page === block.page && block.top < last.bottom) {
      last.blocks.push(block);
      last.bottom = Math.max(last.bottom, block.bottom);
    } else bands.push({ page: block.page, bottom: block.bottom, blocks: [block] });
  }
  return bands.map((band) => band.blocks);
}

/** Whether cells of different heights begin at one height, rather than stand in the middle of their row. */
function beginTogether(bands: readonly (readonly Block[])[]): boolean {
  const uneven = bands.filter((band) => new Set(band.map(({ lines }) => lines.length)).size > 1);
  return uneven.every((band) => {
    const tops = band.map(({ top }) => top);
    const size = band[0]?.lines[0]?.glyphs[0]?.size ?? 0;
    return Math.max(...tops) - Math.min(...tops) < SAME * size;
  });
}

/** The cells of a row as one line: at the height of their first lines, or of their middle. */
function lineOf(band: readonly Block[], columns: readonly Interval[], isTop: boolean): OpenLine {
  const box = around(
    band
      .flatMap(({ lines }) => (isTop ? lines.slice(0, 1) : lines))
      .flatMap(({ glyphs }) => glyphs),
  );
  const pieces = band
    .toSorted((a, b) => a.column - b.column)
    .map((block): Piece => {
      const glyphs = block.lines.flatMap((line) => line.glyphs);
      const { left = box.left, right = box.right } = columns[block.column] ?? {};
      const size = glyphs[0]?.size ?? 0;
      return { ...box, left, right, glyphs, size, text: wordsOf(block) };
    });
  return { ...around(pieces), pieces, page: band[0]?.page ?? 1 };
}
