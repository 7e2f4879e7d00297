import { linesOf, type Piece } from "./lines.ts";
import { around, type Glyph, middleX, middleY } from "./page.ts";
import { isKnown } from "./rejoin.ts";

/** A gap that parts the columns of a table without rules, in parts of the size of the font. */
const FINE = 0.4;
/** Lines of one figure have less room between them than this, in parts of the size of the font. */
const LEADING = 0.45;
/** How far the sides or middles of figures in one column may be apart, in parts of the size of the font. */
const SAME = 0.3;
/** Figures further apart than this many heights of a character are not those of one table. */
const APART = 6;
/** A column in which fewer digits find room breaks no figure. */
const FEWEST = 3;

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
  const pairs = figures.flatMap((upper) => {
    const lower = below(upper, figures);
    return lower ? [{ upper: upper.piece, lower: lower.piece }] : [];
  });
  const broken = new Set(pairs.flatMap(({ upper, lower }) => [upper, lower]));
  const whole = figures.flatMap(({ piece }) => (broken.has(piece) ? [] : [piece]));
  const gone = new Set([...broken].flatMap((piece) => piece.glyphs));
  const joined = pairs.flatMap(({ upper, lower }) => inOneLine(upper, lower, whole));
  return gone.size === 0 ? [...glyphs] : [...glyphs.filter((one) => !gone.has(one)), ...joined];
}

const isFigure = ({ text }: Piece) => /^[\d.,]*\d[\d.,]*$/u.test(text);
/** A figure without a point, whose digits all have one width. */
const isWhole = ({ text }: Piece) => /^\d+$/u.test(text);

/** The rest of a figure, under it. */
function below(upper: Figure, figures: readonly Figure[]): Figure | null {
  if (upper.piece.text.length < FEWEST) return null;
  const column = columnOf(upper, figures);
  const most = Math.max(...column.map(({ piece }) => widthOf(piece)));
  const pairs = column.flatMap((one, index): [Figure, Figure][] => {
    const next = column[index + 1];
    return next && isClose(one.piece, next.piece) ? [[one, next]] : [];
  });
  const areBroken = pairs.every(
    ([one, next]) =>
      fills(one.piece, next.piece, most) && !(isKnown(one.label) && isKnown(next.label)),
  );
  return (areBroken && pairs.find(([one]) => one === upper)?.[1]) || null;
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
  const room = isWhole(upper) && isWhole(lower) ? 0.1 : 0.6;
  return widthOf(upper) > most - room * upper.size && widthOf(lower) <= widthOf(upper);
}

function isAligned(one: Piece, other: Piece): boolean {
  const near = SAME * other.size;
  return (
    Math.abs(one.left - other.left) < near ||
    Math.abs(one.right - other.right) < near ||
    Math.abs(middleX(one) - middleX(other)) < near
  );
}

function isClose(upper: Piece, lower: Piece): boolean {
  return lower.top - upper.bottom < LEADING * upper.size;
}

/** The characters of both lines side by side in the room of the upper one, at the height of the whole figures of their row. */
function inOneLine(upper: Piece, lower: Piece, whole: readonly Piece[]): Glyph[] {
  const glyphs = [...upper.glyphs, ...lower.glyphs];
  const between = middleY(around([upper, lower]));
  const heights = [between, middleY(upper), middleY(lower)];
  const isLine = (height: number) =>
    whole.some((one) => Math.abs(middleY(one) - height) < SAME * one.size);
  const height = heights.find(isLine) ?? between;
  const step = widthOf(upper) / glyphs.length;
  const half = (upper.bottom - upper.top) / 2;
  return glyphs.map((glyph, index) => ({
    ...glyph,
    left: upper.left + index * step,
    right: upper.left + (index + 1) * step,
    top: height - half,
    bottom: height + half,
  }));
}
