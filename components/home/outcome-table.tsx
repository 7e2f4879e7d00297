import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import { SERIES } from "#lib/editions/series.ts";
import { LEAST_FOR_SHARE, OUTCOMES } from "#lib/reports/outcomes.ts";
import type { Glance, GlanceFigure } from "#lib/reports/queries-home.ts";
import { SumText } from "./sum-text.tsx";

/** How the requests of a year ended: count, share of what was handled, and a bar as long as the share. */
export function OutcomeTable({ glance }: { glance: Glance }) {
  const t = useTranslations("home.glance");
  const format = useFormatter();
  const { handled, granted, partlyGranted } = glance.figures;
  const isKnown = [handled, granted, partlyGranted].every(({ reports }) => reports > 0);
  const hasShares = handled.sum >= LEAST_FOR_SHARE;
  return (
    <section aria-labelledby="outcomes">
      <h3 id="outcomes">{t("outcomes")}</h3>
      {isKnown ? (
        <p className="max-w-prose">
          {t("outcomesSentence", {
            handled: format.number(handled.sum),
            granted: format.number(granted.sum),
            partly: format.number(partlyGranted.sum),
          })}
        </p>
      ) : null}
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
                figure={glance.figures[key]}
                hasShares={hasShares}
                share={glance.shares[key]}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hasShares ? null : <p className="text-sm text-ink-2">{t("shareNote")}</p>}
    </section>
  );
}

interface OutcomeRowProps {
  column: string;
  figure: GlanceFigure;
  hasShares: boolean;
  /** Null where too few reports give both the outcome and what was handled. */
  share: number | null;
}

function OutcomeRow({ column, figure, hasShares, share }: OutcomeRowProps) {
  const locale = useLocale();
  const label = SERIES.find(({ key }) => key === column)?.label;
  return (
    <tr>
      <th scope="row">{label ? inLocale(label, locale) : column}</th>
      <td className={figure.sum === 0 ? "n zero" : "n"}>
        <SumText figure={figure} />
      </td>
      {hasShares ? <ShareCells share={share} /> : null}
    </tr>
  );
}

function ShareCells({ share }: { share: number | null }) {
  const t = useTranslations("home.glance");
  const format = useFormatter();
  return (
    <>
      <td className="n word">
        {share === null
          ? t("noFigure")
          : format.number(share, { style: "percent", maximumFractionDigits: 1 })}
      </td>
      <td className="hidden w-2/5 sm:table-cell">
        {share === null ? null : (
          <svg aria-hidden="true" className="mt-1 block h-3 w-full">
            <rect width={`${(share * 100).toFixed(2)}%`} height="100%" className="fill-accent-2" />
          </svg>
        )}
      </td>
    </>
  );
}
