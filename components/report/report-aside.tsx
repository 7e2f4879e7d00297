import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { editionById } from "#lib/editions/registry.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { CheckBadge } from "./check-badge.tsx";
import type { NumberedIssue } from "./issue-marks.ts";
import { SourceFacts } from "./source-facts.tsx";
import { VersionBox } from "./version-box.tsx";
import { YearLinks } from "./year-links.tsx";

/** Beside the report: can it be trusted, where does it come from, which version is it, what else is there. */
export function ReportAside(props: {
  report: PublishedReport;
  numbered: readonly NumberedIssue[];
}) {
  const { report, numbered } = props;
  const t = useTranslations("report");
  const { checksHold, checksFail, checksUnknown } = report.series;
  return (
    <div className="text-md lg:sticky lg:top-4">
      <CheckBadge
        counts={{ holds: checksHold, fails: checksFail, unknown: checksUnknown }}
        numbered={numbered}
        edition={editionById(report.content.edition)}
      />
      <Part id="source" name={t("source.label")}>
        <SourceFacts report={report} />
      </Part>
      <Part id="version" name={t("versions.label")}>
        <VersionBox report={report} />
      </Part>
      <div className="no-print">
        <Part id="years" name={t("years.label")}>
          <YearLinks agencyId={report.agency.id} years={report.years} />
        </Part>
      </div>
    </div>
  );
}

function Part({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="keep">
      <h2 id={id} className="mt-6 mb-1 font-sans text-sm font-semibold text-ink-2">
        {name}
      </h2>
      {children}
    </section>
  );
}
