import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionList } from "#components/report/version-list.tsx";
import { reportAt } from "../../../public-report.ts";
import { reportMetadata } from "../../../report-metadata.ts";
import { reportPage } from "../../../report-page.tsx";

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
  return reportPage(report, (shown) => <VersionList report={shown} />, [{ label: t("title") }]);
}
