import { useFormatter, useLocale, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { inLocale } from "#i18n/locales.ts";
import type { Facet, FacetValue } from "#lib/search/facets.ts";
import { FACET_LABELS } from "#lib/search/labels.ts";

const SHOWN = 12;
const INDENT = ["", "ps-5", "ps-10", "ps-14"] as const;

function Choice({ name, choice }: { name: string; choice: FacetValue }) {
  const locale = useLocale();
  const format = useFormatter();
  const { value, label, count, isChosen, depth } = choice;
  return (
    <label
      className={classNames(
        "grid min-h-8 cursor-pointer grid-cols-[auto_1fr_auto] items-baseline gap-2",
        INDENT[depth],
        count === 0 && !isChosen && "text-ink-3",
      )}
    >
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
      <span>{inLocale(label, locale)}</span>
      <span className="num text-ink-2">{format.number(count)}</span>
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
    <fieldset className="border-t border-rule py-3">
      <legend className="float-left w-full pb-1 font-semibold">
        {inLocale(FACET_LABELS[name], locale)}
      </legend>
      <div className="clear-both">
        {first.map((choice) => (
          <Choice key={choice.value} name={name} choice={choice} />
        ))}
        {rest.length > 0 ? (
          <details>
            <summary className="cursor-pointer py-1 text-accent">
              {t("more", { count: rest.length })}
            </summary>
            {rest.map((choice) => (
              <Choice key={choice.value} name={name} choice={choice} />
            ))}
          </details>
        ) : null}
      </div>
    </fieldset>
  );
}
