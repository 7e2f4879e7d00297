import { factLines } from "./json-facts.ts";
import { fieldsOf } from "./json-fields.ts";
import { pagesIn } from "./json-pages.ts";
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

/** An object or a list, and what holds it. */
interface Found {
  json: Json;
  owner: Json | null;
  /** The words of its pages, where it is a list of such. */
  pages: readonly string[] | null;
}

const foundAs = (json: Json, owner: Json | null): Found => ({
  json,
  owner,
  pages: Array.isArray(json) ? pagesOf(json) : null,
});

/** Every object and list in some values, the outer ones first, in their order, but for the pages of one report; JSON written as a text within is looked into. */
function recordsIn(values: readonly unknown[]): Found[] {
  const records: Found[] = [];
  const lines = foundAs(values, null);
  if (lines.pages) return [lines];
  const open = values.flatMap((value) => (isJson(value) ? [foundAs(value, null)] : [])).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    records.push(next);
    if (next.pages) continue;
    for (const inner of Object.values(next.json).toReversed()) {
      const value = typeof inner === "string" ? written(inner) : inner;
      if (isJson(value)) open.push(foundAs(value, next.json));
    }
  }
  return records;
}

/** The words of the pages of one report; null where a list is none of pages, or its records are reports of their own. */
function pagesOf(list: readonly unknown[]): string[] | null {
  const pages = pagesIn(list);
  if (!pages) return null;
  const titles = list.flatMap((record) => (isJson(record) ? (titleOf(record) ?? []) : []));
  return new Set(titles).size > 1 || pages.filter(isReport).length > 1 ? null : pages;
}

function written(text: string): unknown {
  if (text.length < SHORTEST_REPORT || !/^\s{0,9}[{[]\s{0,9}["{[]/u.test(text)) return null;
  return parsed(text)[0];
}

function reportOf({ json: record, owner, pages }: Found): string | null {
  const texts = (pages ?? textsOf(record)).map(unescaped);
  // The pages of one report.
  const whole = Array.isArray(record) ? [joined(texts)] : texts;
  const [report] = whole.filter(isReport).toSorted((a, b) => keeps(b) - keeps(a));
  if (report === undefined) return null;
  const about = pages && owner ? owner : record;
  const title = titleOf(about) ?? titleOf(record);
  const above = [
    ...(title === null || hasTitle(report) ? [] : [title]),
    ...factLines(fieldsOf(about, ABOUT_KEY), frontOf(report)),
  ];
  const lines = isHtml(report) ? above.map((line) => `<p>${asMarkup(line)}</p>`) : above;
  return [...lines, report].join("\n");
}

/** Texts one after another, as words or as markup. */
function joined(texts: readonly string[]): string {
  if (!texts.some(isHtml) || texts.every(isHtml)) return texts.join("\n");
  return texts.map((text) => (isHtml(text) ? text : asHtml(text))).join("\n");
}

/** Names of what a record calls itself by. */
const TITLE_KEY = /title|name|标题/iu;
/** Names of what is told of a record beside it; what hangs on others is of other records. */
const ABOUT_KEY = /^(?:meta|metadata|info|head|header)$/iu;

/** The title a record has of its own, or in what is told of it; null where it has none, or two that are not one. */
function titleOf(record: Json): string | null {
  const titles = fieldsOf(record, ABOUT_KEY).flatMap(([key, value]) =>
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
