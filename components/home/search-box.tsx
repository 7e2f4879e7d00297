import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";

/** The way into the search page; a plain form. */
export function SearchBox() {
  const t = useTranslations("home.search");
  const locale = useLocale();
  return (
    <search>
      <form action={localePath(locale, "/reports")} className="my-6 flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          aria-label={t("label")}
          placeholder={t("placeholder")}
          maxLength={200}
          className="min-h-12 min-w-0 flex-[1_1_16rem] rounded-sm border border-edge bg-sheet px-3 text-base placeholder:text-ink-2"
        />
        <Button className="min-h-12">{t("button")}</Button>
      </form>
    </search>
  );
}
