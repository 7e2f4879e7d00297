import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { MAX_PAGE, START, stateHref } from "#lib/search/query.ts";
import type { SearchAnswer } from "#lib/search/search.ts";

/** Pages by number as far as they go, then by key. */
export function ResultPages({ answer: { state, total, nextCursor } }: { answer: SearchAnswer }) {
  const t = useTranslations("search.byKey");
  const pages = Math.min(MAX_PAGE, Math.ceil(total / state.size));
  const isByKey = state.cursor !== null;
  const isLast = isByKey || (state.page === MAX_PAGE && total > MAX_PAGE * state.size);
  return (
    <>
      {isByKey ? null : (
        <Pagination
          page={state.page}
          pages={pages}
          hrefOf={(page) => stateHref("/reports", { ...state, page })}
        />
      )}
      {isLast ? (
        <nav aria-label={t("label")} className="my-6 flex flex-wrap gap-4">
          {isByKey ? (
            <LinkButton href={stateHref("/reports", { ...state, ...START })}>
              {t("first")}
            </LinkButton>
          ) : null}
          {nextCursor === null ? null : (
            <LinkButton
              href={stateHref("/reports", { ...state, page: 1, cursor: nextCursor })}
              rel="next"
            >
              {t("next")}
            </LinkButton>
          )}
        </nav>
      ) : null}
    </>
  );
}
