import type { Issue } from "#lib/checks/issue.ts";
import { findDates } from "#lib/chinese/dates.ts";
import { fold } from "#lib/chinese/fold.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { readAgency } from "./agency.ts";
import {
  type FieldName,
  findDocumentNumber,
  findFields,
  findStamp,
  freeLines,
  isStamp,
} from "./fields.ts";
import { withFrontMatter } from "./front-matter.ts";
import { isFurniture } from "./furniture.ts";
import { readIssue } from "./issues.ts";
import { type Part, TITLE_LINE } from "./parts.ts";
import { readPeriod } from "./period.ts";
import { cleanOf, linesOf, type Page, type Range } from "./plain.ts";
import { readPublishedOn } from "./published.ts";
import { regionInName } from "./region.ts";
import { readScope } from "./scope.ts";
import { findSignature, isAgencyName, type Signature } from "./signature.ts";
import { sitesOf } from "./sites.ts";
import { readSourceUrl } from "./source-url.ts";
import { findTitle, type Title, taggedTitle } from "./title.ts";
import { NAMED_REPORT } from "./title-words.ts";
import { readYear, type YearEvidence } from "./year.ts";

type Metadata = Omit<ReportContent, "edition" | "sections" | "cells">;

const FRONT = 20_000;
const OPENING_TEXT = 3000;
const TITLE_TAGS = ["articletitle", "og:title", "title", "page:title"];
const DATE_TAGS = ["pubdate", "publishdate", "article:published_time"];

/** Who reports on which year, and what the page says about itself; whatever is not printed is null. */
export function readMetadata(given: Page, part: Part): { metadata: Metadata; issues: Issue[] } {
  const front = { start: part.start, end: part.headings[0]?.start ?? part.end };
  const page = withFrontMatter(given, front);
  const fields = findFields(page.text, { ...front, end: Math.min(front.end, front.start + FRONT) });
  const value = (name: FieldName) => valueIn(page, fields.get(name));
  const lines = freeLines(page.text, front, fields.values());
  const opening = page.text.slice(front.start, Math.min(front.end, front.start + OPENING_TEXT));
  const tail = { start: part.headings.at(-1)?.end ?? part.start, end: part.end };
  const signature = findSignature(page.text, tail);
  const source = value("publisher") ?? page.meta.get("contentsource") ?? null;
  const publisher = /^https?:|^www\./iu.test(source ?? "") ? null : source;
  const signer = signature?.agency ? nameOf(page, signature.agency) : null;
  const said = readPeriod(opening, null)?.[1].slice(0, 4);
  const title = readTitle(page, front, value("title"), [signer ?? "", publisher ?? "", said ?? ""]);
  const printedOn = dateField(page, fields, "signedOn");
  const signedOn = signature?.signedOn ?? printedOn ?? signedAbove(page.text, lines);
  const words = title?.words ?? null;
  const named = readAgency({
    title: words,
    signer,
    publisher,
    below: title?.end === undefined ? null : nameBelow(page, { ...front, start: title.end }),
    opening: openingOf(page, part, opening),
    sites: sitesOf(page, tail),
  });
  const sourceUrl = readSourceUrl(page, front);
  const published = readPublishedOn(publishedIn(page, lines, fields), sourceUrl);
  const documentNumber =
    numberAlone(value("documentNumber")) ?? valueIn(page, findDocumentNumber(page.text, front));
  const dates = { signedOn, publishedOn: published.publishedOn, documentNumber };
  const years = readYears(page, part, words, opening, dates);
  return {
    metadata: {
      title: words,
      agency: named.agency,
      region: named.agency === null ? null : regionInName(named.agency),
      year: years.year,
      indexNumber: value("indexNumber"),
      documentNumber,
      publisher: wholeName(page, fields.get("publisher"), publisher, named.agency),
      publishedOn: published.publishedOn,
      signedOn,
      period: years.period,
      sourceUrl,
      scope: readScope(opening),
    },
    issues: [
      ...titleIssues(title),
      ...named.issues,
      ...years.issues,
      ...published.issues,
      ...monthOnly(signature),
    ],
  };
}

function readYears(
  page: Page,
  part: Part,
  title: string | null,
  opening: string,
  dates: Pick<YearEvidence, "signedOn" | "publishedOn" | "documentNumber">,
) {
  const first = part.headings[0]?.end ?? part.start;
  const body = page.text.slice(first, part.headings[1]?.start ?? first + 4000);
  // The title says its year once, though the opening begins with it.
  const end = part.headings.find(({ key }) => key === "problems")?.end;
  const plans = end === undefined ? "" : page.text.slice(end, part.end);
  const said = withoutTitles(opening, title);
  const evidence = { title, opening: said, body, plans, ...dates };
  const written = readPeriod(opening, null);
  const { year, issues } = readYear({ ...evidence, period: written });
  const period = written ?? readPeriod(opening, year) ?? readPeriod(statedIn(body), year);
  return { year, issues, period };
}

/** Where nothing above the first section says the period, the sentence of its beginning that does. */
const statedIn = (body: string) =>
  /[^。\n]{0,40}(?:统计|数据)[^。\n]{0,12}(?:期限|时限|起止|时段)[^。\n]{0,80}/u.exec(
    body.slice(0, OPENING_TEXT),
  )?.[0] ?? "";

