import { useLocale, useTranslations } from "next-intl";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { EMPTY_STATE, START, stateParameters } from "#lib/search/query.ts";
import { MAX_ROWS } from "#lib/search/row-limit.ts";
import type { SearchAnswer } from "#lib/search/search.ts";

/** The same list as a file, or as a feed that goes on. */
export function TakeAlong({ answer: { state, total } }: { answer: SearchAnswer }) {
  const t = useTranslations("search.take");
  const isEnglish = useLocale() === "en";
  const hrefOf = (name: string, sort: typeof state.sort) => {
    const list = { ...state, ...START, sort, size: EMPTY_STATE.size };
    const parameters = stateParameters(list);
    if (isEnglish) parameters.set("lang", "en");
    const query = parameters.toString();
    return `/api/v1/${name}${query === "" ? "" : `?${query}`}`;
  };
  return (
    <MetaLine className="mt-2">
      <span>{t("label")}</span>
      <a className="link" href={hrefOf("search.csv", state.sort)}>
        CSV
      </a>
      <a className="link" href={hrefOf("search.xlsx", state.sort)}>
        XLSX
      </a>
      <a className="link" href={hrefOf("feed.atom", "relevance")}>
        {t("feed")}
      </a>
      {total > MAX_ROWS ? <span>{t("capped", { count: MAX_ROWS })}</span> : null}
    </MetaLine>
  );
}
