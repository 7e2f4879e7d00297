import { aloneIn, type WordLine } from "./woven-lines.ts";

const NUMBERED =
  /^(?:[-—–~·]+第?\d{1,3}页?[-—–~·]+|第\d{1,4}页(?:[,、/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4})$/u;
const NUMBER = /^[1-9]\d{0,2}$/u;

/**
 * The lines of a text that number its pages: those that say so, and numbers alone in their lines that count on one by one,
 * where the text ends with the last of them or each stands at the edge of a page.
 */
export function pageNumbers(lines: readonly WordLine[]): ReadonlySet<WordLine> {
  const named = lines.filter(({ words }) => NUMBERED.test(words.map(({ text }) => text).join("")));
  const alone = lines.filter((line) => NUMBER.test(aloneIn(line) ?? ""));
  const last = lines.at(-1);
  const ends = new Set(lines.filter((_, at) => lines[at + 1]?.isFirst ?? true));
  const edges = alone.filter((line) => line.isFirst || ends.has(line));
  const counted = countingOn(edges.length > 1 ? edges : alone);
  const isSure = counted.length > 1 && (edges.length > 1 || counted.at(-1) === last);
  return new Set([...named, ...(isSure ? counted : [])]);
}

/** From the end, the lines whose numbers are one less each than the one after. */
function countingOn(lines: readonly WordLine[]): WordLine[] {
  const last = Number(lines.at(-1)?.words[0]?.text);
  const counted: WordLine[] = [];
  let next = last;
  for (const line of lines.toReversed())
    if (Number(line.words[0]?.text) === next) {
      counted.unshift(line);
      next--;
    }
  return counted;
}
