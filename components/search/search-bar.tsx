import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";
import type { SearchState } from "#lib/search/query.ts";
import { SlashFocus } from "./slash-focus.tsx";
import { StateFields } from "./state-fields.tsx";

const isOwn = (name: string) => name === "q" || name === "page";

/** The box one types into; it keeps the filters that are in force. */
export function SearchBar({ state }: { state: SearchState }) {
  const t = useTranslations("search.box");
  const action = localePath(useLocale(), "/reports");
  return (
    <search>
      <form action={action} className="flex flex-wrap gap-2 pt-6">
        <label htmlFor="q" className="sr-only">
          {t("label")}
        </label>
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={state.q}
          placeholder={t("placeholder")}
          maxLength={200}
          className="min-h-11 min-w-0 flex-[1_1_16rem] rounded-sm border border-edge bg-sheet px-3 py-[.55rem]"
        />
        <StateFields state={state} but={isOwn} />
        <Button>{t("submit")}</Button>
      </form>
      <SlashFocus target="q" />
    </search>
  );
}
