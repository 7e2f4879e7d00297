import type { Locale } from "#i18n/locales.ts";
import { inLocale } from "#i18n/locales.ts";
import { lineName } from "#lib/checks/names.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { type Edition, tableOf } from "#lib/editions/edition.ts";
import { sumInstances } from "#lib/editions/sum-instances.ts";

/** The title in its two printed lines: whose report, and what it is. */
export function titleLines(content: ReportContent, agency: string, year: number): [string, string] {
  const printed = /^(.+?)\s*((?:19|20)\d{2}\s*年.+)$/.exec(content.title ?? "");
  if (printed?.[1] && printed[2]) return [printed[1], printed[2]];
  return [agency, content.title ?? `${year}年政府信息公开工作年度报告`];
}

/** The title in one line, as the national norm wants it in the head of a page. */
export function titleOf(content: ReportContent, agency: string, year: number): string {
  return content.title ?? `${agency}${year}年政府信息公开工作年度报告`;
}

/** The paragraphs of a passage, each with its place: a passage may say a thing twice. */
export function paragraphsOf(text: string): { place: string; text: string }[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => ({ place: `p${index}`, text: line }));
}

/** A failing sum in a few words (`自然人列`); null where the instance is no sum of the form. */
export function sumName(edition: Edition, instance: string, locale: Locale): string | null {
  const sum = sumInstances(edition).find(({ id }) => id === instance);
  return sum ? inLocale(lineName(tableOf(edition, sum.table), sum.per, sum.line), locale) : null;
}
