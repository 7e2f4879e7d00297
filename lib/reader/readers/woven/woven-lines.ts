import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import type { Range } from "../../plain.ts";
import { textLines } from "../text-lines.ts";

/** A word or a figure of a line, parted from the next by blanks. */
export interface Word extends Range {
  text: string;
  isFigure: boolean;
}

/** A line of a text as its words; one with other marks between its cells has none. */
export interface WordLine extends Range {
  words: readonly Word[];
  /** Whether a page begins with it. */
  isFirst: boolean;
}

/** Longer lines belong to no table. */
const LONGEST = 300;

/** The lines of a text that are not blank; `source` has the form feeds between pages. */
export function wordLines(text: string, source: string): WordLine[] {
  return [...textLines(text)].flatMap(({ start, end }): WordLine[] => {
    const line = end - start > LONGEST ? "" : text.slice(start, end);
    if (end - start <= LONGEST && line.trim() === "") return [];
    const words = /[|\t]/u.test(line) ? [] : [...line.matchAll(/\S+/gu)];
    return [
      {
        ...{ start, end, isFirst: source[start - 1] === "\f" },
        words: words.map(({ 0: word, index }) => {
          const folded = fold(word);
          const from = start + index;
          return { start: from, end: from + word.length, text: folded, isFigure: isFigure(folded) };
        }),
      },
    ];
  });
}

/** The one figure of a line that has nothing else; null for any other. */
export function aloneIn({ words }: WordLine): string | null {
  const [own] = words;
  return own?.isFigure && words.length === 1 ? own.text : null;
}
