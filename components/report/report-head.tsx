import { useLocale, useTranslations } from "next-intl";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { inLocale } from "#i18n/locales.ts";
import { editionById } from "#lib/editions/registry.ts";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { titleLines } from "./report-words.ts";

/** Title and the line under it: when, which form, which version, whom it covers, whether its sums hold. */
export function ReportHead({ report }: { report: PublishedReport }) {
  const t = useTranslations("report");
  const tc = useTranslations("common");
  const locale = useLocale();
  const { content, agency, year, version, series } = report;
  const [who, what] = titleLines(content, agency.name, year);
  const edition = editionById(content.edition);
  const total = series.checksHold + series.checksFail + series.checksUnknown;
  return (
    <header>
      <h1 lang="zh-CN">
        {who}
        <br />
        {what}
      </h1>
      {locale === "en" ? (
        <p className="mt-1 text-lg text-ink-2">
          {agency.nameEn ? `${agency.nameEn}: ` : null}
          {t("title", { year: String(year) })}
        </p>
      ) : null}
      <MetaLine className="num mt-2">
        <span>
          {content.publishedOn
            ? t("line.published", { day: content.publishedOn })
            : t(report.origin === "archive" ? "line.collected" : "line.published", {
                day: shanghaiDay(version.publishedAt),
              })}
        </span>
        {edition ? (
          <span>{t("line.edition", { edition: inLocale(edition.label, locale) })}</span>
        ) : null}
        <span>{t("line.version", { number: version.number })}</span>
        <span>{t("line.scope", { scope: tc(`scope.${report.scope}`) })}</span>
        {total > 0 ? (
          <a href="#checks" className="link lg:hidden">
            {t.rich("badge.holds", { holds: series.checksHold, total, b: (chunks) => chunks })}
          </a>
        ) : null}
      </MetaLine>
      <p className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {report.synthetic ? <Tag>{tc("syntheticHint")}</Tag> : null}
        {report.summarised ? <Tag tone="alarm">{t("summarised")}</Tag> : null}
      </p>
    </header>
  );
}
