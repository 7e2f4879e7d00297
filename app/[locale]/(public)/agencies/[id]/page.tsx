import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { AgencyCharts } from "#components/trends/agency-charts.tsx";
import { AgencyHead } from "#components/trends/agency-head.tsx";
import { CarryTable } from "#components/trends/carry-table.tsx";
import { YearsTable } from "#components/trends/years-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";
import { agencyIdIn } from "#lib/agencies/address.ts";
import { agencyById, regionByCode } from "#lib/agencies/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { answerWith } from "#lib/platform/response-status.ts";
import { agencyYears } from "#lib/reports/queries-agency.ts";

interface Props {
  params: Promise<{ id: string }>;
}

const agencyAt = cache(async (segment: string) => {
  const id = agencyIdIn(segment);
  return id === null ? null : agencyById(id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const agency = await agencyAt((await params).id);
  const t = await getTranslations("errors.notFound");
  if (!agency) return { title: t("title"), robots: { index: false } };
  return {
    title: agency.name,
    alternates: alternates(await getLocale(), `/agencies/${agency.id}`),
  };
}

export default async function AgencyPage({ params }: Props) {
  const agency = await agencyAt((await params).id);
  const t = await getTranslations("agency");
  if (!agency) {
    answerWith(404);
    return <NotFoundView />;
  }
  const [{ years, chain }, region] = await Promise.all([
    agencyYears(agency.id, now()),
    regionByCode(agency.regionCode),
  ]);
  const trail = (region?.path ?? []).map(({ code, name }) => ({
    label: name,
    href: `/agencies?region=${code}`,
  }));
  return (
    <Page>
      <Breadcrumbs trail={[...trail, { label: agency.name }]} />
      <AgencyHead agency={agency} years={years} />
      {years.length === 0 ? (
        <EmptyState title={t("none.title")}>
          <p className="mb-4">{t("none.body")}</p>
          <LinkButton href={`/agencies?region=${agency.regionCode}`}>
            {t("none.region", { region: agency.region.name })}
          </LinkButton>
        </EmptyState>
      ) : (
        <>
          <AgencyCharts years={years} />
          <section aria-labelledby="all">
            <h2 id="all" className="mt-9">
              {t("table.title")}
            </h2>
            <YearsTable agencyId={agency.id} years={years} />
          </section>
          <CarryTable years={years} chain={chain} />
        </>
      )}
    </Page>
  );
}
