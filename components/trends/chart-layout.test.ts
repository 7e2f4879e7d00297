import { expect, test } from "vitest";
import { CHART, layOut } from "./chart-layout.ts";

test("the largest value reaches the top, a zero keeps a hair's breadth, a gap has no bar", () => {
  const { bars } = layOut(
    [
      { year: 2019, value: 0 },
      { year: 2020, value: null },
      { year: 2022, value: 8 },
    ],
    8,
    [],
  );
  expect(bars.map(({ year, height }) => [year, height])).toEqual([
    [2019, 1],
    [2020, 0],
    [2021, 0],
    [2022, CHART.base - CHART.top],
  ]);
  expect(bars.at(-1)?.isLast).toBe(true);
});

test("a series of zeros divides by nothing", () => {
  expect(layOut([{ year: 2023, value: 0 }], 0, []).bars[0]?.height).toBe(1);
});

test("a break stands between its two years, and only where both are drawn", () => {
  const points = [2020, 2021].map((year) => ({ year, value: 1 }));
  const { bars, breaks } = layOut(points, 1, [2020, 2021, 2024]);
  expect(breaks).toHaveLength(1);
  const x = breaks[0]?.x ?? 0;
  expect(x).toBeGreaterThan((bars[0]?.x ?? 0) + CHART.bar);
  expect(x).toBeLessThan(bars[1]?.x ?? 0);
});

test("many years widen the drawing", () => {
  const points = Array.from({ length: 12 }, (_, index) => ({ year: 2010 + index, value: index }));
  expect(layOut(points, 11, []).width).toBeGreaterThan(CHART.width);
});
