import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/ui/page.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { alternates } from "#i18n/alternates.ts";

const PARTS = ["what", "sources", "figures", "checks", "versions"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about.about");
  return { title: t("title"), alternates: alternates(await getLocale(), "/about") };
}

export default async function AboutPage() {
  const t = await getTranslations("about.about");
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <Prose>
        {PARTS.map((part) => (
          <section key={part} id={part}>
            <h2>{t(part)}</h2>
            <p>{t(`${part}Body`)}</p>
          </section>
        ))}
      </Prose>
    </Page>
  );
}
