import { fold } from "#lib/chinese/fold.ts";
import { SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey, likeness } from "./labels.ts";
import type { Range } from "./plain.ts";
import { vocabularies } from "./vocabulary.ts";

/** The heading of a section in the folded text. */
export interface Heading extends Range {
  key: SectionKey;
}

const LONGEST = 48;
const LIKE = 0.6;

/** Words by which a heading is known where it is not word for word the form's, older forms included. */
const STEMS: Readonly<Record<SectionKey, RegExp>> = {
  overview: /总体情况|基本情况|概述|概况|总体工作/u,
  proactive: /主动公开/u,
  requests: /申请公开|公开申请|申请.{0,8}情况/u,
  remedies: /复议|诉讼/u,
  problems: /问题|改进|不足/u,
  other: /其他|其它|附则|需要说明|需要报告/u,
};

interface Known {
  key: SectionKey;
  number: string;
  words: string;
  /** The printed heading with blanks and marks let free, to find it inside a line. */
  pattern: RegExp;
}

const KNOWN: readonly Known[] = EDITIONS.flatMap(({ sections }) =>
  SECTION_KEYS.map((key) => {
    const label = labelKey(fold(sections[key].zh));
    const inner = Array.from(label.key).join("[\\s、,和与及]{0,2}");
    return {
      key,
      number: label.number ?? "",
      words: label.key,
      pattern: new RegExp(`[一二三四五六]\\s?[、.,:]\\s?${inner}`, "uy"),
    };
  }),
).filter(
  (known, index, all) =>
    all.findIndex(({ key, words }) => key === known.key && words === known.words) === index,
);

const NUMBERED = /[一二三四五六]\s?[、.,:]/gu;

/** Every place of a folded text where the heading of a section stands, alone on its line or inside one. */
export function findHeadings(text: string): Heading[] {
  const found: Heading[] = [];
  let end = 0;
  for (const start of candidates(text)) {
    if (start < end) continue;
    const heading = headingAt(text, start);
    if (!heading) continue;
    found.push(heading);
    end = heading.end;
  }
  return found;
}

/** Starts of lines, and numerals after a blank or the end of a sentence. */
function candidates(text: string): number[] {
  const starts = new Set<number>();
  for (const match of text.matchAll(/^[?#*>\p{Zs}\t]*(?=\S)/gmu))
    starts.add(match.index + match[0].length);
  for (const match of text.matchAll(NUMBERED)) {
    const before = text[match.index - 1];
    if (before === undefined || /[\s。;!?|]/u.test(before)) starts.add(match.index);
  }
  return [...starts].sort((a, b) => a - b);
}

function headingAt(text: string, start: number): Heading | null {
  for (const { key, pattern } of KNOWN) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { key, start, end: start + match[0].length };
  }
  return headingLine(text, start);
}

/** A line of its own that says what the form's heading says, in other words. */
function headingLine(text: string, start: number): Heading | null {
  const window = text.slice(start, start + LONGEST + 1);
  const stop = window.search(/[\n|\t]/u);
  if (stop < 0 && start + LONGEST < text.length) return null;
  if (/[|\t]/u.test(window[stop] ?? "") || !isLineStart(text, start)) return null;
  const line = (stop < 0 ? window : window.slice(0, stop)).replace(/[?\s]+$/u, "");
  // A label with its figures is a row of a table.
  if (/\s[\d.,%/—–-]+$/u.test(line)) return null;
  const label = labelKey(line);
  if (label.key === "" || /[。;!,]/u.test(line.slice(3))) return null;
  const key = keyOf(label.number, label.key);
  return key ? { key, start, end: start + line.length } : null;
}

function keyOf(number: string | null, words: string): SectionKey | null {
  const exact = KNOWN.find((known) => known.words === words);
  if (exact) return exact.key;
  if (isTableLabel(words)) return null;
  if (number === null || !/^[一二三四五六七八]$/u.test(number)) return null;
  const near = KNOWN.find(
    (known) => known.number === number && likeness(known.words, words) >= LIKE,
  );
  if (near) return near.key;
  return SECTION_KEYS.find((key) => STEMS[key].test(words)) ?? null;
}

/** Rows of the tables are numbered like headings (二、上年结转政府信息公开申请数量). */
function isTableLabel(words: string): boolean {
  const label = { key: words, bare: words, number: null };
  return EDITIONS.some((edition) => vocabularies(edition).some((table) => table.knows(label)));
}

/** Looks back a little only: no line is indented by hundreds of blanks. */
function isLineStart(text: string, start: number): boolean {
  let index = start - 1;
  while (index >= 0 && start - index < 200 && /[^\S\n]|[?#*>]/u.test(text[index] ?? "")) index--;
  return index < 0 || text[index] === "\n";
}
