import { useTranslations } from "next-intl";

/** Stands on every page, paper included, while invented data is being shown. */
export function DemoBanner() {
  const t = useTranslations("common.demo");
  return (
    <aside aria-label={t("label")} className="border-b border-rule bg-mark text-sm">
      <p className="mx-auto max-w-page px-[clamp(1rem,3vw,2rem)] py-1.5">
        <strong>{t("label")}</strong>
        <span className="ms-3">{t("text")}</span>
      </p>
    </aside>
  );
}
