import type { Section, SectionKey } from "#lib/editions/content.ts";
import type { Heading } from "./headings.ts";
import { isOnlyLost, withoutLostEdges } from "./lost.ts";
import type { Part } from "./parts.ts";
import { cleanOf, linesOf, type Page, type Range, rawOf, sourceOf } from "./plain.ts";
import { findSignature } from "./signature.ts";

/** A section that begins: with a heading, with what is left of one, or with nothing but its table. */
interface Beginning extends Range {
  key: SectionKey;
  isPrinted: boolean;
}

/** The stretch a table takes, and the section it belongs to. */
export interface TableRange extends Range {
  section: SectionKey;
}

/** Cuts a report into its sections; the tables are left out of the clean text and stay in the raw one. */
export function readSections(page: Page, part: Part, tables: readonly TableRange[]): Section[] {
  const end = bodyEnd(page.text, part);
  const beginnings = beginningsOf(page, part, tables);
  return beginnings.map((beginning, index) => {
    const range = { start: beginning.start, end: beginnings[index + 1]?.start ?? end };
    return sectionOf(page, beginning, range, tables);
  });
}

function beginningsOf(page: Page, part: Part, tables: readonly TableRange[]): Beginning[] {
  const printed: Beginning[] = part.headings.map((heading: Heading) => ({
    ...heading,
    isPrinted: true,
  }));
  const missing = tables.filter(
    ({ section }, index) =>
      printed.every(({ key }) => key !== section) &&
      tables.findIndex((other) => other.section === section) === index,
  );
  const found = missing.map((table) => remainsOf(page, part, tables, table));
  if (printed.length + found.length === 0)
    return [{ key: "overview", start: part.start, end: part.start, isPrinted: false }];
  return [...printed, ...found].sort((a, b) => a.start - b.start);
}

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
  return { key: table.section, ...range, isPrinted: line !== undefined };
}

function sectionOf(
  page: Page,
  beginning: Beginning,
  range: Range,
  tables: readonly TableRange[],
): Section {
  const body = { start: beginning.end, end: range.end };
  const paragraphs = without(body, tables)
    .flatMap((piece) => linesOf(page.text, piece))
    .filter((line) => !isNoise(page.text.slice(line.start, line.end)))
    .map((line) =>
      withoutLostEdges(
        cleanOf(page, line)
          .replace(/\s*\|\s*/gu, " ")
          .trim(),
      ),
    )
    .filter((text) => text !== "");
  const title = cleanOf(page, beginning);
  return {
    key: beginning.key,
    heading: beginning.isPrinted
      ? isOnlyLost(title)
        ? title
        : title.replace(/[?\s]+$/u, "")
      : null,
    text: paragraphs.join("\n"),
    raw: rawOf(page, range),
    at: sourceOf(page, range),
  };
}

function isNoise(line: string): boolean {
  return isOnlyLost(line) || /^[|\s]*$/u.test(line);
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

const FURNITURE =
  /^(?:\d{1,3}|-\s?\d{1,3}\s?-|第\s?\d+\s?页.*|[|\s]*|\/\/.*|.{0,6}扫一扫.*|[【[]?(?:打印|关闭|分享|收藏|返回顶部|上一篇|下一篇|附件|责任编辑|信息来源|版权所有|网站地图).{0,30}|.{0,12}信息公开年报)$/u;

/** Where the last section ends: before the signature and before what the page adds below (page numbers, buttons). */
export function bodyEnd(text: string, part: Part): number {
  const last = part.headings.at(-1)?.end ?? part.start;
  const signature = findSignature(text, { start: last, end: part.end });
  let end = signature?.start ?? part.end;
  for (const line of linesOf(text, { start: last, end }).reverse()) {
    const words = text.slice(line.start, line.end);
    if (!FURNITURE.test(words) && !isOnlyLost(words)) break;
    end = line.start;
  }
  return end;
}
