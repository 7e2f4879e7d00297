import { UNREADABLE } from "../../lost.ts";
import { wholeFigures } from "./broken-figures.ts";
import { cellText, isIn } from "./cell-text.ts";
import { type Crossed, gridsOf, type RuledCell, type RuledGrid } from "./grid.ts";
import { type Line, linesOf, type Piece } from "./lines.ts";
import { type Box, type Glyph, middleY, type PageDrawing } from "./page.ts";
import { hasPicture, unveiled } from "./pictures.ts";
import { upright } from "./upright.ts";

/** A cell of a ruled table with its text. */
export interface TextCell extends RuledCell {
  text: string;
  page: number;
}

/** A ruled table, row by row; cells that reach over several rows stand in their first. */
export interface GridBlock extends Box {
  kind: "grid";
  page: number;
  columns: number[];
  rows: TextCell[][];
  isSound: boolean;
}

/** A line of text outside every ruled table. */
export interface LineBlock extends Line {
  kind: "line";
  page: number;
}

export type Block = GridBlock | LineBlock;

/** A page as blocks from top to bottom. */
export interface PageBlocks {
  width: number;
  height: number;
  blocks: Block[];
  /** Whether its text was laid over a picture by a program that recognises characters. */
  isRecognised: boolean;
}

/** Characters with less room between them are one word, in parts of the size of the font. */
const TOUCHING = 0.25;

/** A cell with more text than this is a frame around prose, not a cell of a form. */
const MAX_CELL_TEXT = 400;

/** Parts a page into ruled tables and lines of text; null where it has more lines than any form. */
export function blocksOf(drawing: PageDrawing, page: number): PageBlocks | null {
  const { glyphs: all, rules, pictures, width, height, isRecognised } = upright(drawing);
  const glyphs = unveiled(all);
  const words = linesOf(glyphs, TOUCHING).flatMap(({ pieces }) => pieces);
  const found = gridsOf(rules, crossing(words));
  if (!found) return null;
  const grids: GridBlock[] = [];
  const taken = new Set<Glyph>();
  // The smaller of two tables lies in a cell of the larger.
  for (const grid of found.toSorted((a, b) => area(a) - area(b))) {
    const own = glyphsIn(grid, words).filter((glyph) => !taken.has(glyph));
    const block = gridBlock(grid, own, { page, pictures });
    if (!block) continue;
    for (const glyph of own) taken.add(glyph);
    grids.push(block);
  }
  const rest = glyphs.filter((glyph) => !taken.has(glyph) && glyph.turn === 0);
  const lines = linesOf(wholeFigures(rest)).map(
    (line): LineBlock => ({ ...line, kind: "line", page }),
  );
  const blocks = [...grids, ...lines].sort((a, b) => a.top - b.top);
  return { width, height, blocks, isRecognised };
}

/** The characters in a table, and those outside that belong to a word which reaches into it. */
function glyphsIn(grid: Box, words: readonly Piece[]): Glyph[] {
  return words.flatMap(({ glyphs }) => {
    const inside = glyphs.filter((glyph) => isIn(glyph, grid));
    return inside.length > 0 && glyphs.every(({ turn }) => turn === 0) ? glyphs : inside;
  });
}

/** Whether some word lies across an upright line. */
function crossing(pieces: readonly Piece[]): Crossed {
  return (x, top, bottom) =>
    pieces.some(
      (piece) =>
        piece.left + 1 < x &&
        x < piece.right - 1 &&
        middleY(piece) > top &&
        middleY(piece) < bottom,
    );
}

