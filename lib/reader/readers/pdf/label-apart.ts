import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import { isKnown } from "../known.ts";
import { isMark, type Piece, textOf } from "./lines.ts";
import { around } from "./page.ts";

/** A number begins a label. */
export const BEGINS = /^(?:\d{1,2}\s*[.．、]|[（(]\s*[一二三四五六七]\s*[）)]|[一二三四]\s*、)/u;

const SHORTEST = 3;

/** A label that reaches to the figure beside it, or the label of a group to that of a row, as two pieces. */
export function labelApart(piece: Piece): Piece[] {
  const { glyphs, text } = piece;
  if (glyphs.length < SHORTEST || isFigure(fold(text).trim()) || isKnown(text)) return [piece];
  for (let at = glyphs.length - 1; at > 1; at--) {
    const [before, after] = [glyphs.slice(0, at), glyphs.slice(at)].map(
      (some): Piece => ({ ...piece, ...around(some), glyphs: some, text: textOf(some) }),
    );
    if (before && after && areTwo(before.text, after.text)) return [before, after];
  }
  return [piece];
}

/** Figures with so little room between them that it only makes a blank, as a piece each. */
export function figuresApart(piece: Piece): Piece[] {
  if (!/^\d[\d,.]*(?: \d[\d,.]*)+$/u.test(fold(piece.text))) return [piece];
  const runs: Piece["glyphs"][] = [];
  for (const [index, glyph] of piece.glyphs.entries()) {
    const before = piece.glyphs[index - 1];
    const isNext = before && (isMark(glyph, before) || !textOf([before, glyph]).includes(" "));
    if (isNext) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((glyphs) => ({ ...piece, ...around(glyphs), glyphs, text: textOf(glyphs) }));
}

function areTwo(before: string, after: string): boolean {
  if (isFigure(fold(after).trim())) return isKnown(before);
  return BEGINS.test(before) && BEGINS.test(after) && isKnown(after);
}
