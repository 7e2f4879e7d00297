import type { Range } from "../../plain.ts";
import type { LineBlock } from "../pdf/blocks.ts";
import { labelApart } from "../pdf/label-apart.ts";
import type { Piece } from "../pdf/lines.ts";
import { around, type Glyph } from "../pdf/page.ts";

/** How many columns of the terminal a Chinese character takes: two, or one where a program has counted characters. */
export type HanWidth = 1 | 2;

/** A line of a text as it is laid out, its pieces parted by blanks. */
export interface LaidLine extends Range, LineBlock {
  /** Its number among the lines of the text. */
  index: number;
}

/** A column of the terminal, so that one blank is room enough between two labels. */
export const UNIT = 10;
const SIZE = 11;
/** From line to line, in which the lines of a label stand near each other. */
export const PITCH = SIZE * 1.55;

const WIDE =
  /[\u1100-\u115f\u2018-\u201f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u3000]/u;

/** Where in the source the characters of lines stand. */
export type Places = WeakMap<Glyph, Range>;

/** A line of a text with each character where a terminal shows it. */
export function laidLine(
  text: string,
  { start, end, index, page }: Pick<LaidLine, "start" | "end" | "index" | "page">,
  han: HanWidth,
  places: Places,
): LaidLine {
  const top = index * PITCH;
  const bottom = top + SIZE;
  const runs: Glyph[][] = [];
  let column = 0;
  let isOpen = false;
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const isBlank = /\s/u.test(character);
    const width = WIDE.test(character) ? (character === "\u3000" ? 2 : han) : 1;
    if (!isBlank) {
      const [left, right] = [column * UNIT, (column + width) * UNIT];
      const glyph: Glyph = {
        left,
        right,
        top,
        bottom,
        text: character,
        size: SIZE,
        turn: 0,
        isHidden: false,
      };
      places.set(glyph, { start: at, end: at + character.length });
      if (isOpen) runs.at(-1)?.push(glyph);
      else runs.push([glyph]);
    }
    isOpen = !isBlank;
    column += width;
    at += character.length;
  }
  const pieces = runs.map(pieceOf).flatMap(labelApart);
  return { kind: "line", ...around(pieces), top, bottom, pieces, page, start, end, index };
}

function pieceOf(glyphs: Glyph[]): Piece {
  return { ...around(glyphs), text: glyphs.map(({ text }) => text).join(""), glyphs, size: SIZE };
}

/** The same line at another height. */
export function moved(line: LaidLine, top: number): LaidLine {
  const box = { top, bottom: top + SIZE };
  const pieces = line.pieces.map((piece) => ({ ...piece, ...box }));
  return { ...line, ...box, pieces };
}
