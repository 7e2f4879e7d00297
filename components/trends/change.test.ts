import { expect, test } from "vitest";
import { lastChange } from "./change.ts";

const series = (...values: (number | null)[]) =>
  values.map((value, index) => ({ year: 2020 + index, value }));

test("the last year against the one before", () => {
  expect(lastChange(series(1, 4))).toEqual({ kind: "more", year: 2021, value: 4, difference: 3 });
  expect(lastChange(series(4, 0))).toEqual({ kind: "less", year: 2021, value: 0, difference: 4 });
  expect(lastChange(series(4, 4))).toEqual({ kind: "same", year: 2021, value: 4 });
});

test("a blank is compared with nothing, neither now nor before", () => {
  expect(lastChange(series(4, null))).toEqual({ kind: "blank", year: 2021 });
  expect(lastChange(series(null, 4))).toEqual({ kind: "first", year: 2021, value: 4 });
  expect(lastChange([])).toBeNull();
});

test("a year without a report in between is no year before", () => {
  const gap = [
    { year: 2019, value: 1 },
    { year: 2021, value: 2 },
  ];
  expect(lastChange(gap)).toEqual({ kind: "first", year: 2021, value: 2 });
});
