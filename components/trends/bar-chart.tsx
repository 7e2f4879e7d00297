import { useFormatter, useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import type { SeriesBreak } from "#lib/editions/series-breaks.ts";
import { type Bar, CHART, layOut, type Point } from "./chart-layout.ts";

interface BarChartProps {
  /** What the chart is about, for those who do not see it. */
  label: string;
  points: readonly Point[];
  /** The value that reaches the top: shared by charts that are to be compared. */
  top: number;
  breaks: readonly SeriesBreak[];
}

/** A year by year chart drawn on the server; its figures stand in the table below it. */
export function BarChart({ label, points, top, breaks }: BarChartProps) {
  const t = useTranslations("agency.chart");
  const locale = useLocale();
  const layout = layOut(
    points,
    top,
    breaks.map(({ year }) => year),
  );
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${CHART.height}`}
      role="img"
      aria-label={t("label", { series: label })}
      className="block h-auto w-full max-w-[22rem] text-ink-2"
    >
      <line
        x1={4}
        x2={layout.width - 4}
        y1={CHART.base}
        y2={CHART.base}
        className="stroke-rule-2"
      />
      {layout.breaks.map(({ year, x }) => (
        <Break key={year} x={x} label={labelOf(breaks, year, locale)} />
      ))}
      {layout.bars.map((bar) => (
        <YearBar key={bar.year} bar={bar} />
      ))}
    </svg>
  );
}

function labelOf(breaks: readonly SeriesBreak[], year: number, locale: "zh-CN" | "en"): string {
  const found = breaks.find((each) => each.year === year);
  return found ? inLocale(found.label, locale) : "";
}

function Break({ x, label }: { x: number; label: string }) {
  return (
    <>
      <line x1={x} x2={x} y1={2} y2={CHART.base} className="stroke-ink-3" strokeDasharray="3 3" />
      <text x={x + 3} y={10} className="fill-current text-[10px]">
        {label}
      </text>
    </>
  );
}

function YearBar({ bar }: { bar: Bar }) {
  const t = useTranslations("agency.chart");
  const format = useFormatter();
  const middle = bar.x + CHART.bar / 2;
  return (
    <g textAnchor="middle" className="num fill-current text-[12px]">
      {bar.value === null ? null : (
        <rect
          x={bar.x}
          y={bar.y}
          width={CHART.bar}
          height={bar.height}
          className={bar.isLast ? "fill-accent" : "fill-accent-2"}
        />
      )}
      <text
        x={middle}
        y={(bar.value === null ? CHART.base : bar.y) - 5}
        className={bar.value === null ? "" : "fill-ink"}
      >
        {bar.value === null ? t("gap") : format.number(bar.value, { notation: "compact" })}
      </text>
      <text x={middle} y={CHART.base + 16}>
        {bar.year}
      </text>
    </g>
  );
}
