import type { ComponentProps, ReactNode } from "react";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { ReportTrail } from "#components/report/report-trail.tsx";
import { WithdrawnView } from "#components/report/withdrawn-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { answerWith } from "#lib/platform/response-status.ts";
import type { PublishedReport, WithdrawnReport } from "#lib/reports/queries-public.ts";

/** A page about a report, with the status of its answer: 404 where there is none, 410 where it was withdrawn. */
export function reportPage(
  report: PublishedReport | WithdrawnReport | null,
  view: (report: PublishedReport) => ReactNode,
  below?: ComponentProps<typeof ReportTrail>["below"],
): ReactNode {
  if (!report) {
    answerWith(404);
    return <NotFoundView />;
  }
  if (report.kind === "withdrawn") answerWith(410);
  return (
    <Page>
      <ReportTrail agency={report.agency} year={report.year} {...(below ? { below } : {})} />
      {report.kind === "withdrawn" ? <WithdrawnView report={report} /> : view(report)}
    </Page>
  );
}
