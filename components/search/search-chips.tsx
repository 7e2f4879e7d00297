import { useLocale, useTranslations } from "next-intl";
import { Chip, Chips } from "#components/ui/chips.tsx";
import { Link } from "#components/ui/link.tsx";
import { inLocale, type Locale } from "#i18n/locales.ts";
import { isNarrowed, spelledOut, without, withoutRange } from "#lib/search/effective.ts";
import { RANGES } from "#lib/search/engine.ts";
import { FACET_LABELS, rangeLabel } from "#lib/search/labels.ts";
import { stateHref } from "#lib/search/query.ts";
import type { SearchAnswer } from "#lib/search/search.ts";

function boundsText({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}

/** Everything in force that a click can take away. */
function chipsOf(answer: SearchAnswer, locale: Locale) {
  const state = spelledOut(answer.state, answer.plan);
  const facets = answer.facets.flatMap(({ name, values }) =>
    values
      .filter(({ isChosen }) => isChosen)
      .map(({ value, label }) => ({
        key: `${name}=${value}`,
        kind: inLocale(FACET_LABELS[name], locale),
        label: inLocale(label, locale),
        href: stateHref("/reports", without(state, name, value)),
      })),
  );
  const ranges = RANGES.flatMap((key) => {
    const bounds = state.ranges[key];
    if (!bounds) return [];
    const href = stateHref("/reports", withoutRange(state, key));
    return [{ key, kind: inLocale(rangeLabel(key), locale), label: boundsText(bounds), href }];
  });
  return [...facets, ...ranges];
}

/** How the query was understood and what was chosen, as chips. */
export function SearchChips({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("search.chips");
  const locale = useLocale();
  const { words } = answer.plan.understood;
  if (!isNarrowed(answer.state)) return null;
  const quote = (word: string) => (locale === "en" ? `“${word}”` : `“${word}”`);
  return (
    <section aria-label={t("label")}>
      <Chips>
        <span className="text-sm text-ink-2">
          {t(answer.plan.lifted.length > 0 ? "understood" : "chosen")}
        </span>
        {chipsOf(answer, locale).map(({ key, kind, label, href }) => (
          <Chip
            key={key}
            href={href}
            kind={kind}
            label={label}
            removeLabel={t("remove", { kind, value: label })}
          />
        ))}
        {words.length > 0 ? (
          <span className="text-md">{t("containing", { words: words.map(quote).join("") })}</span>
        ) : null}
        <Link href="/reports" className="link inline-flex min-h-9 items-center text-sm">
          {t("clear")}
        </Link>
      </Chips>
    </section>
  );
}
