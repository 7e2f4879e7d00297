import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";
import { spelledOut } from "#lib/search/effective.ts";
import type { SearchAnswer } from "#lib/search/search.ts";
import { FacetGroup } from "./facet-group.tsx";
import { RangeFields } from "./range-fields.tsx";
import { StateFields } from "./state-fields.tsx";

const KEPT = new Set(["q", "sort", "size"]);

/** All facets in one form that a button applies; it needs no script. */
export function FacetForm({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("search.filters");
  const action = localePath(useLocale(), "/reports");
  const state = spelledOut(answer.state, answer.plan);
  return (
    <form id="filters" action={action} aria-label={t("label")} className="facets text-md">
      <StateFields state={state} but={(name) => !KEPT.has(name)} />
      {answer.facets.map((facet) => (
        <FacetGroup key={facet.name} facet={facet} />
      ))}
      <RangeFields ranges={state.ranges} />
      <Button look="plain" className="mt-2">
        {t("apply")}
      </Button>
    </form>
  );
}
