import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { queueAddress } from "#components/moderation/queue-address.ts";
import { QueueFilter } from "#components/moderation/queue-filter.tsx";
import { QueueTabs, tabOf } from "#components/moderation/queue-tabs.tsx";
import { Page } from "#components/ui/page.tsx";
import { reportingYear } from "#lib/agencies/calendar.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { now } from "#lib/platform/clock.ts";
import { signedIn } from "../signed-in.ts";
import { PublicView } from "./public-view.tsx";
import { QueueView } from "./queue-view.tsx";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title"), robots: { index: false } };
}

export default async function AdminPage({ searchParams }: Props) {
  const actor = await signedIn();
  const t = await getTranslations("admin");
  const params = await searchParams;
  const tab = tabOf(params.tab);
  const address = queueAddress(params);
  const isPublic = tab === "published" || tab === "withdrawn";
  const first = EDITIONS[0]?.validFrom ?? reportingYear(now());
  const years = Array.from({ length: reportingYear(now()) - first + 1 }, (_, at) => first + at);
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("lead")}</p>
      <QueueTabs tab={tab} />
      <QueueFilter
        tab={tab}
        query={address.query}
        year={String(address.year ?? "")}
        years={years.reverse()}
        hasQuery={isPublic}
      />
      {isPublic ? (
        <PublicView actor={actor} publication={tab} address={address} />
      ) : (
        <QueueView actor={actor} tab={tab} address={address} />
      )}
    </Page>
  );
}
