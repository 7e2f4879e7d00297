import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HomeRegions } from "#components/home/home-regions.tsx";
import { NewestReports } from "#components/home/newest-reports.tsx";
import { SearchBox } from "#components/home/search-box.tsx";
import { YearGlance } from "#components/home/year-glance.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";
import { now } from "#lib/platform/clock.ts";
import {
  newestReports,
  publicYears,
  regionTiles,
  yearAtAGlance,
} from "#lib/reports/queries-home.ts";

/** Reports in the list of the newest. */
const NEWEST = 8;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: alternates(await getLocale(), "/") };
}

export default async function HomePage({ searchParams }: Props) {
  const t = await getTranslations("home");
  const [asked, at] = [Number((await searchParams).year), now()];
  const years = await publicYears(at);
  const year = years.find((each) => each === asked) ?? years[0];
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 max-w-prose">{t("lead")}</p>
      <SearchBox />
      {year === undefined ? (
        <EmptyState title={t("glance.none")}>{t("glance.noneBody")}</EmptyState>
      ) : (
        <YearInFigures year={year} years={years} at={at} />
      )}
    </Page>
  );
}

async function YearInFigures(props: { year: number; years: readonly number[]; at: Date }) {
  const { year, years, at } = props;
  const [glance, newest, tiles] = await Promise.all([
    yearAtAGlance(year, at),
    newestReports(NEWEST, at),
    regionTiles(year, at),
  ]);
  return (
    <>
      <YearGlance glance={glance} years={years} />
      <NewestReports reports={newest} />
      <HomeRegions tiles={tiles} year={year} />
    </>
  );
}
