import { isKnown } from "../known.ts";
import { BEGINS } from "../pdf/label-apart.ts";
import type { Piece } from "../pdf/lines.ts";
import { around } from "../pdf/page.ts";
import { UNIT } from "./terminal.ts";

/** Words parted by one blank, put together unless another label begins with the second. */
export function labelWords(words: readonly Piece[], starts: ReadonlySet<number>): Piece[] {
  const labels: Piece[] = [];
  for (const word of words) {
    const last = labels.at(-1);
    const isNear = last && word.left - last.right <= UNIT;
    if (isNear && !starts.has(word.left) && !areTwo(last.text, word.text)) {
      const glyphs = [...last.glyphs, ...word.glyphs];
      const box = around([last, word]);
      labels.splice(-1, 1, { ...last, ...box, glyphs, text: last.text + word.text });
    } else labels.push(word);
  }
  return labels;
}

/** Where the labels of rows begin, by those with a number that is not the first of its line. */
export function labelStarts(lines: readonly (readonly Piece[])[]): ReadonlySet<number> {
  const numbered = lines.flatMap((words) => words.slice(1)).filter(({ text }) => BEGINS.test(text));
  return new Set(numbered.map(({ left }) => left));
}

const NUMBER_ALONE = /^[（(]?(?:[一二三四五六七]|\d{1,2})?[）)]?[.．、]?$/u;

function areTwo(before: string, after: string): boolean {
  if (BEGINS.test(after) && !NUMBER_ALONE.test(before)) return true;
  return isKnown(before) && !isKnown(before + after);
}
