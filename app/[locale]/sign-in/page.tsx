import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DemoAccounts } from "#components/identity/demo-accounts.tsx";
import { SignInForm } from "#components/identity/sign-in-form.tsx";
import { SignInNotice } from "#components/identity/sign-in-notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { signInQuery } from "#lib/identity/auth-redirect.ts";
import { DEMO_PASSWORD } from "#lib/identity/demo.ts";
import { homeOf } from "#lib/identity/home-of.ts";
import { demoAccounts } from "#lib/identity/queries.ts";
import { csrfToken, currentActor } from "#lib/identity/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.signIn");
  return { title: t("title"), robots: { index: false } };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const [locale, t] = [await getLocale(), await getTranslations("identity.signIn")];
  const { next, notice, asked } = signInQuery(await searchParams);
  const actor = await currentActor();
  if (actor) redirect(next ?? localePath(locale, homeOf(actor)));

  const query = new URLSearchParams({
    locale,
    callbackUrl: next ?? localePath(locale, "/sign-in"),
  });
  const token = await csrfToken();
  // Only next-auth's endpoint may set the cookie that the form's token answers to; it leads back here.
  if (token === null && !asked) redirect(`/api/auth/signin?${query}`);

  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-prose text-ink-2">{t("lead")}</p>
      <SignInNotice notice={token === null ? "cookies" : notice} />
      <SignInForm action={`/api/auth/callback/credentials?${query}`} csrfToken={token} />
      <DemoAccounts accounts={await demoAccounts()} password={DEMO_PASSWORD} />
    </Page>
  );
}
