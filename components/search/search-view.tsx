import { useTranslations } from "next-intl";
import type { SearchAnswer } from "#lib/search/search.ts";
import { EngineNote } from "./engine-note.tsx";
import { FacetForm } from "./facet-form.tsx";
import { HitItem } from "./hit-item.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { ResultLine } from "./result-line.tsx";
import { ResultPages } from "./result-pages.tsx";
import { SearchBar } from "./search-bar.tsx";
import { SearchChips } from "./search-chips.tsx";
import { SearchNotices } from "./search-notices.tsx";
import { TakeAlong } from "./take-along.tsx";

/** The search page: box, chips, facets beside the results. */
export function SearchView({ answer, now }: { answer: SearchAnswer; now: Date }) {
  const t = useTranslations("search");
  const { state, total, hits } = answer;
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <SearchBar state={state} />
      <SearchChips answer={answer} />
      <SearchNotices answer={answer} />
      <div className="mt-4 grid gap-9 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
        <section className="lg:order-2">
          <ResultLine answer={answer} />
          {total === 0 ? (
            <NothingFound answer={answer} />
          ) : (
            <ol className="hits" aria-label={t("hit.list")}>
              {hits.map((hit) => (
                <HitItem key={hit.document.id} hit={hit} />
              ))}
            </ol>
          )}
          <ResultPages answer={answer} />
          {total > 0 ? <TakeAlong answer={answer} /> : null}
          <EngineNote answer={answer} now={now} />
        </section>
        <FacetForm answer={answer} />
      </div>
    </>
  );
}
