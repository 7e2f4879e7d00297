import { fold } from "#lib/chinese/fold.ts";
import { isKnown } from "../known.ts";
import { linesOf, type Piece } from "./lines.ts";
import { around, type Glyph, middleX, middleY } from "./page.ts";

/** A gap that parts the columns of a table without rules, in parts of the size of the font. */
const FINE = 0.4;
/** Lines of one figure have less room between them than this, in parts of the size of the font. */
const LEADING = 0.45;
/** How far the sides or middles of figures in one column may be apart, in parts of the size of the font. */
const SAME = 0.3;
/** The same of their middles, where blanks that are no characters stand before one and behind the other. */
const BLANK = 0.55;
/** Figures further apart than this many heights of a character are not those of one table. */
const APART = 6;
/** A column in which fewer digits find room breaks no figure. */
const FEWEST = 3;
/** A figure of a form has no more lines than this, and a page no more figures. */
const LINES = 3;
const MOST = 1000;

interface Figure {
  piece: Piece;
  /** The words left of it in its line. */
  label: string;
}

/**
 * The characters of a page with figures that were too wide for their column, and went on below, in one line. A figure
 * goes on only below one that fills its column, and only where no other figures of that column stand so close.
 */
export function wholeFigures(glyphs: readonly Glyph[]): Glyph[] {
  const figures = linesOf(glyphs, FINE).flatMap(({ pieces }) =>
    pieces.filter(isFigure).map((piece): Figure => {
      const before = pieces.filter((one) => one.right <= piece.left && !isFigure(one));
      return { piece, label: before.map(({ text }) => text).join("") };
    }),
  );
  if (figures.length > MOST) return [...glyphs];
  const broken = new Set<Piece>();
  const found = figures.flatMap((first) => {
    const lines = broken.has(first.piece) ? [] : linesOfFigure(first, figures);
    for (const line of lines) broken.add(line);
    return lines.length > 1 ? [lines] : [];
  });
  const whole = figures.flatMap(({ piece }) => (broken.has(piece) ? [] : [piece]));
  const gone = new Set(found.flat().flatMap((piece) => piece.glyphs));
  const joined = found.flatMap((lines) => inOneLine(lines, whole));
  return gone.size === 0 ? [...glyphs] : [...glyphs.filter((one) => !gone.has(one)), ...joined];
}

/** Digits, perhaps with a unit after them, or a unit that was left over. */
const isFigure = ({ text }: Piece) => /^[\d.,]*(?:万?元|[件条项次个])?$/u.test(fold(text));
const isUnit = ({ text }: Piece) => !/\d/u.test(text.normalize("NFKC"));
/** A figure without a point, whose digits all have one width. */
const isWhole = ({ text }: Piece) => /^\d+$/u.test(fold(text));

/** The lines of a figure that begins here; none where it is whole, or where nothing tells lines from rows. */
function linesOfFigure(first: Figure, figures: readonly Figure[]): Piece[] {
  if (first.piece.text.length < FEWEST || isUnit(first.piece)) return [];
  const column = columnOf(first, figures);
  const most = Math.max(...column.map(({ piece }) => widthOf(piece)));
  const chains: Figure[][] = [];
  for (const one of column) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && isClose(last.piece, one.piece)) chain.push(one);
    else chains.push([one]);
  }
  const areBroken = chains.every(
    (chain) =>
      chain.length <= LINES && chain.every((one, index) => endsOr(one, chain[index + 1], most)),
  );
  const chain = areBroken ? chains.find(([one]) => one === first) : undefined;
  return chain && chain.length > 1 ? chain.map(({ piece }) => piece) : [];
}

/** Whether a line of a figure is its last, or so full that it had to go on. */
function endsOr(one: Figure, next: Figure | undefined, most: number): boolean {
  if (!next) return true;
  return fills(one.piece, next.piece, most) && !(isKnown(one.label) && isKnown(next.label));
}

/** The figures over and under one another around one, from top to bottom, as far as its table goes. */
function columnOf(figure: Figure, figures: readonly Figure[]): Figure[] {
  const aligned = figures
    .filter((one) => isAligned(one.piece, figure.piece))
    .toSorted((a, b) => a.piece.top - b.piece.top);
  const ends = aligned.flatMap((one, index) => {
    const next = aligned[index + 1];
    return next && next.piece.top - one.piece.bottom < APART * one.piece.size ? [] : [index + 1];
  });
  const at = aligned.indexOf(figure);
  return aligned.slice(
    ends.findLast((end) => end <= at) ?? 0,
    ends.find((end) => end > at),
  );
}

const widthOf = ({ left, right }: Piece) => right - left;

/** Whether a figure leaves no room in its column for the character it goes on with. */
function fills(upper: Piece, lower: Piece, most: number): boolean {
  const room = isWhole(upper) && isWhole(lower) ? 0.1 : isUnit(lower) ? 1.1 : 0.6;
  return widthOf(upper) > most - room * upper.size && widthOf(lower) <= widthOf(upper);
}

function isAligned(one: Piece, other: Piece): boolean {
  const near = SAME * other.size;
  return (
    Math.abs(one.left - other.left) < near ||
    Math.abs(one.right - other.right) < near ||
    Math.abs(middleX(one) - middleX(other)) < BLANK * other.size
  );
}

function isClose(upper: Piece, lower: Piece): boolean {
  return lower.top - upper.bottom < LEADING * upper.size;
}

/** The characters of all lines side by side in the room of the first, at the height of the whole figures of their row. */
function inOneLine(lines: readonly Piece[], whole: readonly Piece[]): Glyph[] {
  const [first] = lines;
  if (!first) return [];
  const glyphs = lines.flatMap((line) => line.glyphs);
  const between = middleY(around(lines));
  const heights = [between, ...lines.map(middleY)];
  const isLine = (height: number) =>
    whole.some((one) => Math.abs(middleY(one) - height) < SAME * one.size);
  const height = heights.find(isLine) ?? between;
  const step = widthOf(first) / glyphs.length;
  const half = (first.bottom - first.top) / 2;
  return glyphs.map((glyph, index) => ({
    ...glyph,
    left: first.left + index * step,
    right: first.left + (index + 1) * step,
    top: height - half,
    bottom: height + half,
  }));
}
