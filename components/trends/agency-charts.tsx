import { useTranslations } from "next-intl";
import { SERIES, type Series } from "#lib/editions/series.ts";
import { OUTCOMES } from "#lib/reports/outcomes.ts";
import type { AgencyYear } from "#lib/reports/queries-agency.ts";
import type { SeriesColumn } from "#lib/reports/series-row.ts";
import type { Point } from "./chart-layout.ts";
import { SeriesChart, topOf } from "./series-chart.tsx";

/** Counted in the same unit, so drawn on one scale. */
const REQUESTS: readonly SeriesColumn[] = ["received", ...OUTCOMES];
const OTHERS: readonly SeriesColumn[] = ["reconsideration", "litigation", "normativeInForce"];

/** The points of a series over the years of an agency. */
export function pointsOf(years: readonly AgencyYear[], column: SeriesColumn): Point[] {
  return years.map((each) => ({ year: each.year, value: each[column] }));
}

function seriesOf(column: SeriesColumn): Series {
  const series = SERIES.find(({ key }) => key === column);
  if (!series) throw new Error(`no series ${column}`);
  return series;
}

/** An agency over the years in small multiples; the figures themselves stand in the table below. */
export function AgencyCharts({ years }: { years: readonly AgencyYear[] }) {
  const t = useTranslations("agency.chart");
  const top = topOf(...REQUESTS.map((column) => pointsOf(years, column)));
  return (
    <section aria-labelledby="years">
      <h2 id="years" className="sr-only">
        {t("title")}
      </h2>
      <Multiples
        id="requests"
        title={t("requests")}
        note={t("requestsNote")}
        columns={REQUESTS}
        years={years}
        top={top}
      />
      <Multiples
        id="others"
        title={t("others")}
        note={t("othersNote")}
        columns={OTHERS}
        years={years}
      />
    </section>
  );
}

function Multiples(props: {
  id: string;
  title: string;
  note: string;
  columns: readonly SeriesColumn[];
  years: readonly AgencyYear[];
  top?: number;
}) {
  const { id, title, note, columns, years, top } = props;
  return (
    <section aria-labelledby={id} className="mt-9">
      <h3 id={id} className="font-serif text-xl font-bold">
        {title}
      </h3>
      <p className="mb-4 text-sm text-ink-2">{note}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-6">
        {columns.map((column) => (
          <SeriesChart
            key={column}
            series={seriesOf(column)}
            points={pointsOf(years, column)}
            {...(top === undefined ? {} : { top })}
          />
        ))}
      </div>
    </section>
  );
}
