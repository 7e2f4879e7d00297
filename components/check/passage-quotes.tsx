import { useTranslations } from "next-intl";
import type { Passages } from "#lib/check-service/passages.ts";
import type { Place } from "#lib/editions/content.ts";

/** The words of the source that an issue is about, the figures marked. */
export function PassageQuotes({ passages }: { passages: Passages | undefined }) {
  const t = useTranslations("check.result");
  if (!passages || passages.shown.length + passages.places.length === 0) return null;
  return (
    <div className="mt-1 border-s border-rule-2 ps-3 text-sm text-ink-2">
      <span className="me-2">{t("passage")}</span>
      {passages.shown.map(({ start, before, marked, after }) => (
        <q key={start} lang="zh-CN" className="block [overflow-wrap:anywhere]">
          …{before}
          <mark>{marked}</mark>
          {after}…
        </q>
      ))}
      {passages.places.map((place) => (
        <PlaceName key={Object.values(place).join("-")} place={place} />
      ))}
      {passages.more > 0 ? <span>{t("more", { count: passages.more })}</span> : null}
    </div>
  );
}

/** Where a cell stands in a Word file, a workbook or a printed page. */
function PlaceName({ place }: { place: Place }) {
  const t = useTranslations("check.place");
  const { sheet, table, page, row, column } = place;
  const words = [
    sheet !== undefined && t("sheet", { name: sheet }),
    page !== undefined && t("page", { number: page }),
    table !== undefined && t("table", { number: table }),
    row !== undefined && t("row", { number: row }),
    column !== undefined && t("column", { number: column }),
  ].filter((word) => word !== false);
  return <span className="me-3 inline-block">{words.join(" ")}</span>;
}
