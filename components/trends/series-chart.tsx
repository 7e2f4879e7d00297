import { useFormatter, useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import type { Series } from "#lib/editions/series.ts";
import { breaksOf } from "#lib/editions/series-breaks.ts";
import { BarChart } from "./bar-chart.tsx";
import { lastChange } from "./change.ts";
import type { Point } from "./chart-layout.ts";

interface SeriesChartProps {
  series: Series;
  points: readonly Point[];
  /** Shared by charts that are to be compared; its own largest value where left out. */
  top?: number;
}

/** The largest value of some series. */
export function topOf(...all: readonly (readonly Point[])[]): number {
  return Math.max(0, ...all.flat().map(({ value }) => value ?? 0));
}

/** One small multiple: name, a sentence on the last year, bars, and what breaks the series. */
export function SeriesChart({ series, points, top }: SeriesChartProps) {
  const locale = useLocale();
  const label = inLocale(series.label, locale);
  const breaks = breaksOf(series);
  const years = points.map(({ year }) => year);
  const drawn = breaks.filter(
    ({ year }) => Math.min(...years) < year && year <= Math.max(...years),
  );
  return (
    <figure className="flex flex-col">
      <figcaption className="mb-2">
        <span className="block font-semibold">{label}</span>
        <ChangeSentence points={points} />
        {drawn.map(({ year, reason }) => (
          <small key={year} className="block text-sm text-ink-2">
            {inLocale(reason, locale)}
          </small>
        ))}
      </figcaption>
      <div className="mt-auto">
        <BarChart label={label} points={points} top={top ?? topOf(points)} breaks={drawn} />
      </div>
    </figure>
  );
}

function ChangeSentence({ points }: { points: readonly Point[] }) {
  const t = useTranslations("agency.chart");
  const format = useFormatter();
  const locale = useLocale();
  const change = lastChange(points);
  if (!change) return null;
  const year = String(change.year);
  if (change.kind === "blank")
    return <small className="text-sm text-ink-2">{t("blank", { year })}</small>;
  const said = [t("now", { year, value: format.number(change.value) })];
  if (change.kind === "same") said.push(t("same"));
  if (change.kind === "more" || change.kind === "less")
    said.push(t(change.kind, { difference: format.number(change.difference) }));
  return (
    <small className="num block text-sm text-ink-2">
      {said.join(locale === "en" ? ", " : "，")}
    </small>
  );
}
