import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { inLocale } from "#i18n/locales.ts";
import type { Facet, FacetValue } from "#lib/search/facets.ts";
import { FACET_LABELS } from "#lib/search/labels.ts";
import { FacetChoice } from "./facet-choice.tsx";
import { facetParts } from "./facet-parts.ts";

/** One facet under its name. */
export function FacetFrame({ name, children }: { name: Facet["name"]; children: ReactNode }) {
  return (
    <fieldset id={`facet-${name}`}>
      <legend>{inLocale(FACET_LABELS[name], useLocale())}</legend>
      {children}
    </fieldset>
  );
}

/** A box for each value with its count; long tails stand behind lines that say how many they hold, and open. */
export function FacetValues({ facet: { name, values } }: { facet: Facet }) {
  const t = useTranslations("search.filters");
  const choice = (each: FacetValue) => <FacetChoice key={each.value} name={name} choice={each} />;
  return facetParts(values).map(({ open, rest }) => [
    ...open.map(choice),
    rest[0] ? (
      <details key={`after ${rest[0].value}`} className={`d${rest[0].depth}`}>
        <summary>{t("more", { count: rest.length })}</summary>
        {rest.map(choice)}
      </details>
    ) : null,
  ]);
}
