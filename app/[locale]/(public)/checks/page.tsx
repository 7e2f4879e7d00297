import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RuleEntry } from "#components/check/rule-entry.tsx";
import { RuleList } from "#components/check/rule-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";
import { RULES } from "#lib/checks/catalogue.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("check.rules");
  return { title: t("title"), alternates: alternates(await getLocale(), "/checks") };
}

export default async function ChecksPage() {
  const t = await getTranslations("check.rules");
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-ink-2">{t("intro")}</p>
      <p className="mt-2">
        <Link href="/check" className="link inline-flex min-h-11 items-center">
          {t("try")}
        </Link>
      </p>
      <h2 className="mt-6 mb-2">{t("how")}</h2>
      <p className="mb-2 max-w-prose">{t("howOutcome")}</p>
      <p className="mb-2 max-w-prose">{t("howSeverity")}</p>
      <h2 className="mt-9">{t("list")}</h2>
      <RuleList rules={RULES} />
      {RULES.map((rule) => (
        <RuleEntry key={rule.id} rule={rule} />
      ))}
      <section id="read" aria-labelledby="read-name" className="border-t border-rule py-6">
        <h3 id="read-name">{t("doubts")}</h3>
        <p className="mt-2 max-w-prose">{t("doubtsBody")}</p>
      </section>
    </Page>
  );
}
