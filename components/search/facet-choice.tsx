import { useFormatter, useLocale } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { inLocale } from "#i18n/locales.ts";
import type { FacetValue } from "#lib/search/facets.ts";

interface FacetChoiceProps {
  name: string;
  choice: FacetValue;
  /** Where a place is, smaller under its name. */
  above?: readonly string[];
}

/** A value of a facet with its box and its count; one that counts nothing is there, but quiet. */
export function FacetChoice({ name, choice, above = [] }: FacetChoiceProps) {
  const locale = useLocale();
  const format = useFormatter();
  const { value, label, count, isChosen, depth } = choice;
  const look = classNames(depth > 0 && `d${depth}`, count === 0 && !isChosen && "zero");
  return (
    <label className={look || undefined}>
      {/* Made anew when the search itself changes it; a tick that is not applied yet stays. */}
      <input
        key={String(isChosen)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
      />
      <span>
        {inLocale(label, locale)}
        {above.length > 0 ? <small> {above.join(" ")}</small> : null}
      </span>
      <b>{format.number(count)}</b>
    </label>
  );
}
