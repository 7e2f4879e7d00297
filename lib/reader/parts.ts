import type { Heading } from "./headings.ts";
import { linesOf, type Range } from "./plain.ts";
import { roundsOf } from "./rounds.ts";
import { NAMED_REPORT } from "./title-words.ts";

/** One report in a file: its stretch of the text and the headings of its sections. */
export interface Part extends Range {
  headings: Heading[];
}

export interface PartsFound {
  parts: Part[];
  /** Whether a report was printed twice and read once. */
  hasRepeats: boolean;
}

const CONTENTS_TEXT = 120;
/** The title of a report in a line of its own, in folded text; a remark in brackets may hang on it. */
export const TITLE_LINE = new RegExp(`^.{0,40}${NAMED_REPORT}(?:\\([^()]{1,20}\\))?$`, "u");

/** What stands above a title: the name of a field and what it says. */
const FIELD = /^[\p{Script=Han}\s]{2,8}[:：]\s?[^。;]{1,40}$/u;

/** The first sentence of a report that says by which rules it was made, and what it is. */
const INTRODUCTION = new RegExp(
  `^(?:根据|按照|依据|依照|按)[^。]{4,160}(?:现公布|现将|编制|编写|制作|形成)[^。]{0,60}(?:${NAMED_REPORT}|本报告|本年度报告|统计期限)`,
  "u",
);

/** Tells the reports of a file apart: section headings that begin anew begin another report, or the same one again. */
export function findParts(text: string, headings: readonly Heading[]): PartsFound {
  const rounds = withoutContents(text, roundsOf(headings));
  const [first, ...more] = rounds;
  if (!first) return { parts: [{ start: 0, end: text.length, headings: [] }], hasRepeats: false };
  const parts: Part[] = [{ start: 0, end: text.length, headings: first }];
  const bodies = [bodyOf(text, rounds, 0)];
  const front = new Set(
    linesOf(text, { start: 0, end: first[0]?.start ?? 0 }).map((line) => wordsOf(text, line)),
  );
  let hasRepeats = false;
  more.forEach((round, index) => {
    const previous = parts.at(-1);
    const from = round[0]?.start ?? text.length;
    const last = rounds[index]?.at(-1)?.end ?? 0;
    const inLines = startOf(text, front, last, from);
    const start = inLines < from ? inLines : frontAgain(text, first[0]?.start ?? 0, last, from);
    if (previous && previous.end > start) previous.end = start;
    const body = bodyOf(text, rounds, index + 1);
    if ([bodies[0], bodies.at(-1)].some((other) => isSame(other ?? "", body))) hasRepeats = true;
    else {
      parts.push({ start, end: text.length, headings: round });
      bodies.push(body);
    }
  });
  return { parts, hasRepeats };
}

/** A table of contents has the headings and next to nothing between them, no sentence above all. */
function withoutContents(text: string, rounds: Heading[][]): Heading[][] {
  return rounds.filter((round, index) => {
    const [first] = round;
    const last = round.at(-1);
    if (!first || !last || index === rounds.length - 1) return true;
    const headings = round.reduce((sum, { start, end }) => sum + end - start, 0);
    const isLong = last.end - first.start - headings > CONTENTS_TEXT;
    return isLong || text.slice(first.end, last.start).includes("。");
  });
}

/** Another report begins with the lines that stood above the first one, or with its title and the fields above that. */
function startOf(text: string, known: ReadonlySet<string>, from: number, heading: number): number {
  const lines = linesOf(text, { start: from, end: heading }).slice(-30);
  let start = heading;
  for (const line of lines.reverse()) {
    const words = wordsOf(text, line);
    const isOpening = known.has(words) || TITLE_LINE.test(words) || INTRODUCTION.test(words);
    const isFront = isOpening || (start < heading && FIELD.test(words));
    if (isFront) start = line.start;
    else if (start < heading) break;
  }
  return start;
}

/** A shorter beginning that is the same twice may be chance. */
const LEAST_FRONT = 16;

/** Where what stood above the first heading stands above another once more within a line, as in a text on one line that is there twice. */
function frontAgain(text: string, first: number, from: number, heading: number): number {
  const most = Math.min(first, heading - from);
  let same = 0;
  while (same < most && text[first - same - 1] === text[heading - same - 1]) same++;
  return same < LEAST_FRONT ? heading : heading - same;
}

function wordsOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function bodyOf(text: string, rounds: readonly Heading[][], index: number): string {
  const start = rounds[index]?.[0]?.start ?? 0;
  const end = rounds[index + 1]?.[0]?.start ?? text.length;
  return text.slice(start, end).replace(/\s+/gu, "");
}

const ALIKE = 0.9;

function isSame(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < length && one[shared] === other[shared]) shared++;
  return shared >= length * ALIKE;
}
