import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportView } from "#components/report/report-view.tsx";
import { VersionChanges } from "#components/report/version-changes.tsx";
import { now } from "#lib/platform/clock.ts";
import { type PublishedReport, publicDiff } from "#lib/reports/queries-public.ts";
import { reportAt } from "../../../../public-report.ts";
import { reportMetadata } from "../../../../report-metadata.ts";
import { reportPage } from "../../../../report-page.tsx";

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
  return reportPage(
    report,
    (shown) => <ReportView report={shown} after={<Changes report={shown} />} />,
    [{ label: t("version", { number: Number(number) }) }],
  );
}

async function Changes({ report }: { report: PublishedReport }) {
  const { agency, year, version, currentVersion } = report;
  if (version.isCurrent) return null;
  const numbers = [version.number, currentVersion] as const;
  const changes = await publicDiff(agency.id, year, numbers, now());
  return changes ? <VersionChanges edition={report.content.edition} {...changes} /> : null;
}
