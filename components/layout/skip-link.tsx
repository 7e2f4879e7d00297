import { useTranslations } from "next-intl";

/** The first stop of the Tab key: over the navigation into the text. */
export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href="#main"
      className="no-print sr-only bg-accent text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-10 focus:px-4 focus:py-2"
    >
      {t("skip")}
    </a>
  );
}
