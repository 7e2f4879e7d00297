import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SearchUnavailable } from "#components/search/search-unavailable.tsx";
import { SearchView } from "#components/search/search-view.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { now } from "#lib/platform/clock.ts";
import { isDatabaseBusy } from "#lib/platform/database-busy.ts";
import { answerWith } from "#lib/platform/response-status.ts";
import { EngineFailure } from "#lib/search/engine.ts";
import { type SearchAnswer, searchReports } from "#lib/search/search.ts";
import { reportNumbered } from "#lib/search/suggest.ts";
import { tidyAddress } from "#lib/search/tidy-address.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("search");
  return { title: t("title"), description: t("description") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const moment = now();
  const given = await searchParams;
  const tidy = tidyAddress(localePath(await getLocale(), "/reports"), given);
  if (tidy !== null) redirect(tidy);
  const answer = await answered(given, moment);
  if (!answer) answerWith(503);
  return (
    <Page>
      {answer ? (
        <SearchView answer={answer} now={moment} />
      ) : (
        <SearchUnavailable again={hrefOf(given)} />
      )}
    </Page>
  );
}

/** An exact 索引号 leads straight to its report; what leads nowhere is searched. */
async function goStraight({ q }: Awaited<Props["searchParams"]>, moment: Date): Promise<void> {
  if (typeof q !== "string") return;
  const report = await reportNumbered(q, moment);
  if (!report) return;
  const path = `/agencies/${encodeURIComponent(report.agencyId)}/${report.year}`;
  redirect(localePath(await getLocale(), path));
}

/** The answer, or null where neither engine could give one in time; anything else is a fault. */
async function answered(
  given: Awaited<Props["searchParams"]>,
  moment: Date,
): Promise<SearchAnswer | null> {
  try {
    await goStraight(given, moment);
    return await searchReports(given, moment);
  } catch (error) {
    if (error instanceof EngineFailure || isDatabaseBusy(error)) return null;
    throw error;
  }
}

function hrefOf(given: Awaited<Props["searchParams"]>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return `/reports?${new URLSearchParams(pairs)}`;
}
