import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";

const TERMS = [
  "report",
  "edition",
  "scope",
  "proactive",
  "request",
  "carry",
  "remedy",
  "sum",
  "blank",
  "version",
  "archive",
  "explanation",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about.glossary");
  return { title: t("title"), alternates: alternates(await getLocale(), "/glossary") };
}

export default async function GlossaryPage() {
  const t = await getTranslations("about.glossary");
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("intro")}</p>
      <dl className="mt-6 max-w-note border-t border-rule">
        {TERMS.map((term) => (
          <div
            key={term}
            id={term}
            className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[12rem_1fr]"
          >
            <dt className="font-semibold">{t(`terms.${term}.term`)}</dt>
            <dd>{t(`terms.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