function area({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function gridBlock(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  { page, pictures }: { page: number; pictures: readonly Box[] },
): GridBlock | null {
  const texts = new Map<RuledCell, Glyph[]>();
  const { places, crossed, cut } = placed(grid, glyphs);
  for (const [glyph, cell] of places) texts.set(cell, [...(texts.get(cell) ?? []), glyph]);
  const rows = new Map<number, TextCell[]>();
  for (const cell of grid.cells) {
    const isPasted = !texts.has(cell) && hasPicture(cell, pictures);
    const text = isPasted ? UNREADABLE : textIn(cell, texts, crossed, cut);
    if (text.length > MAX_CELL_TEXT) return null;
    const row = rows.get(cell.rows[0]) ?? [];
    row.push({ ...cell, text, page });
    rows.set(cell.rows[0], row);
  }
  if (texts.size < 2) return null;
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
  return { ...grid, kind: "grid", page, rows: inOrder };
}

interface Placed {
  places: [Glyph, RuledCell][];
  /** Cells over which digits hang that were given to another, and those others: they may be figures of both. */
  crossed: Map<RuledCell, Set<RuledCell>>;
  /** Cells parted by rules that stand between the digits of one figure, too long for its own. */
  cut: Set<RuledCell>;
}

/** What a cell says; digits that reach over another cell with none of its own may be the figures of both, and are none; nor are those that a rule parts. */
function textIn(
  cell: RuledCell,
  texts: ReadonlyMap<RuledCell, readonly Glyph[]>,
  crossed: ReadonlyMap<RuledCell, ReadonlySet<RuledCell>>,
  cut: ReadonlySet<RuledCell>,
): string {
  const own = texts.get(cell);
  if (!own) return crossed.has(cell) ? UNREADABLE : "";
  const isBoths = [...crossed].some(([other, takers]) => takers.has(cell) && !texts.has(other));
  const isOpen = isBoths || cut.has(cell);
  return `${cellText(own, cell)}${isOpen ? UNREADABLE : ""}`;
}

/** Each character in the cell that holds it; a word that hangs over a rule goes with most of its characters. */
function placed(grid: RuledGrid, glyphs: readonly Glyph[]): Placed {
  const at = finder(grid);
  const found: Placed = { places: [], crossed: new Map(), cut: new Set() };
  for (const { pieces } of linesOf(glyphs, TOUCHING))
    for (const piece of pieces) placeIn(found, piece, at);
  return found;
}

function placeIn(found: Placed, { glyphs: run, text }: Piece, at: ReturnType<typeof finder>): void {
  const cells = run.map((glyph) => at(glyph));
  const hangs = cells.includes(undefined) || run.some((glyph) => isCut(glyph, at));
  const most = hangs ? commonest(cells) : null;
  if (!hangs && isFigure(text)) for (const cell of partedByRules(run, cells)) found.cut.add(cell);
  for (const [index, glyph] of run.entries()) {
    const [own, cell] = [cells[index], most ?? cells[index]];
    if (cell) found.places.push([glyph, cell]);
    if (own && cell && own !== cell && isFigure(text)) addTo(found.crossed, own, cell);
  }
}

/** Digits of one figure have less room between them than this, in parts of the size of the font. */
const IN_FIGURE = 0.08;

/** The cells on both sides of rules between digits that stand as close as those of one figure. */
function partedByRules(
  run: readonly Glyph[],
  cells: readonly (RuledCell | undefined)[],
): RuledCell[] {
  return run.flatMap((glyph, index) => {
    const [next, one, other] = [run[index + 1], cells[index], cells[index + 1]];
    if (!next || !one || !other || one === other) return [];
    return next.left - glyph.right < IN_FIGURE * glyph.size ? [one, other] : [];
  });
}

function addTo(crossed: Placed["crossed"], own: RuledCell, taker: RuledCell): void {
  crossed.set(own, (crossed.get(own) ?? new Set()).add(taker));
}

function isFigure(text: string): boolean {
  return /\d/u.test(text) && /^[\d\s.,]+$/u.test(text);
}

function finder({ cells }: RuledGrid): (glyph: Box) => RuledCell | undefined {
  let last: RuledCell | undefined;
  return (glyph) => {
    if (!last || !isIn(glyph, last)) last = cells.find((cell) => isIn(glyph, cell));
    return last;
  };
}

/** Whether a rule goes through the middle part of a character. */
function isCut(glyph: Glyph, at: (box: Box) => RuledCell | undefined): boolean {
  const quarter = (glyph.right - glyph.left) / 4;
  const { top, bottom } = glyph;
  const [start, end] = [glyph.left + quarter, glyph.right - quarter];
  return (
    at({ left: start, right: start, top, bottom }) !== at({ left: end, right: end, top, bottom })
  );
}

function commonest(cells: readonly (RuledCell | undefined)[]): RuledCell | null {
  const counts = new Map<RuledCell, number>();
  for (const cell of cells) if (cell) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
