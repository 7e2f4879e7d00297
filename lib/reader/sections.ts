import type { Section, SectionKey } from "#lib/editions/content.ts";
import { bodyEnd } from "./body-end.ts";
import { isDebris } from "./debris.ts";
import { isFurniture } from "./furniture.ts";
import { isOnlyLost, withoutLostEdges } from "./lost.ts";
import type { Part } from "./parts.ts";
import { cleanOf, foundOf, linesOf, type Page, type Range, sourceOf } from "./plain.ts";
import { ANNUAL } from "./title-words.ts";

/** A section that begins: with a heading, with what is left of one, or with nothing but its table. */
interface Beginning extends Range {
  key: SectionKey;
  isPrinted: boolean;
  /** A part on fees for information, wherever it stands. */
  isFee: boolean;
}

/** The stretch a table takes, and the section it belongs to. */
export interface TableRange extends Range {
  section: SectionKey;
}

/** Cuts a report into its sections; the tables are left out of the clean text and stay in the raw one. */
export function readSections(page: Page, part: Part, tables: readonly TableRange[]): Section[] {
  const end = bodyEnd(page.text, part);
  const beginnings = beginningsOf(page, part, tables);
  const pieces = beginnings.map((beginning, index) => {
    const range = { start: beginning.start, end: beginnings[index + 1]?.start ?? end };
    return { ...beginning, range, section: sectionOf(page, beginning, range, tables) };
  });
  const fee = pieces.find(({ isFee }) => isFee);
  const sections = pieces.filter(({ isFee }) => !isFee);
  if (!fee) return sections.map(({ section }) => section);
  const other = sections.find(({ key }) => key === "other");
  if (!other) return pieces.map(({ section }) => section);
  const joined = withFee(page, fee, other);
  return sections.map(({ section }) => (section === other.section ? joined : section));
}

type Piece = Beginning & { range: Range; section: Section };

/** 六 with the part on fees that the source prints by itself: one passage where they are neighbours, else without a place. */
function withFee(page: Page, fee: Piece, other: Piece): Section {
  const pieces = [fee, other].toSorted((a, b) => a.start - b.start);
  const texts = pieces.map((piece) =>
    piece === fee ? `${fee.section.heading}\n${fee.section.text}` : other.section.text,
  );
  const [first = fee, last = other] = pieces;
  const range = { start: first.range.start, end: last.range.end };
  const isOne = first.range.end === last.range.start;
  return {
    ...other.section,
    text: texts.map((text) => text.trim()).join("\n"),
    raw: isOne ? foundOf(page, range) : pieces.map(({ section }) => section.raw).join("\n"),
    at: isOne ? sourceOf(page, range) : null,
  };
}

function beginningsOf(page: Page, part: Part, tables: readonly TableRange[]): Beginning[] {
  const printed: Beginning[] = part.headings.map((heading) => ({ ...heading, isPrinted: true }));
  const missing = tables.filter(
    ({ section }, index) =>
      printed.every(({ key }) => key !== section) &&
      tables.findIndex((other) => other.section === section) === index,
  );
  const found = missing.map((table) => remainsOf(page, part, tables, table));
  if (printed.length + found.length === 0)
    return [
      { key: "overview", start: part.start, end: part.start, isPrinted: false, isFee: false },
    ];
  return [...unheaded(page, part), ...printed, ...found].sort((a, b) => a.start - b.start);
}

/** What a report says before its sections, besides 一. */
const INTRODUCTION = new RegExp(
  `(?:根据|按照|依据|依照).{0,80}(?:条例|规定|要求)|${ANNUAL}|统计期限|起止时间|联系`,
  "u",
);

/** 一 without its heading: the prose between the introduction and the next heading. */
function unheaded(page: Page, { start, headings }: Part): Beginning[] {
  const [first] = headings;
  if (!first || headings.some(({ key }) => key === "overview")) return [];
  const line = linesOf(page.text, { start, end: first.start }).find((range) => {
    const words = page.text.slice(range.start, range.end);
    return words.length >= SHORTEST_PROSE && words.endsWith("。") && !INTRODUCTION.test(words);
  });
  if (!line) return [];
  return [{ key: "overview", start: line.start, end: line.start, isPrinted: false, isFee: false }];
}

const SHORTEST_PROSE = 16;

/** Where the heading of a table is missing: the line of lost characters above it is what is left of the heading. */
function remainsOf(
  page: Page,
  part: Part,
  tables: readonly TableRange[],
  table: TableRange,
): Beginning {
  const before = [...part.headings, ...tables].map(({ end }) => end);
  const from = Math.max(part.start, ...before.filter((end) => end <= table.start));
  const line = linesOf(page.text, { start: from, end: table.start }).find(({ start, end }) =>
    isOnlyLost(page.text.slice(start, end)),
  );
  const range = line ?? { start: table.start, end: table.start };
  return { key: table.section, ...range, isPrinted: line !== undefined, isFee: false };
}

function sectionOf(
  page: Page,
  beginning: Beginning,
  range: Range,
  tables: readonly TableRange[],
): Section {
  // Prose may go on in the line of the heading, after a full stop or a colon.
  const [mark = ""] = beginning.isPrinted
    ? (/^\s?[。:]/u.exec(page.text.slice(beginning.end, beginning.end + 2)) ?? [])
    : [];
  const body = { start: beginning.end + mark.length, end: range.end };
  return {
    key: beginning.key,
    heading: beginning.isPrinted ? headingOf(page, beginning) : null,
    text: proseOf(page, without(body, tables), tableOf(beginning.key, tables)),
    raw: foundOf(page, range),
    at: sourceOf(page, range),
  };
}

/** A heading on one line, without the marks of Markdown and of lost characters at its end. */
function headingOf(page: Page, range: Range): string {
  const printed = cleanOf(page, range);
  if (isOnlyLost(printed)) return printed;
  return printed.replace(/(?<!\s)\s*\n[\s#*]*/gu, "").replace(/(?<![?#*\s])[?#*\s]+$/u, "");
}

/** The section itself where its table was found. */
function tableOf(key: SectionKey, tables: readonly TableRange[]): SectionKey | null {
  return tables.some(({ section }) => section === key) ? key : null;
}

function proseOf(page: Page, pieces: readonly Range[], table: SectionKey | null): string {
  const wordsOf = ({ start, end }: Range) => page.text.slice(start, end);
  const lines = pieces
    .flatMap((piece) => linesOf(page.text, piece))
    .filter((line) => !isFurniture(wordsOf(line)))
    .filter((line) => table === null || !isDebris(wordsOf(line), table));
  const isLong = (line: Range | undefined) => line !== undefined && line.end - line.start > 24;
  return lines
    .filter((line, index) => {
      // A number alone between two paragraphs is that of a page.
      const isNumber = /^\d{1,3}$/u.test(wordsOf(line));
      return !(isNumber && isLong(lines[index - 1]) && isLong(lines[index + 1]));
    })
    .map((line) =>
      withoutLostEdges(
        cleanOf(page, line)
          .replace(/\s*\|\s*/gu, " ")
          .replace(/\s#{1,6}\s*$/u, "")
          .trim(),
      ),
    )
    .filter((text) => text !== "")
    .join("\n");
}

/** A range without the tables in it. */
function without(range: Range, tables: readonly Range[]): Range[] {
  const pieces: Range[] = [];
  let from = range.start;
  for (const table of tables) {
    if (table.end <= from || table.start >= range.end) continue;
    if (table.start > from) pieces.push({ start: from, end: table.start });
    from = table.end;
  }
  if (from < range.end) pieces.push({ start: from, end: range.end });
  return pieces;
}
