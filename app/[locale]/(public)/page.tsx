import { getTranslations } from "next-intl/server";
import { Page } from "#components/ui/page.tsx";

export default async function HomePage() {
  const t = await getTranslations("common.site");
  return (
    <Page>
      <h1 className="mt-9">{t("tagline")}</h1>
    </Page>
  );
}
