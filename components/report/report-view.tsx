import type { ReactNode } from "react";
import type { CellKey } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { HeadlineFigures } from "./headline-figures.tsx";
import { markCells, numberIssues, withOriginals } from "./issue-marks.ts";
import { ReportAside } from "./report-aside.tsx";
import { ReportHead } from "./report-head.tsx";
import { ReportNotices } from "./report-notices.tsx";
import { ReportSections } from "./report-sections.tsx";
import { ReportToc } from "./report-toc.tsx";

/** A whole report: contents, six sections with their tables, and beside them what vouches for it. */
export function ReportView({ report, after }: { report: PublishedReport; after?: ReactNode }) {
  const { content, explanations, origin } = report;
  const edition = editionById(content.edition);
  const numbered = numberIssues(report.issues, edition);
  const changed: Record<CellKey, string> = Object.assign(
    {},
    ...report.files.map(({ changedFrom }) => changedFrom),
  );
  const marks = withOriginals(markCells(numbered, edition, content.cells), changed);
  return (
    <div className="grid items-start gap-x-9 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)_15rem]">
      <ReportToc />
      <article className="min-w-0">
        <ReportHead report={report} />
        <ReportNotices report={report} />
        {edition ? <HeadlineFigures series={report.series} /> : null}
        <ReportSections {...{ content, edition, marks, numbered, explanations, origin }} />
        {after}
      </article>
      <ReportAside report={report} numbered={numbered} />
    </div>
  );
}
