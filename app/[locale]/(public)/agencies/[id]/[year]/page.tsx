import type { Metadata } from "next";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { ReportTrail } from "#components/report/report-trail.tsx";
import { ReportView } from "#components/report/report-view.tsx";
import { WithdrawnView } from "#components/report/withdrawn-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { answerWith } from "#lib/platform/response-status.ts";
import { reportAt } from "../../public-report.ts";
import { reportMetadata } from "../../report-metadata.ts";

interface Props {
  params: Promise<{ id: string; year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, year } = await params;
  return reportMetadata(await reportAt(id, year));
}

export default async function ReportPage({ params }: Props) {
  const { id, year } = await params;
  const report = await reportAt(id, year);
  if (!report) {
    answerWith(404);
    return <NotFoundView />;
  }
  if (report.kind === "withdrawn") answerWith(410);
  return (
    <Page>
      <ReportTrail agency={report.agency} year={report.year} />
      {report.kind === "withdrawn" ? (
        <WithdrawnView report={report} />
      ) : (
        <ReportView report={report} />
      )}
    </Page>
  );
}
