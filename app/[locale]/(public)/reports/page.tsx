import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchView } from "#components/search/search-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { now } from "#lib/platform/clock.ts";
import { searchReports } from "#lib/search/search.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title"), description: t("description") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const moment = now();
  const answer = await searchReports(await searchParams, moment);
  return (
    <Page>
      <SearchView answer={answer} now={moment} />
    </Page>
  );
}
