import { useTranslations } from "next-intl";
import type { SuggestWords } from "./suggest-box.tsx";

/** What the list of suggestions says, in the language of the page. */
export function useSuggestWords(): Pick<SuggestWords, "groups" | "count"> {
  const t = useTranslations("search.suggest");
  return {
    groups: { agencies: t("agencies"), regions: t("regions"), reports: t("reports") },
    count: t("count"),
  };
}
