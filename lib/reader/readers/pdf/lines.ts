import { around, type Box, type Glyph, middleY } from "./page.ts";

/** Characters of one line that stand next to each other. */
export interface Piece extends Box {
  text: string;
  glyphs: Glyph[];
  size: number;
}

/** A line of text, its pieces from left to right. */
export interface Line extends Box {
  pieces: Piece[];
}

/** A gap this wide parts columns, in parts of the size of the font. */
const COLUMN_GAP = 0.9;
/** Between two characters that are not Chinese a gap this wide is a blank. */
const BLANK_GAP = 0.22;

/** The same line cut into pieces where there is less room, or only where there is more. */
export function recut(line: Line, gap: number): Piece[] {
  return piecesOf(
    line.pieces.flatMap(({ glyphs }) => glyphs),
    gap,
  );
}

/** The whole text of a line. */
export function lineText({ pieces }: Line): string {
  return textOf(pieces.flatMap(({ glyphs }) => glyphs));
}

/** Puts characters into lines from top to bottom, and each line into pieces with wide gaps between them. */
export function linesOf(glyphs: readonly Glyph[], gap = COLUMN_GAP): Line[] {
  return rowsOf(glyphs).map((row) => {
    const pieces = piecesOf(row, gap);
    return { ...around(pieces), pieces };
  });
}

/** Characters whose middles lie on one height, row by row. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: { middle: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => middleY(a) - middleY(b))) {
    const middle = middleY(glyph);
    const row = rows.at(-1);
    if (row && middle - row.middle < 0.4 * Math.min(row.size, glyph.size)) {
      row.glyphs.push(glyph);
      row.middle += (middle - row.middle) / row.glyphs.length;
    } else rows.push({ middle, size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => row.glyphs);
}

function piecesOf(row: readonly Glyph[], gap: number): Piece[] {
  const groups: Glyph[][] = [];
  for (const glyph of row.toSorted((a, b) => a.left - b.left)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && glyph.left - last.right < gap * Math.max(last.size, glyph.size))
      group.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map((group) => ({
    ...around(group),
    text: textOf(group),
    glyphs: group,
    size: Math.max(...group.map(({ size }) => size)),
  }));
}

/** The text of characters that stand side by side, blanks where there is room for one. */
export function textOf(glyphs: readonly Glyph[]): string {
  let text = "";
  glyphs.forEach((glyph, index) => {
    const last = glyphs[index - 1];
    const room = last ? glyph.left - last.right : 0;
    const isWide = last && (isHan(last.text) || isHan(glyph.text)) ? 0.7 : BLANK_GAP;
    const isApart = room > isWide * glyph.size || (last && isMark(glyph, last));
    text += (isApart ? " " : "") + glyph.text;
  });
  return text;
}

const SMALL = 0.9;
const RAISED = 0.1;

/** Whether a digit is the mark of a note behind another: smaller and off its line, and so no digit of its figure. */
export function isMark(glyph: Glyph, last: Glyph): boolean {
  const isOff = Math.abs(glyph.bottom - last.bottom) > RAISED * last.size;
  const areDigits = /\d$/u.test(last.text) && /^\d/u.test(glyph.text);
  return areDigits && isOff && glyph.size < SMALL * last.size;
}

function isHan(text: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text);
}
