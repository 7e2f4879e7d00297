import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { ReportTrail } from "#components/report/report-trail.tsx";
import { VersionList } from "#components/report/version-list.tsx";
import { WithdrawnView } from "#components/report/withdrawn-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { answerWith } from "#lib/platform/response-status.ts";
import { reportAt } from "../../../public-report.ts";
import { reportMetadata } from "../../../report-metadata.ts";

interface Props {
  params: Promise<{ id: string; year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, year } = await params;
  const metadata = await reportMetadata(await reportAt(id, year));
  return { ...metadata, robots: { index: false } };
}

export default async function VersionsPage({ params }: Props) {
  const { id, year } = await params;
  const report = await reportAt(id, year);
  const t = await getTranslations("report.versions");
  if (!report) {
    answerWith(404);
    return <NotFoundView />;
  }
  if (report.kind === "withdrawn") answerWith(410);
  return (
    <Page>
      <ReportTrail agency={report.agency} year={report.year} below={[{ label: t("title") }]} />
      {report.kind === "withdrawn" ? (
        <WithdrawnView report={report} />
      ) : (
        <VersionList report={report} />
      )}
    </Page>
  );
}
