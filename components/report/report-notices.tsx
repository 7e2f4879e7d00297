import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PublishedReport } from "#lib/reports/queries-public.ts";

/** What a reader must know before the first word: an older version, a copy, a summary, another form. */
export function ReportNotices({ report }: { report: PublishedReport }) {
  const t = useTranslations("report");
  const locale = useLocale();
  const { version, currentVersion, agency, year } = report;
  const address = `/agencies/${agency.id}/${year}`;
  const said = [
    // What a program made up has no original of which this could be a copy.
    report.origin === "archive" && !report.synthetic && t("archiveNote"),
    report.summarised && t("summarisedNote"),
    report.content.edition === null && t("oldForm"),
    version.redactedAt !== null && t("redacted"),
    locale === "en" && t("chineseText"),
  ].filter((line) => typeof line === "string");
  return (
    <>
      {version.isCurrent ? null : (
        <Notice tone="alarm" role="note">
          <p>{t("olderVersion", { number: version.number, current: currentVersion })}</p>
          <p className="flex flex-wrap gap-x-4">
            <Link href={address} className="link">
              {t("olderVersionCurrent")}
            </Link>
            <a href="#changes" className="link">
              {t("olderVersionDiff")}
            </a>
          </p>
        </Notice>
      )}
      {said.length > 0 ? (
        <Notice role="note">
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}
