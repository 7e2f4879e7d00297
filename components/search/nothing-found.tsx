import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { inLocale } from "#i18n/locales.ts";
import { isNarrowed, spelledOut, withoutAll } from "#lib/search/effective.ts";
import { FACET_LABELS } from "#lib/search/labels.ts";
import { stateHref } from "#lib/search/query.ts";
import type { Remedy, SearchAnswer } from "#lib/search/search.ts";

/** Which condition to drop, and how many reports each would give. */
export function NothingFound({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("search.nothing");
  const locale = useLocale();
  if (!isNarrowed(answer.state)) return <EmptyState title={t("empty")} />;
  const state = spelledOut(answer.state, answer.plan);
  const nameOf = (drop: Remedy["drop"]) =>
    drop === "words" || drop === "ranges" ? t(drop) : inLocale(FACET_LABELS[drop], locale);
  return (
    <EmptyState title={t("title")}>
      {answer.remedies.length > 0 ? <p>{t("lead")}</p> : null}
      <ul className="my-2">
        {answer.remedies.map(({ drop, count }) => (
          <li key={drop} className="py-1">
            <Link className="link" href={stateHref("/reports", withoutAll(state, drop))}>
              {t("drop", { part: nameOf(drop) })}
            </Link>{" "}
            <span className="num">{t("gives", { count })}</span>
          </li>
        ))}
      </ul>
      <p>{t("last")}</p>
    </EmptyState>
  );
}
