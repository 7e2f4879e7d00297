import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { inLocale } from "#i18n/locales.ts";
import { SORTS } from "#lib/search/engine.ts";
import { SORT_LABELS } from "#lib/search/labels.ts";
import { START, stateHref } from "#lib/search/query.ts";
import type { SearchAnswer } from "#lib/search/search.ts";

/** How many there are, said aloud when it changes, and in which order. */
export function ResultLine({ answer: { state, total, totalIsExact } }: { answer: SearchAnswer }) {
  const t = useTranslations("search");
  const locale = useLocale();
  return (
    <MetaLine className="items-baseline">
      <span aria-live="polite" className="text-base text-ink">
        {t.rich(totalIsExact ? "count" : "countAbout", {
          count: total,
          b: (text) => <b>{text}</b>,
        })}
      </span>
      <a href="#filters" className="link lg:hidden">
        {t("filters.label")}
      </a>
      {total > 1 ? <span>{t("sort.label")}</span> : null}
      {(total > 1 ? SORTS : []).map((sort) => {
        const label = inLocale(SORT_LABELS[sort], locale);
        const isCurrent = sort === state.sort;
        return isCurrent ? (
          <b key={sort} aria-current="true">
            {label}
          </b>
        ) : (
          <Link
            key={sort}
            className="link"
            href={stateHref("/reports", { ...state, sort, ...START })}
          >
            {label}
          </Link>
        );
      })}
    </MetaLine>
  );
}