/** The opening without the title, the titles of other reports that a site lists, and the way to the page. */
function withoutTitles(opening: string, title: string | null): string {
  if (title === null) return opening;
  const isSites = (line: string) => TITLE_LINE.test(line.trim()) || isFurniture(line.trim());
  const said = opening.replace(fold(title), "").split("\n");
  return said.filter((line) => !isSites(line)).join("\n");
}

/** The opening, or where nothing stands before the first heading, the beginning of the body: there the maker says 我局. */
function openingOf(page: Page, part: Part, opening: string): string {
  const first = part.headings[0];
  if (!first) return opening;
  const end = Math.min(part.end, first.end + OPENING_TEXT);
  return `${opening}\n${page.text.slice(first.end, end)}`;
}

function valueIn(page: Page, range: Range | null | undefined): string | null {
  const words = range ? cleanOf(page, range).replace(/\s+/gu, " ") : "";
  return /^(?:|无|暂无|没有|[-—–/\\.]+)$/u.test(words) ? null : words;
}

/** Room for the readings of each character that may stand between two. */
const SPELLED = 12;

/** A publisher that the end of its line cut: where the line below has the rest of the agency's name, that name. */
function wholeName(
  page: Page,
  range: Range | undefined,
  publisher: string | null,
  agency: string | null,
): string | null {
  if (!range || !publisher || !agency?.startsWith(publisher)) return publisher;
  const rest = agency.slice(publisher.length);
  const below = cleanOf(page, { start: range.end, end: range.end + rest.length * SPELLED });
  return rest !== "" && below.replace(/\s+/gu, "").startsWith(rest) ? agency : publisher;
}

/** The number of a document without what follows it on the same line. */
function numberAlone(words: string | null): string | null {
  return words?.match(/^\S{1,24}?[〔[(（]\d{4}[〕\])）]\s?第?\s?\d+\s?号/u)?.[0] ?? words;
}

function nameOf(page: Page, range: Range): string {
  return cleanOf(page, range).replace(/\s+/gu, "");
}

/** The name of the maker right below the title. */
function nameBelow(page: Page, front: Range): string | null {
  const [line] = linesOf(page.text, front);
  const name = line ? page.text.slice(line.start, line.end).replace(/\s+/gu, "") : "";
  return isAgencyName(name) && !/网|^本|^我/u.test(name) && line ? nameOf(page, line) : null;
}

const IS_TITLE = new RegExp(NAMED_REPORT, "u");

function readTitle(
  page: Page,
  front: Range,
  printed: string | null,
  clues: readonly string[],
): Title | null {
  const field = (printed ?? "").replace(/\s+/gu, "");
  if (IS_TITLE.test(field)) return { words: field, kind: "title" };
  const tagged = TITLE_TAGS.flatMap((name) => taggedTitle(page.meta.get(name)) ?? []);
  const found = findTitle(page, front, [...clues, ...tagged.map(({ words }) => words)]);
  return found?.kind === "title" ? found : (tagged[0] ?? found);
}

function titleIssues(title: Title | null): Issue[] {
  if (title?.kind === "letter")
    return [
      readIssue("letterTitle", {
        zh: "标题是报送或公布年报的函件，不是年报本身的标题；按原样保留。",
        en: "The title is that of a covering letter, not of the report; it is kept as printed.",
      }),
    ];
  if (title?.other)
    return [
      readIssue("otherTitle", {
        zh: `正文之前还有别的年报标题“${title.other}”，按离正文最近的标题读取，请核对。`,
        en: `Before the text stands the title of another report as well, “${title.other}”; the one nearest to the text was taken. Please check.`,
      }),
    ];
  if (title?.kind === "scrambled")
    return [
      readIssue("scrambledTitle", {
        zh: "标题的词序已乱，按原样保留。",
        en: "The words of the title are out of order; it is kept as printed.",
      }),
    ];
  return [];
}

function monthOnly(signature: Signature | null): Issue[] {
  if (!signature?.month) return [];
  return [
    readIssue("monthOnly", {
      zh: `落款只有年月（${signature.month}），没有日，成文日期留空。`,
      en: `The signature has a month (${signature.month}) and no day; the date is left empty.`,
    }),
  ];
}

function dateField(page: Page, fields: Map<FieldName, Range>, name: FieldName): string | null {
  const range = fields.get(name);
  const date = range ? findDates(page.text.slice(range.start, range.end))[0]?.iso : undefined;
  return date !== undefined && date >= "2000" ? date : null;
}

function publishedIn(page: Page, lines: readonly Range[], fields: Map<FieldName, Range>): string {
  const range = fields.get("publishedOn") ?? findStamp(page.text, lines);
  if (range) return page.text.slice(range.start, range.end);
  return DATE_TAGS.map((name) => page.meta.get(name)).find((words) => words) ?? "";
}

/** A date in brackets or alone right under the title; one that a site prints is no signature. */
function signedAbove(text: string, lines: readonly Range[]): string | null {
  for (const line of lines) {
    const printed = text.slice(line.start, line.end);
    const words = printed.replace(/[()\s]/gu, "");
    const date = findDates(words)[0];
    const isAlone = date?.start === 0 && date.end === words.length && date.iso >= "2000";
    if (date && isAlone && !isStamp(printed)) return date.iso;
  }
  return null;
}
