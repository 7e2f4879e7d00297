/** One year of a series; null where there is no figure, which is no zero. */
export interface Point {
  year: number;
  value: number | null;
}

export interface Bar extends Point {
  x: number;
  y: number;
  height: number;
  isLast: boolean;
}

export interface Layout {
  width: number;
  bars: Bar[];
  /** Where the breaks stand, by their first year. */
  breaks: { year: number; x: number }[];
}

/** Measures of every small chart, in the units of its drawing. */
export const CHART = { height: 120, base: 98, top: 34, step: 38, bar: 26, left: 8, width: 240 };

/** Places the bars of a series from its first year to its last; a year without a report keeps its place. */
export function layOut(points: readonly Point[], top: number, breaks: readonly number[]): Layout {
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const xOf = (year: number) => CHART.left + (year - first) * CHART.step;
  const bars = all.map((year): Bar => {
    const value = points.find((point) => point.year === year)?.value ?? null;
    const height = heightOf(value, top);
    return { year, value, x: xOf(year), y: CHART.base - height, height, isLast: year === last };
  });
  const marks = breaks
    .filter((year) => year > first && year <= last)
    .map((year) => ({ year, x: xOf(year) - (CHART.step - CHART.bar) / 2 }));
  return { width: Math.max(CHART.width, xOf(last) + CHART.step), bars, breaks: marks };
}

/** A zero keeps a hair's breadth, so that it is seen to be there. */
function heightOf(value: number | null, top: number): number {
  if (value === null) return 0;
  const share = top > 0 ? value / top : 0;
  return Math.max(1, Math.round(share * (CHART.base - CHART.top) * 100) / 100);
}
