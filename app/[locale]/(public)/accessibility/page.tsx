import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/ui/page.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { alternates } from "#i18n/alternates.ts";

const MEANS = ["keyboard", "tables", "signs", "zoom", "print"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about.accessibility");
  return { title: t("title"), alternates: alternates(await getLocale(), "/accessibility") };
}

export default async function AccessibilityPage() {
  const t = await getTranslations("about.accessibility");
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <Prose>
        <h2>{t("goal")}</h2>
        <p>{t("goalBody")}</p>
        <h2>{t("how")}</h2>
        <ul>
          {MEANS.map((means) => (
            <li key={means}>{t(means)}</li>
          ))}
        </ul>
        <h2>{t("report")}</h2>
        <p>{t("reportBody")}</p>
      </Prose>
    </Page>
  );
}
