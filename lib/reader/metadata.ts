import { findDates, isoDate } from "#lib/chinese/dates.ts";
import { parseChineseNumber } from "#lib/chinese/numerals.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { agencyInTitle, type FieldName, findFields, findTitle } from "./fields.ts";
import type { Part } from "./parts.ts";
import { cleanOf, linesOf, type Page, type Range } from "./plain.ts";
import { regionInName } from "./region.ts";
import { readScope } from "./scope.ts";
import { findSignature } from "./signature.ts";
import { readSourceUrl } from "./source-url.ts";

type Metadata = Omit<ReportContent, "edition" | "sections" | "cells">;

const OPENING =
  /(?:公布|发布|公开|编制|形成|现将|制作)(?:了|的)?([\p{Script=Han}()]{2,40}?)(\d{4})\s?年度?(?:的)?政府信息公开(?:工作)?年度报告/u;
const MADE_BY = /由([\p{Script=Han}()]{2,30}?)(?:负责)?编制/u;
const OPENING_TEXT = 3000;

/** Who reports on which year, and what the page says about itself; whatever is not printed is null. */
export function readMetadata(page: Page, part: Part): Metadata {
  const front = { start: part.start, end: part.headings[0]?.start ?? part.end };
  const fields = findFields(page.text, {
    ...front,
    end: Math.min(front.end, front.start + 20_000),
  });
  const value = (name: FieldName) => {
    const range = fields.get(name);
    return range ? cleanOf(page, range).replace(/\s+/gu, " ") : null;
  };
  const title = readTitle(page, front, fields);
  const opening = page.text.slice(front.start, Math.min(front.end, front.start + OPENING_TEXT));
  const tail = { start: part.headings.at(-1)?.end ?? part.start, end: part.end };
  const signature = findSignature(page.text, tail);
  const signer = signature?.agency ? cleanOf(page, signature.agency).replace(/\s+/gu, "") : null;
  const publisher = value("publisher") ?? page.meta.get("contentsource") ?? null;
  const period = readPeriod(page.text.slice(front.start, front.start + OPENING_TEXT));
  const agency = readAgency(title, signer, publisher, opening);
  return {
    title,
    agency,
    region: agency === null ? null : regionInName(agency),
    year: readYear(page.text, part, title, opening, period),
    indexNumber: value("indexNumber"),
    documentNumber: value("documentNumber"),
    publisher,
    publishedOn: readPublishedOn(page, fields),
    signedOn: signature?.signedOn ?? signedAbove(page.text, front),
    period,
    sourceUrl: readSourceUrl(page, front),
    scope: readScope(opening),
  };
}

function readTitle(page: Page, front: Range, fields: Map<FieldName, Range>): string | null {
  const field = fields.get("title");
  const printed = field ? cleanOf(page, field).replace(/\s+/gu, "") : "";
  if (/信息公开.{0,8}(?:年度报告|年报)/u.test(printed)) return printed;
  const lines = findTitle(page.text, front);
  if (lines) return lines.map((line) => cleanOf(page, line).replace(/\s+/gu, "")).join("");
  const tagged = page.meta.get("articletitle") ?? "";
  return /信息公开.{0,8}(?:年度报告|年报)$/u.test(tagged) ? tagged : null;
}

/** Title, then signature, then metadata block, then the opening sentence; a signature that is the end of a fuller name gives way to it. */
function readAgency(
  title: string | null,
  signer: string | null,
  publisher: string | null,
  opening: string,
): string | null {
  const named = title ? agencyInTitle(title) : null;
  if (named) return named;
  const introduced = (OPENING.exec(opening) ?? MADE_BY.exec(opening))?.[1] ?? null;
  const isName = introduced !== null && !/^(?:我|本)|^(?:了|的)/u.test(introduced);
  if (signer && isName && introduced.endsWith(signer)) return introduced;
  return signer ?? publisher ?? (isName ? introduced : null);
}

function readYear(
  text: string,
  part: Part,
  title: string | null,
  opening: string,
  period: [string, string] | null,
): number | null {
  const stated = yearIn(title ?? "") ?? yearBefore(opening);
  if (stated !== null) return stated;
  if (period) return Number(period[1].slice(0, 4));
  const start = part.headings[0]?.end ?? part.start;
  const counts = new Map<number, number>();
  for (const [, year] of text.slice(start, start + 4000).matchAll(/(?<!\d)(20\d{2})\s?年/gu))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? null;
}

function yearIn(words: string): number | null {
  const year =
    /(?<!\d)((?:19|20)\d{2})\s?年|([一二][〇○零O九][一二三四五六七八九〇○零O]{2})\s?年/u.exec(
      words,
    );
  if (year?.[1]) return Number(year[1]);
  return year?.[2] ? parseChineseNumber(year[2]) : null;
}

function yearBefore(opening: string): number | null {
  const match = /(?<!\d)(20\d{2})\s?年度?[^。]{0,30}?信息公开(?:工作)?(?:年度报告|年报)/u.exec(
    opening,
  );
  return match ? Number(match[1]) : null;
}

const PERIOD =
  /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?\s?(?:起)?\s?(?:至|到|止|[-—–~])+\s?(?:(\d{4})\s?年)?\s?(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?/u;

/** The span of time the figures cover, as far as it is written out. */
function readPeriod(text: string): [string, string] | null {
  const match = PERIOD.exec(text);
  if (!match) return null;
  const [, year, month, day, endYear, endMonth, endDay] = match.map((part) =>
    part === undefined ? null : Number(part),
  );
  const lastYear = endYear ?? year ?? null;
  const start = isoDate(year ?? null, month ?? null, day ?? 1);
  const lastDay = new Date(Date.UTC(lastYear ?? 0, endMonth ?? 0, 0)).getUTCDate();
  const end = isoDate(lastYear, endMonth ?? null, endDay ?? lastDay);
  return start && end ? [start, end] : null;
}

function readPublishedOn(page: Page, fields: Map<FieldName, Range>): string | null {
  const range = fields.get("publishedOn");
  const printed = range
    ? page.text.slice(range.start, range.end)
    : (page.meta.get("pubdate") ?? "");
  return findDates(printed)[0]?.iso ?? null;
}

/** A date in brackets or alone right under the title. */
function signedAbove(text: string, front: Range): string | null {
  for (const line of linesOf(text, front).slice(0, 40)) {
    const words = text.slice(line.start, line.end).replace(/[()\s]/gu, "");
    const date = findDates(words)[0];
    if (date && date.start === 0 && date.end === words.length) return date.iso;
  }
  return null;
}
