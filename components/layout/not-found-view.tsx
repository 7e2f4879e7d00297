import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Page } from "#components/ui/page.tsx";

/** What stands at an address that names nothing, and where to go from there. */
export function NotFoundView() {
  const t = useTranslations("errors.notFound");
  return (
    <Page>
      <h1 className="mt-14">{t("title")}</h1>
      <p className="mt-2 mb-6 max-w-prose">{t("body")}</p>
      <p className="flex flex-wrap gap-2">
        <LinkButton href="/reports" look="primary">
          {t("search")}
        </LinkButton>
        <LinkButton href="/agencies">{t("agencies")}</LinkButton>
        <LinkButton href="/">{t("home")}</LinkButton>
      </p>
    </Page>
  );
}
