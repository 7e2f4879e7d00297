import type { Metadata } from "next";
import { ReportView } from "#components/report/report-view.tsx";
import { reportAt } from "../../public-report.ts";
import { reportMetadata } from "../../report-metadata.ts";
import { reportPage } from "../../report-page.tsx";

interface Props {
  params: Promise<{ id: string; year: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, year } = await params;
  return reportMetadata(await reportAt(id, year));
}

export default async function ReportPage({ params }: Props) {
  const { id, year } = await params;
  return reportPage(await reportAt(id, year), (report) => <ReportView report={report} />);
}
