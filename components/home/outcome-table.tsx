import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import { SERIES } from "#lib/editions/series.ts";
import type { Glance } from "#lib/reports/queries-home.ts";

const OUTCOMES = [
  "granted",
  "partlyGranted",
  "refused",
  "unavailable",
  "notProcessed",
  "otherHandling",
] as const;
/** Below this many a share says nothing (R22). */
const LEAST = 30;

/** How the requests of a year ended: count, share of what was handled, and a bar as long as the share. */
export function OutcomeTable({ glance }: { glance: Glance }) {
  const t = useTranslations("home.glance");
  const format = useFormatter();
  const handled = glance.figures.handled.sum;
  const hasShares = handled >= LEAST;
  return (
    <section aria-labelledby="outcomes">
      <h3 id="outcomes">{t("outcomes")}</h3>
      <p className="max-w-prose">
        {t("outcomesSentence", {
          handled: format.number(handled),
          granted: format.number(glance.figures.granted.sum),
          partly: format.number(glance.figures.partlyGranted.sum),
        })}
      </p>
      <ScrollRegion label={t("region")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("outcome")}</th>
              <th scope="col" className="n">
                {t("count")}
              </th>
              {hasShares ? (
                <th scope="col" colSpan={2}>
                  {t("share")}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {OUTCOMES.map((key) => (
              <OutcomeRow
                key={key}
                column={key}
                count={glance.figures[key].sum}
                share={hasShares ? glance.figures[key].sum / handled : null}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hasShares ? null : <p className="text-sm text-ink-2">{t("shareNote")}</p>}
    </section>
  );
}

function OutcomeRow(props: { column: string; count: number; share: number | null }) {
  const format = useFormatter();
  const locale = useLocale();
  const { column, count, share } = props;
  const label = SERIES.find(({ key }) => key === column)?.label;
  return (
    <tr>
      <th scope="row">{label ? inLocale(label, locale) : column}</th>
      <td className={count === 0 ? "n zero" : "n"}>{format.number(count)}</td>
      {share === null ? null : (
        <>
          <td className="n word">
            {format.number(share, { style: "percent", maximumFractionDigits: 1 })}
          </td>
          <td className="hidden w-2/5 sm:table-cell">
            <svg aria-hidden="true" className="mt-1 block h-3 w-full">
              <rect
                width={`${(share * 100).toFixed(2)}%`}
                height="100%"
                className="fill-accent-2"
              />
            </svg>
          </td>
        </>
      )}
    </tr>
  );
}
