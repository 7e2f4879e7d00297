import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoBanner } from "#components/layout/demo-banner.tsx";
import { Footer } from "#components/layout/footer.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { MastheadEnd } from "#components/layout/masthead-end.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { withoutLocale } from "#i18n/path.ts";
import { cookieNames } from "#lib/identity/cookies.ts";
import { env } from "#lib/platform/env.ts";
import "../globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.site");
  const name = env().SITE_NAME ?? t("name");
  return {
    metadataBase: new URL(env().SITE_URL),
    title: { default: name, template: `%s · ${name}` },
    description: t("tagline"),
    applicationName: name,
    formatDetection: { telephone: false },
    other: {
      SiteName: name,
      SiteDomain: new URL(env().SITE_URL).hostname,
      ...(env().SITE_ID_CODE ? { SiteIDCode: env().SITE_ID_CODE ?? "" } : {}),
    },
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const path = withoutLocale((await headers()).get("x-path") ?? "/");
  // Only a hint for the masthead; what is behind it asks for the session itself.
  const signedIn = (await cookies()).has(cookieNames().session);
  const { GONGKAI_DEMO, SITE_NAME, ...settings } = env();
  const lines = {
    organiser: settings.SITE_ORGANISER ?? null,
    contact: settings.SITE_CONTACT ?? null,
    siteCode: settings.SITE_ID_CODE ?? null,
    icp: settings.SITE_ICP ?? null,
    police: settings.SITE_POLICE ?? null,
  };
  return (
    <html lang={await getLocale()}>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        {GONGKAI_DEMO ? <DemoBanner /> : null}
        <Masthead
          siteName={SITE_NAME ?? null}
          path={path.split("?")[0] ?? "/"}
          end={<MastheadEnd path={path} signedIn={signedIn} />}
        />
        <main id="main" tabIndex={-1} className="flex-1">
          {children}
        </main>
        <Footer lines={lines} />
      </body>
    </html>
  );
}
