import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import { findHeadings } from "../../headings.ts";
import type { LineBlock } from "./blocks.ts";
import { lineText } from "./lines.ts";

/** Fewer lines than this that stand twice are chance. */
const FEWEST = 2;

/** Lines without those with which a page begins that print once more how the table of the section begins. */
export function withoutRepeatedHeads(lines: readonly LineBlock[]): LineBlock[] {
  const kept: LineBlock[] = [];
  let section = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const isFirst = index > 0 && lines[index - 1]?.page !== line.page;
    const count = isFirst ? repeated(lines, section, index) : 0;
    if (count >= FEWEST) {
      index += count - 1;
      continue;
    }
    if (isSection(line)) section = index + 1;
    kept.push(line);
  }
  return kept;
}

/** How many lines from one place on are those of another, up to the first with figures. */
function repeated(lines: readonly LineBlock[], from: number, again: number): number {
  let count = 0;
  while (from + count < again) {
    const [line, other] = [lines[from + count], lines[again + count]];
    if (!line || !other || hasFigure(line) || wordsOf(line) !== wordsOf(other)) break;
    count++;
  }
  return count;
}

const wordsOf = (line: LineBlock) => lineText(line).replace(/\s+/gu, "");
const isSection = (line: LineBlock) =>
  line.pieces.length === 1 && findHeadings(fold(lineText(line)).trim()).length > 0;
const hasFigure = ({ pieces }: LineBlock) => pieces.some(({ text }) => isFigure(fold(text).trim()));
