import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { inLocale } from "#i18n/locales.ts";
import { type CellKey, SECTION_KEYS } from "#lib/editions/content.ts";
import { EDITIONS, editionById } from "#lib/editions/registry.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { HeadlineFigures } from "./headline-figures.tsx";
import { markCells, numberIssues, withOriginals } from "./issue-marks.ts";
import { IssueNotes } from "./issue-notes.tsx";
import { ReportAside } from "./report-aside.tsx";
import { ReportHead } from "./report-head.tsx";
import { ReportNotices } from "./report-notices.tsx";
import { isAbout, ReportSection } from "./report-section.tsx";
import { ReportToc } from "./report-toc.tsx";

/** A whole report: contents, six sections with their tables, and beside them what vouches for it. */
export function ReportView({ report, after }: { report: PublishedReport; after?: ReactNode }) {
  const locale = useLocale();
  const { content, explanations, origin } = report;
  const edition = editionById(content.edition);
  const numbered = numberIssues(report.issues, edition);
  const changed: Record<CellKey, string> = Object.assign(
    {},
    ...report.files.map(({ changedFrom }) => changedFrom),
  );
  const marks = withOriginals(markCells(numbered, edition, content.cells), changed);
  const tableOf = (key: string) => edition?.tables.find(({ section }) => section === key);
  const placed = (issue: (typeof numbered)[number]["issue"]) =>
    SECTION_KEYS.some((key) => isAbout(issue, key, tableOf(key)));
  const newest = EDITIONS.at(-1);
  return (
    <div className="grid items-start gap-x-9 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)_15rem]">
      <ReportToc />
      <article className="min-w-0">
        <ReportHead report={report} />
        <ReportNotices report={report} />
        {edition ? <HeadlineFigures series={report.series} /> : null}
        <IssueNotes
          numbered={numbered.filter(({ issue }) => !placed(issue))}
          explanations={explanations}
          origin={origin}
        />
        {SECTION_KEYS.map((key) => (
          <ReportSection
            key={key}
            sectionKey={key}
            section={content.sections.find((section) => section.key === key)}
            fallbackHeading={newest ? inLocale(newest.sections[key], locale) : key}
            cells={content.cells}
            {...{ edition, marks, numbered, explanations, origin }}
          />
        ))}
        {after}
      </article>
      <ReportAside report={report} numbered={numbered} />
    </div>
  );
}
