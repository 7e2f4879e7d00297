import type { SectionKey } from "#lib/editions/content.ts";
import { FORM_WORDS, headingSaid, type Said, type Style } from "./heading-words.ts";
import type { Range } from "./plain.ts";

/** The heading of a section in the folded text. */
export interface Heading extends Range, Said {}

const LONGEST = 48;
const LONGEST_JOINED = 64;
const LINES = 3;

/** Wordings that are known inside a line too, where nothing but the blank after them ends them. */
const INLINE: readonly (readonly [SectionKey, string])[] = [
  ["remedies", "因政府信息公开被?申请行政复议[、,和]?(?:被)?提起行政诉讼的?情况"],
  ["remedies", "行政复议[、,和]?行政诉讼的?情况"],
  ["proactive", "主动公开(?:政府信息)?的?情况"],
  ["requests", "依申请公开(?:政府信息)?的?情况"],
  ["problems", "存在的?(?:主要)?问题[和及与、]改进(?:情况|措施)"],
  ["problems", "主要问题[和及与、]改进(?:情况|措施)"],
  ["other", "其[他它]需要(?:报告|说明)的(?:事项|情况|问题)"],
  ["other", "其[他它]事项"],
  ["overview", "(?:总体|基本)情况|概述"],
];

const NUMBER = "(?:(?<roman>[一二三四五六七])\\s?[、.,:]|\\((?<bracket>[一二三四五六七])\\))\\s?";
const KNOWN = [
  ...FORM_WORDS.map(({ key, words }) => {
    const inner = Array.from(words).join("[\\s、,和与及的]{0,3}");
    return { key, weight: 3 as const, pattern: new RegExp(`${NUMBER}${inner}`, "uy") };
  }),
  ...INLINE.map(([key, words]) => ({
    key,
    weight: 2 as const,
    pattern: new RegExp(`${NUMBER}(?:${words})(?=[\\s|?]|$)`, "uy"),
  })),
];

const NUMBERED = /[一二三四五六七]\s?[、.,:]|\([一二三四五六七]\)/gu;
/** A list of the sections in a sentence goes on like this after each. */
const LIST = /^\s?[、,;]|^\s?(?:等|和|以及)/u;
const LIST_REACH = 8;

/** Every place of a folded text where the heading of a section can stand, alone on its line or inside one. */
export function findHeadings(text: string): Heading[] {
  const found: Heading[] = [];
  let end = 0;
  let listed: Heading | null = null;
  for (const start of candidates(text)) {
    if (start < end) continue;
    const heading = headingAt(text, start);
    if (!heading) continue;
    end = heading.end;
    const isInside = !isLineStart(text, start) || /[;,、]/u.test(text[end] ?? "");
    const isListed = isInside && LIST.test(text.slice(end, end + 3));
    // The last of a list ends with a full stop.
    if (!isListed && !(isInside && follows(listed, heading))) found.push(heading);
    listed = isListed ? heading : null;
  }
  return found;
}

function follows(listed: Heading | null, { start, number }: Heading): boolean {
  if (listed === null || number === null || listed.number === null) return false;
  return start - listed.end < LIST_REACH && number === listed.number + 1;
}

/** Starts of lines, and numerals after a blank or the end of a sentence. */
function candidates(text: string): number[] {
  const starts = new Set<number>();
  for (const match of text.matchAll(/^[?#*>\p{Zs}\t]*(?=\S)/gmu))
    starts.add(match.index + match[0].length);
  for (const match of text.matchAll(NUMBERED)) {
    const before = text[match.index - 1];
    if (before === undefined || /[\s。:;!?|]/u.test(before)) starts.add(match.index);
  }
  return [...starts].sort((a, b) => a - b);
}

function headingAt(text: string, start: number): Heading | null {
  const isAlone = isLineStart(text, start);
  const line = isAlone ? headingLine(text, start) : null;
  if (line?.weight === 3) return line;
  const inside = headingInside(text, start);
  return inside && inside.weight > (line?.weight ?? 0) ? inside : line;
}

function headingInside(text: string, start: number): Heading | null {
  for (const { key, weight, pattern } of KNOWN) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const style: Style = match.groups?.roman ? "roman" : "bracket";
    const number = "一二三四五六七".indexOf(match.groups?.[style] ?? "") + 1;
    return { key, weight, style, number, isFee: false, start, end: start + match[0].length };
  }
  return null;
}

/** A line of its own, or up to three that were one, that says what the form's heading says. */
function headingLine(text: string, start: number): Heading | null {
  const window = text.slice(start, start + LONGEST_JOINED * 2);
  const isWhole = start + window.length >= text.length;
  const lines = linesIn(window, isWhole);
  // A figure in a line of its own is the last of a table, not the number of what follows.
  if (/^\d+$/u.test(lines[0]?.words ?? "") && !/^[.、,]/u.test(lines[1]?.words ?? "")) return null;
  let said: Heading | null = null;
  for (let count = 1; count <= lines.length; count++) {
    const joined = lines.slice(0, count).map(({ words }) => words);
    const compact = joined.join("").replace(/\s+/gu, "");
    if (compact.length > LONGEST) break;
    const heading = headingSaid(compact);
    const isBetter = heading && heading.weight > Math.max(said?.weight ?? 0, count > 1 ? 1 : 0);
    if (isBetter) said = { ...heading, start, end: start + (lines[count - 1]?.end ?? 0) };
  }
  return said;
}

/** The first lines of a window that are words alone, each with where it ends. */
function linesIn(window: string, isWhole: boolean): { words: string; end: number }[] {
  const lines: { words: string; end: number }[] = [];
  for (let from = 0; from < window.length && lines.length < LINES; ) {
    const stop = window.indexOf("\n", from);
    if (stop < 0 && !isWhole) break;
    const line = window.slice(from, stop < 0 ? window.length : stop);
    const words = line.replace(/(?<![?\s])[?\s]+$/u, "");
    from += line.length + 1;
    if (words.trim() === "") continue;
    // A label with its figures, or with other cells, is a row of a table.
    if (/[|\t]/u.test(words) || /\s[\d.,%/—–-]+$/u.test(words) || line.trimEnd().endsWith("|"))
      break;
    lines.push({
      words: words.replace(/^[#*>\s]+|(?<![*#\s])[*#\s]+$/gu, ""),
      end: from - 1 - line.length + words.length,
    });
  }
  return lines;
}

/** Looks back a little only: no line is indented by hundreds of blanks. */
function isLineStart(text: string, start: number): boolean {
  let index = start - 1;
  while (index >= 0 && start - index < 200 && /[^\S\n]|[?#*>]/u.test(text[index] ?? "")) index--;
  return index < 0 || text[index] === "\n";
}
