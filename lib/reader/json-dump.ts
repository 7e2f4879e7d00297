import { factLines } from "./json-facts.ts";
import { TITLE_LINE } from "./parts.ts";

/** Longer files are no report in a wrapping. */
const LONGEST = 8_000_000;
const SHORTEST_REPORT = 200;
const LONGEST_TITLE = 100;
const TITLE = /信息公开.{0,12}(?:年度?报|报告)/u;
const HTML = /<(?:p|div|table|span)\b/iu;

type Json = { readonly [key: string]: unknown } | readonly unknown[];

/**
 * The reports in an answer of a site's interface or a scraper's records, JSON or one a line: of each record the text that
 * keeps most of its tables, below the record's title; null where there is none.
 */
export function reportInJson(text: string): string | null {
  if (text.length > LONGEST || !/^[\s\uFEFF]*[{[]\s*["{[]/u.test(text)) return null;
  const found = recordsIn(parsed(text)).flatMap((record) => reportOf(record) ?? []);
  const reports = [...new Set(found)];
  if (reports.length === 0) return null;
  if (!reports.some(isHtml)) return reports.join("\n\n");
  return reports.map((report) => (isHtml(report) ? report : asHtml(report))).join("\n<hr>\n");
}

const isHtml = (report: string) => HTML.test(report);

const asMarkup = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function asHtml(words: string): string {
  return `<pre>${asMarkup(words)}</pre>`;
}

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return linesOf(text);
  }
}

/** JSON one value a line; none where a line is no JSON. */
function linesOf(text: string): unknown[] {
  try {
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): unknown => JSON.parse(line));
  } catch {
    return [];
  }
}

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Every object and list in some values, the outer ones first, in their order; JSON written as a text within is looked into. */
function recordsIn(values: readonly unknown[]): Json[] {
  const records: Json[] = [];
  const open = values.filter(isJson).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    records.push(next);
    for (const inner of Object.values(next).toReversed()) {
      const value = typeof inner === "string" ? written(inner) : inner;
      if (isJson(value)) open.push(value);
    }
  }
  return records;
}

function written(text: string): unknown {
  if (text.length < SHORTEST_REPORT || !/^\s{0,9}[{[]\s{0,9}["{[]/u.test(text)) return null;
  return parsed(text)[0];
}

function reportOf(record: Json): string | null {
  const texts = textsOf(record).map(unescaped);
  // The pages of one report.
  const whole = Array.isArray(record) ? [texts.join("\n")] : texts;
  const [report] = whole.filter(isReport).toSorted((a, b) => keeps(b) - keeps(a));
  if (report === undefined) return null;
  const title = titleOf(record);
  const above = [
    ...(title === null || hasTitle(report) ? [] : [title]),
    ...factLines(fieldsOf(record), frontOf(report)),
  ];
  const lines = isHtml(report) ? above.map((line) => `<p>${asMarkup(line)}</p>`) : above;
  return [...lines, report].join("\n");
}

/** Names of what a record calls itself by. */
const TITLE_KEY = /title|name|标题/iu;
/** Names of what is told of a record beside it; what hangs on others is of other records. */
const ABOUT_KEY = /^(?:meta|metadata|info|head|header)$/iu;

/** What a record says of itself, and what is told of it beside. */
function fieldsOf(record: Json): [string, unknown][] {
  const about = Object.entries(record).filter(
    ([key, value]) => ABOUT_KEY.test(key) && isJson(value),
  );
  return [record, ...about.map(([, value]) => value)].flatMap((one) => Object.entries(one as Json));
}

/** The title a record has of its own, or in what is told of it; null where it has none, or two that are not one. */
function titleOf(record: Json): string | null {
  const titles = fieldsOf(record).flatMap(([key, value]) =>
    TITLE_KEY.test(key) && typeof value === "string" && isTitle(value) ? [value] : [],
  );
  const [longest] = titles.toSorted((a, b) => b.length - a.length);
  return longest !== undefined && titles.every((one) => longest.includes(one)) ? longest : null;
}

const frontOf = (report: string) => report.slice(0, report.indexOf("总体情况"));

/** Whether a line above the first section of a report is its title. */
function hasTitle(report: string): boolean {
  return frontOf(report)
    .replace(/<[^<>]{0,2000}>/gu, "\n")
    .split("\n")
    .some((line) => TITLE_LINE.test(line.replace(/[\s#*]+/gu, "")));
}

function textsOf(record: Json): string[] {
  return Object.values(record).filter((value) => typeof value === "string");
}

function isReport(text: string): boolean {
  return (
    !/^\s{0,9}[{[]/u.test(text) &&
    text.length >= SHORTEST_REPORT &&
    text.includes("信息公开") &&
    text.includes("总体情况")
  );
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && TITLE.test(text);
}

/** How much of its tables a text may keep: 2 for markup, 1 for bars, 0 for words alone. */
function keeps(text: string): number {
  return /<t[dr]\b/iu.test(text) ? 2 : Number(text.includes("|"));
}

/** Markup that was written as words, `&lt;p&gt;`, as markup. */
function unescaped(text: string): string {
  if (!/&(?:lt|#60|#x3c);\/?(?:p|div|table|span)\b/iu.test(text)) return text;
  return text
    .replace(/&(?:lt|#60|#x3c);/giu, "<")
    .replace(/&(?:gt|#62|#x3e);/giu, ">")
    .replace(/&(?:quot|#34|#x22);/giu, '"')
    .replace(/&(?:amp|#38|#x26);/giu, "&");
}
