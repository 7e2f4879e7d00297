import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { titleOf } from "#components/report/report-words.ts";
import { alternates } from "#i18n/alternates.ts";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { PublishedReport, WithdrawnReport } from "#lib/reports/queries-public.ts";

/** The head of a report's page, with the entries the national norm for government sites asks for. */
export async function reportMetadata(
  report: PublishedReport | WithdrawnReport | null,
): Promise<Metadata> {
  const locale = await getLocale();
  const t = await getTranslations();
  if (!report) return { title: t("errors.notFound.title"), robots: { index: false } };
  if (report.kind === "withdrawn")
    return { title: t("report.withdrawn.title"), robots: { index: false } };
  const { content, agency, year, version } = report;
  const title = titleOf(content, agency.name, year);
  const published = content.publishedOn ?? shanghaiDay(version.publishedAt);
  return {
    title,
    alternates: alternates(locale, `/agencies/${agency.id}/${year}`),
    robots: version.isCurrent ? null : { index: false },
    other: {
      ColumnName: t("report.column"),
      ArticleTitle: title,
      PubDate: published,
      ContentSource: content.publisher ?? report.sourceName ?? agency.name,
    },
  };
}
