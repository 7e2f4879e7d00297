import { useLocale, useTranslations } from "next-intl";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { CheckedReport } from "#lib/check-service/checked-report.ts";
import type { CheckAnswer } from "#lib/check-service/form.ts";
import { checkRefusalText } from "#lib/check-service/refusal.ts";
import { ReportResult } from "./report-result.tsx";

/** What came of what was given: its reports one after another, or the reason why there are none. */
export function CheckResult({ answer }: { answer: CheckAnswer }) {
  const t = useTranslations("check");
  const locale = useLocale();
  const { result, file } = answer;
  const given = file === null ? t("result.pasted") : t("result.file", { file });
  if (!result.ok)
    return (
      <Notice tone="alarm" role="alert" id="result" tabIndex={-1}>
        <p>
          <strong>{t("refused")}</strong> {file === null ? null : given}
        </p>
        <p>{inLocale(checkRefusalText(result.refusal), locale)}</p>
      </Notice>
    );
  const reports = result.value;
  return (
    <section
      id="result"
      tabIndex={-1}
      aria-label={t("result.title")}
      className="mt-6 border-t border-rule"
    >
      <MetaLine className="mt-3">
        <span>{given}</span>
        {reports.length > 1 ? <span>{t("result.count", { count: reports.length })}</span> : null}
        <a href="#form" className="link">
          {t("form.again")}
        </a>
      </MetaLine>
      {reports.length > 1 ? <PartLinks reports={reports} /> : null}
      {reports.map((report, index) => (
        <ReportResult
          key={report.part}
          report={report}
          isOnly={reports.length === 1}
          firstNumber={1 + openBefore(reports, index)}
        />
      ))}
    </section>
  );
}

/** Leads to each report of the file, with how its sums stand. */
function PartLinks({ reports }: { reports: readonly CheckedReport[] }) {
  const t = useTranslations("check.result");
  const tBadge = useTranslations("report.badge");
  return (
    <nav aria-label={t("parts")} className="mt-4">
      <ol>
        {reports.map(({ part, content, summary }) => (
          <li key={part} className="flex flex-wrap items-center gap-x-3">
            <a href={`#report-${part}`} className="link inline-flex min-h-11 items-center">
              {content.title ? t("partOf", { part, name: content.title }) : t("untitled", { part })}
            </a>
            <span className="num text-sm text-ink-2">
              {summary.total === 0
                ? tBadge("none")
                : tBadge.rich("holds", {
                    holds: summary.holds,
                    total: summary.total,
                    b: (figures) => figures,
                  })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Issues are numbered through the whole page, so that each has an address of its own. */
function openBefore(reports: readonly CheckedReport[], index: number): number {
  return reports.slice(0, index).reduce((sum, { open }) => sum + open.length, 0);
}
