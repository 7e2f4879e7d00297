import { useLocale, useTranslations } from "next-intl";
import { SuggestBox } from "#components/search/suggest-box.tsx";
import { useSuggestWords } from "#components/search/suggest-words.ts";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";

/** The way into the search page; a plain form. */
export function SearchBox() {
  const t = useTranslations("home.search");
  const locale = useLocale();
  return (
    <search>
      <form action={localePath(locale, "/reports")} className="my-6 flex flex-wrap gap-2">
        <SuggestBox
          id="q"
          words={{ label: t("label"), placeholder: t("placeholder"), ...useSuggestWords() }}
          prefix={localePath(locale, "/").replace(/\/$/u, "")}
          className="large flex-[1_1_16rem]"
        />
        <Button className="min-h-12">{t("button")}</Button>
      </form>
    </search>
  );
}
