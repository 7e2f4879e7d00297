import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StartForm } from "#components/desk/start-form.tsx";
import { YearTable } from "#components/desk/year-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { homeOf } from "#lib/identity/home-of.ts";
import { now } from "#lib/platform/clock.ts";
import { deskYears } from "#lib/reports/queries-desk.ts";
import { signedIn } from "../signed-in.ts";
import { reviseAction } from "./actions.ts";
import { startAction } from "./start-action.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title"), robots: { index: false } };
}

export default async function DeskPage() {
  const actor = await signedIn();
  const t = await getTranslations("desk");
  const agencies = await deskYears(actor, now());
  if (agencies.length === 0 && homeOf(actor) !== "/desk")
    redirect(localePath(await getLocale(), homeOf(actor)));
  const startable = agencies
    .map(({ agency: { id, name }, years }) => ({
      id,
      name,
      years: years.filter(({ actions }) => actions.includes("start")).map(({ year }) => year),
    }))
    .filter(({ years }) => years.length > 0);
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-2">{t("lead")}</p>
      {agencies.length === 0 ? <EmptyState title={t("start.noAgency")} /> : null}
      {agencies.map(({ agency, years }) => (
        <YearTable
          key={agency.id}
          agency={agency}
          years={years.filter(({ reportId }) => reportId !== null)}
          reviseAction={reviseAction}
        />
      ))}
      {startable.length > 0 ? (
        <section aria-labelledby="start">
          <h2 id="start" className="mb-4 text-xl">
            {t("start.title")}
          </h2>
          <StartForm agencies={startable} action={startAction} />
        </section>
      ) : null}
      {agencies.length > 0 && startable.length === 0 ? (
        <p className="max-w-prose text-ink-2">{t("start.allBegun")}</p>
      ) : null}
    </Page>
  );
}
