import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { ReportTrail } from "#components/report/report-trail.tsx";
import { ReportView } from "#components/report/report-view.tsx";
import { VersionChanges } from "#components/report/version-changes.tsx";
import { WithdrawnView } from "#components/report/withdrawn-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { now } from "#lib/platform/clock.ts";
import { answerWith } from "#lib/platform/response-status.ts";
import { type PublishedReport, publicDiff } from "#lib/reports/queries-public.ts";
import { reportAt } from "../../../../public-report.ts";
import { reportMetadata } from "../../../../report-metadata.ts";

interface Props {
  params: Promise<{ id: string; year: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, year, number } = await params;
  return reportMetadata(await reportAt(id, year, number));
}

export default async function VersionPage({ params }: Props) {
  const { id, year, number } = await params;
  const report = await reportAt(id, year, number);
  const t = await getTranslations("report.line");
  if (!report) {
    answerWith(404);
    return <NotFoundView />;
  }
  if (report.kind === "withdrawn") answerWith(410);
  return (
    <Page>
      <ReportTrail
        agency={report.agency}
        year={report.year}
        below={[{ label: t("version", { number: Number(number) }) }]}
      />
      {report.kind === "withdrawn" ? (
        <WithdrawnView report={report} />
      ) : (
        <ReportView report={report} after={<Changes report={report} />} />
      )}
    </Page>
  );
}

async function Changes({ report }: { report: PublishedReport }) {
  const { agency, year, version, currentVersion } = report;
  if (version.isCurrent) return null;
  const numbers = [version.number, currentVersion] as const;
  const changes = await publicDiff(agency.id, year, numbers, now());
  return changes ? <VersionChanges edition={report.content.edition} {...changes} /> : null;
}
