import { isKnown } from "../known.ts";
import { type Piece, textOf } from "./lines.ts";
import { around } from "./page.ts";

/** More room than this between characters parts words, in parts of the size of the font. */
const WIDEST = 1.3;
/** Characters of one word stand as far apart as each other, but for this, in parts of the size of the font. */
const EVEN = 0.35;
const FEWEST = 2;

/** The pieces of a line with the characters of words that were spaced out put together again. */
export function respaced(pieces: readonly Piece[], isFigure: (piece: Piece) => boolean): Piece[] {
  const whole: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    const run = runAt(pieces, index, isFigure);
    const word = run.length >= FEWEST ? joined(run) : undefined;
    if (word && (run.length > FEWEST || isKnown(word.text))) {
      whole.push(word);
      index += run.length;
    } else {
      const piece = pieces[index];
      if (piece) whole.push(piece);
      index++;
    }
  }
  return whole;
}

/** Pieces of one character from here on, evenly apart. */
function runAt(
  pieces: readonly Piece[],
  from: number,
  isFigure: (piece: Piece) => boolean,
): Piece[] {
  const run: Piece[] = [];
  let gap = 0;
  for (const [index, piece] of pieces.slice(from).entries()) {
    const next = pieces[from + index + 1];
    if (piece.glyphs.length > 1 || (isFigure(piece) && !beginsWord(piece, next))) break;
    const last = run.at(-1);
    const room = last ? piece.left - last.right : 0;
    if (last && room > WIDEST * piece.size) break;
    if (run.length > 1 && Math.abs(room - gap) > EVEN * piece.size) break;
    if (run.length === 1) gap = room;
    run.push(piece);
  }
  return run;
}

const POINT = /^[.．,，]$/u;
const DIGITS = /^\d{1,3}$/u;

/** Figures whose digits were spaced out, put together again around their points and commas, as far as digits follow evenly. */
export function withSpacedFigures(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    const run = figureAt(pieces, index);
    const [piece] = run;
    if (piece) whole.push(run.length > 1 ? joined(run) : piece);
    index += Math.max(1, run.length);
  }
  return whole;
}

/** A piece as it is meant where it is one figure with a point among digits that were spaced out. */
export function closedUp(piece: Piece): Piece {
  const isSpaced = /^\d(?: ?\d)* [.．] \d(?: ?\d)*$/u.test(piece.text);
  return isSpaced ? { ...piece, text: piece.text.replaceAll(" ", "") } : piece;
}

/** A piece and what belongs to the same figure: digits, a point, and more digits as near. */
function figureAt(pieces: readonly Piece[], from: number): Piece[] {
  const [first, point] = pieces.slice(from, from + 2);
  if (!first || !point || !DIGITS.test(first.text) || !POINT.test(point.text))
    return first ? [first] : [];
  const widest = point.left - first.right + EVEN * first.size;
  const run = [first];
  for (const piece of pieces.slice(from + 1)) {
    const last = run.at(-1) ?? first;
    const isPart = DIGITS.test(piece.text) || POINT.test(piece.text);
    if (!isPart || piece.left - last.right > Math.min(widest, WIDEST * first.size)) break;
    run.push(piece);
  }
  return DIGITS.test(run.at(-1)?.text ?? "") ? run : [first];
}

/** A figure before a point is the number of a label, 无 before another character its first. */
function beginsWord(piece: Piece, next: Piece | undefined): boolean {
  if (!next || next.left - piece.right > WIDEST * piece.size) return false;
  return /^[.．、]/u.test(next.text) || (piece.text === "无" && /^\p{Script=Han}/u.test(next.text));
}

function joined(run: readonly Piece[]): Piece {
  const glyphs = run.flatMap((piece) => piece.glyphs);
  const size = Math.max(...run.map((piece) => piece.size));
  return { ...around(run), text: textOf(glyphs).replace(/\s+/gu, ""), glyphs, size };
}
