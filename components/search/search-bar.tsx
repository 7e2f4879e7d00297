import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";
import type { SearchState } from "#lib/search/query.ts";
import { LiveForm } from "./live-form.tsx";
import { StateFields } from "./state-fields.tsx";
import { SuggestBox } from "./suggest-box.tsx";
import { useSuggestWords } from "./suggest-words.ts";

const isOwn = (name: string) => name === "q" || name === "page";

/** The box one types into; it keeps the filters that are in force. */
export function SearchBar({ state }: { state: SearchState }) {
  const t = useTranslations("search.box");
  const action = localePath(useLocale(), "/reports");
  const prefix = action.slice(0, -"/reports".length);
  return (
    <search>
      <LiveForm action={action} className="flex flex-wrap gap-2 pt-6">
        <SuggestBox
          id="q"
          defaultValue={state.q}
          words={{ label: t("label"), placeholder: t("placeholder"), ...useSuggestWords() }}
          prefix={prefix}
          className="flex-[1_1_16rem]"
        />
        <StateFields state={state} but={isOwn} />
        <Button>{t("submit")}</Button>
      </LiveForm>
    </search>
  );
}
