import { useFormatter, useLocale, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { inLocale } from "#i18n/locales.ts";
import type { Facet, FacetValue } from "#lib/search/facets.ts";
import { FACET_LABELS } from "#lib/search/labels.ts";

const SHOWN = 12;

function Choice({ name, choice }: { name: string; choice: FacetValue }) {
  const locale = useLocale();
  const format = useFormatter();
  const { value, label, count, isChosen, depth } = choice;
  const look = classNames(depth > 0 && `d${depth}`, count === 0 && !isChosen && "zero");
  return (
    <label className={look || undefined}>
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
      <span>{inLocale(label, locale)}</span>
      <b>{format.number(count)}</b>
    </label>
  );
}

/** One facet: a box for each value with its count; the long tail stands behind a line that opens. */
export function FacetGroup({ facet: { name, values } }: { facet: Facet }) {
  const t = useTranslations("search.filters");
  const locale = useLocale();
  if (values.length === 0) return null;
  const isOpen = (value: FacetValue, index: number) =>
    index < SHOWN || value.isChosen || value.depth > 0;
  const first = values.filter(isOpen);
  const rest = values.filter((value, index) => !isOpen(value, index));
  return (
    <fieldset>
      <legend>{inLocale(FACET_LABELS[name], locale)}</legend>
      {first.map((choice) => (
        <Choice key={choice.value} name={name} choice={choice} />
      ))}
      {rest.length > 0 ? (
        <details>
          <summary>{t("more", { count: rest.length })}</summary>
          {rest.map((choice) => (
            <Choice key={choice.value} name={name} choice={choice} />
          ))}
        </details>
      ) : null}
    </fieldset>
  );
}
