import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { AgencyFound } from "#components/layout/agency-found.tsx";
import { AgencySearch } from "#components/layout/agency-search.tsx";
import { RegionDirectory } from "#components/layout/region-directory.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";
import { wordIn } from "#lib/agencies/address.ts";
import { agenciesOf, regionByCode, searchAgencies } from "#lib/agencies/queries.ts";
import { regionCounts } from "#lib/agencies/queries-directory.ts";

/** Agencies on one page of the list. */
const LIMIT = 60;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => wordIn(value, 60);
const regionAt = cache(async (code: string) => (code === "" ? null : regionByCode(code)));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const region = await regionAt(one((await searchParams).region));
  const t = await getTranslations("agency.directory");
  const path = region ? `/agencies?region=${region.code}` : "/agencies";
  return {
    title: region ? t("titleIn", { region: region.name }) : t("title"),
    alternates: alternates(await getLocale(), path),
  };
}

export default async function DirectoryPage({ searchParams }: Props) {
  const params = await searchParams;
  const [code, name, after] = [one(params.region), one(params.name), one(params.after)];
  const t = await getTranslations("agency.directory");
  const region = await regionAt(code);
  const path = region?.path ?? [];
  const title = region ? t("titleIn", { region: region.name }) : t("title");
  return (
    <Page>
      <Breadcrumbs
        trail={[
          { label: t("all"), href: "/agencies" },
          ...path.map((each) => ({ label: each.name, href: `/agencies?region=${each.code}` })),
        ]}
      />
      <h1>{title}</h1>
      {code !== "" && !region ? <Notice role="note">{t("unknown")}</Notice> : null}
      <AgencySearch text={name} />
      {name === "" ? (
        <Directory region={region} after={after} />
      ) : (
        <AgencyFound text={name} found={await searchAgencies(name, LIMIT)} limit={LIMIT} />
      )}
    </Page>
  );
}

async function Directory(props: {
  region: Awaited<ReturnType<typeof regionByCode>>;
  after: string;
}) {
  const { region, after } = props;
  const [below, agencies] = await Promise.all([
    regionCounts(region?.path.map(({ code }) => code) ?? []),
    region
      ? agenciesOf(region.code, { below: false, limit: LIMIT + 1, ...(after ? { after } : {}) })
      : [],
  ]);
  const shown = agencies.slice(0, LIMIT);
  const last = agencies.length > LIMIT ? shown.at(-1) : undefined;
  const more =
    region && last
      ? `/agencies?region=${region.code}&after=${encodeURIComponent(last.id)}#own`
      : null;
  return <RegionDirectory region={region} below={below} agencies={shown} more={more} />;
}
