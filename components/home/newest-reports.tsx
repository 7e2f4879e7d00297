import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { NewReport } from "#lib/reports/queries-home.ts";

/** The reports published last. */
export function NewestReports({ reports }: { reports: readonly NewReport[] }) {
  const t = useTranslations("home.newest");
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" className="mt-14">
        {t("title")}
      </h2>
      <ol className="mt-2 grid gap-x-9 border-t border-rule sm:grid-cols-2">
        {reports.map((report) => (
          <NewestReport key={`${report.agencyId}-${report.year}`} report={report} />
        ))}
      </ol>
      <p className="mt-4">
        <LinkButton href="/reports?sort=published">{t("all")}</LinkButton>
      </p>
    </section>
  );
}

function NewestReport({ report }: { report: NewReport }) {
  const t = useTranslations("home.newest");
  const tr = useTranslations("report");
  const tc = useTranslations("common");
  const tg = useTranslations("home.glance");
  const format = useFormatter();
  const { agencyId, agencyName, year, received, checkOutcome } = report;
  return (
    <li className="border-b border-rule py-3">
      <Link
        href={`/agencies/${agencyId}/${year}`}
        className="font-serif text-lg font-bold text-accent no-underline hover:underline"
      >
        <span lang="zh-CN">{agencyName}</span>
        <span className="num ms-2">{tr("crumb", { year: String(year) })}</span>
      </Link>
      <MetaLine className="num">
        <span>{shanghaiDay(report.publishedAt)}</span>
        <span lang="zh-CN">{report.regionName}</span>
        <span>
          {t("received")} {received === null ? t("gap") : format.number(received)}
        </span>
        {checkOutcome === "fail" ? <span className="text-alarm">{tg("fail")}</span> : null}
        {report.synthetic ? <Tag>{tc("synthetic")}</Tag> : null}
      </MetaLine>
    </li>
  );
}
