import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CheckFields } from "#components/check/check-fields.tsx";
import { CheckForm } from "#components/check/check-form.tsx";
import { CheckResult } from "#components/check/check-result.tsx";
import { Page } from "#components/ui/page.tsx";
import { alternates } from "#i18n/alternates.ts";
import { inLocale } from "#i18n/locales.ts";
import { MAX_INPUT } from "#lib/check-service/limits.ts";
import { checkRefusalText } from "#lib/check-service/refusal.ts";
import { refused } from "#lib/platform/result.ts";
import { checkAction } from "./actions.ts";
import { answerOf } from "./answer.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("check.form");
  return { title: t("title"), alternates: alternates(await getLocale(), "/check") };
}

export default async function CheckPage({ searchParams }: Props) {
  const answer = answerOf(await searchParams);
  const [t, locale] = [await getTranslations("check.form"), await getLocale()];
  const tooLarge = checkRefusalText(refused("check.too-large", { limit: MAX_INPUT }).refusal);
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-ink-2">{t("lead")}</p>
      {answer ? <CheckResult answer={answer} /> : null}
      <CheckForm
        action={checkAction}
        maxBytes={MAX_INPUT}
        isRefused={answer?.result.ok === false}
        words={{
          label: t("label"),
          busy: t("busy"),
          tooLarge: inLocale(tooLarge, locale),
          unreachable: t("unreachable"),
          outdated: t("outdated"),
        }}
      >
        <CheckFields text={answer?.text ?? ""} isAgain={answer?.result.ok ?? false} />
      </CheckForm>
    </Page>
  );
}
