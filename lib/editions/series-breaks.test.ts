import { expect, test } from "vitest";
import { SERIES } from "./series.ts";
import { breaksOf } from "./series-breaks.ts";

const yearsOf = (key: string) => {
  const series = SERIES.find((each) => each.key === key);
  if (!series) throw new Error(`no series ${key}`);
  return breaksOf(series).map(({ year }) => year);
};

test("requests compare across the forms, normative documents do not", () => {
  expect(yearsOf("received")).toEqual([]);
  expect(yearsOf("normativeInForce")).toEqual([2021]);
});

test("remedies have the mark of the law of 2024", () => {
  expect(yearsOf("reconsideration")).toEqual([2024]);
  expect(yearsOf("litigation")).toEqual([2024]);
});
