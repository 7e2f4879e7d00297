import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";
import { spelledOut } from "#lib/search/effective.ts";
import type { Facet } from "#lib/search/facets.ts";
import { stateHref } from "#lib/search/query.ts";
import type { SearchAnswer } from "#lib/search/search.ts";
import { FacetFrame, FacetValues } from "./facet-group.tsx";
import { RangeFields } from "./range-fields.tsx";
import { RegionFinder, RegionsFound } from "./region-finder.tsx";
import { StateFields } from "./state-fields.tsx";

const KEPT = new Set(["q", "sort", "size"]);

/** The tree of regions, level by level, or those found by name with the chosen ones before them. */
function RegionFacet({ facet, answer }: { facet: Facet; answer: SearchAnswer }) {
  const found = answer.regionSearch;
  const known = new Set(found?.values.map(({ value }) => value));
  const values = facet.values
    .filter(({ value, isChosen }) => isChosen && !known.has(value))
    .map((each) => ({ ...each, depth: 0 }));
  return (
    <FacetFrame name="region">
      <RegionFinder text={found?.text ?? ""} />
      {found ? (
        <>
          <FacetValues facet={{ name: "region", values }} />
          <RegionsFound
            found={found}
            back={`${stateHref("/reports", answer.state)}#facet-region`}
          />
        </>
      ) : (
        <FacetValues facet={facet} />
      )}
    </FacetFrame>
  );
}

/** All facets in one form that a button applies; it needs no script. */
export function FacetForm({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("search.filters");
  const action = localePath(useLocale(), "/reports");
  const state = spelledOut(answer.state, answer.plan);
  return (
    <form id="filters" action={action} aria-label={t("label")} className="facets text-md">
      {/* What Enter presses in any field: the first button of the form. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <StateFields state={state} but={(name) => !KEPT.has(name)} />
      {answer.facets.map((facet) =>
        facet.name === "region" ? (
          <RegionFacet key={facet.name} facet={facet} answer={answer} />
        ) : (
          <FacetFrame key={facet.name} name={facet.name}>
            <FacetValues facet={facet} />
          </FacetFrame>
        ),
      )}
      <RangeFields ranges={state.ranges} />
      <Button look="plain" className="mt-2">
        {t("apply")}
      </Button>
    </form>
  );
}
