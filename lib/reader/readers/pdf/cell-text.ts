import { type Line, linesOf } from "./lines.ts";
import { type Box, type Glyph, middleX, middleY } from "./page.ts";

/** The text of a cell: its lines joined as the words and numbers were before they had to be broken. */
export function cellText(glyphs: readonly Glyph[], cell: Box): string {
  return joinLines(linesIn(glyphs), cell);
}

interface TextLine {
  text: string;
  width: number;
  /** Width of its last character, for what would still have fitted in. */
  last: number;
}

function linesIn(glyphs: readonly Glyph[]): TextLine[] {
  const upright = glyphs.filter(({ turn }) => turn === 0);
  const turned = glyphs.filter(({ turn }) => turn !== 0);
  const lines = linesOf(upright, Number.POSITIVE_INFINITY).map(textLine);
  return [...lines, ...turnedLines(turned)];
}

function textLine({ pieces, left, right }: Line): TextLine {
  const glyphs = pieces.flatMap((piece) => piece.glyphs);
  const last = glyphs.at(-1);
  return {
    text: pieces.map(({ text }) => text).join(" "),
    width: right - left,
    last: last ? last.right - last.left : 0,
  };
}

/** Text that was turned in its cell is read the way it runs. */
function turnedLines(glyphs: readonly Glyph[]): TextLine[] {
  const [first] = glyphs;
  if (!first) return [];
  const flat = glyphs.map((glyph): Glyph => ({ ...glyph, ...laid(glyph), turn: 0 }));
  return linesOf(flat, Number.POSITIVE_INFINITY).map(textLine);
}

function laid({ left, right, top, bottom, turn }: Glyph): Box {
  if (turn === 1) return { left: top, right: bottom, top: -right, bottom: -left };
  if (turn === 3) return { left: -bottom, right: -top, top: left, bottom: right };
  return { left: -right, right: -left, top: -bottom, bottom: -top };
}

const DIGIT_END = /[\d.,，]$/u;
const DIGIT_START = /^[\d.,，%]/u;
/** Room that a cell keeps free beside its text, both sides together. */
const PADDING = 14;

function joinLines(lines: readonly TextLine[], cell: Box): string {
  return lines.reduce((joined, { text }, index) => {
    if (joined === "") return text;
    const meets = DIGIT_END.test(joined) && DIGIT_START.test(text);
    return joined + (meets && !isBroken(lines, index, cell) ? " " : "") + text;
  }, "");
}

/** Whether a number went on in the next line because its cell was full; two numbers in one cell stay two. */
function isBroken(lines: readonly TextLine[], index: number, cell: Box): boolean {
  const [before, here] = [lines[index - 1], lines[index]];
  if (!before || !here) return false;
  const width = cell.right - cell.left;
  const isFull = width - before.width < before.last + PADDING && before.width * 2 > width;
  const isRest = here.width < before.width - before.last * 0.4 || index < lines.length - 1;
  return isFull && isRest;
}

/** The box in which the middle of a character lies. */
export function isIn(glyph: Box, box: Box): boolean {
  const [x, y] = [middleX(glyph), middleY(glyph)];
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}
