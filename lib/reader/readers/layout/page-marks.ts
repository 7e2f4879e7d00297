import type { LaidLine } from "./terminal.ts";

const NUMBERED =
  /^(?:[-—–－~·]+第?\d{1,3}页?[-—–－~·]+|第\d{1,4}页(?:[,，、/／]?共\d{1,4}页)?|\d{1,4}[/／]\d{1,4})$/u;
const NUMBER = /^\d{1,3}$/u;

const wordsOf = ({ pieces }: LaidLine) => pieces.map(({ text }) => text).join("");
const withoutDigits = (line: LaidLine) => wordsOf(line).replace(/\d+/gu, "0");

/** Lines of a table without the numbers of pages, and without heads and feet that run through the pages of the text. */
export function withoutPageMarks(
  lines: readonly LaidLine[],
  all: readonly LaidLine[],
): readonly LaidLine[] {
  const edges = edgesOf(all);
  const isMark = (line: LaidLine) => {
    const words = wordsOf(line);
    if (NUMBERED.test(words)) return true;
    if (!edges.has(line)) return false;
    if (NUMBER.test(words)) return isApart(line, all);
    const isRunning = (other: LaidLine) =>
      other.page !== line.page && withoutDigits(other) === withoutDigits(line);
    return /\p{Script=Han}/u.test(words) && line.pieces.length < 3 && [...edges].some(isRunning);
  };
  return lines.filter((line) => !isMark(line));
}

/** The first and the last line of each page, where there are several pages. */
function edgesOf(all: readonly LaidLine[]): ReadonlySet<LaidLine> {
  const pages = [...Map.groupBy(all, ({ page }) => page).values()];
  const ends = pages.length < 2 ? [] : pages.flatMap((page) => [page[0], page.at(-1)]);
  return new Set(ends.flatMap((line) => line ?? []));
}

/** Whether blank lines, or the end of the page, part a number from what stands above and below: a figure has its label near. */
function isApart(line: LaidLine, all: readonly LaidLine[]): boolean {
  const at = all.indexOf(line);
  return [all[at - 1], all[at + 1]].every(
    (other) => !other || other.page !== line.page || Math.abs(other.index - line.index) > 1,
  );
}
