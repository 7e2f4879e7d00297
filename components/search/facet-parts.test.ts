import { expect, it } from "vitest";
import type { FacetValue } from "#lib/search/facets.ts";
import { facetParts } from "./facet-parts.ts";

const value = (code: string, depth = 0, isChosen = false): FacetValue => ({
  value: code,
  label: { zh: code, en: code },
  count: 1,
  isChosen,
  depth,
});
const many = (from: string, count: number, depth = 0) =>
  Array.from({ length: count }, (_, i) => value(`${from}${i}`, depth));
const shape = (values: FacetValue[]) =>
  facetParts(values).map(({ open, rest }) => [open.length, rest.length]);

it("a short facet is whole, a long one has a tail", () => {
  expect(shape([])).toEqual([]);
  expect(shape(many("a", 12))).toEqual([[12, 0]]);
  expect(shape(many("a", 31))).toEqual([[12, 19]]);
});

it("what is chosen stands in the open, however many there are", () => {
  const chosen = Array.from({ length: 20 }, (_, i) => value(`c${i}`, 0, true));
  expect(shape([...chosen, ...many("a", 5)])).toEqual([[20, 5]]);
});

it("every level of a tree has its own tail, and no value is lost or moved", () => {
  const values = [
    value("省", 0),
    value("市", 1),
    value("县", 2, true),
    ...many("x", 20, 2),
    ...many("s", 15, 1),
    ...many("p", 30),
  ];
  expect(shape(values)).toEqual([
    [14, 9],
    [11, 4],
    [11, 19],
  ]);
  expect(facetParts(values).flatMap(({ open, rest }) => [...open, ...rest])).toEqual(values);
});
