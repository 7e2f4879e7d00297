import { expect, test } from "vitest";
import { placeOf } from "./xlsx-places.ts";

test.each([
  ["B3", { column: 2, row: 3 }, { column: 3, row: 5 }],
  ["$B3", { column: 2, row: 3 }, { column: 2, row: 5 }],
  ["b$3", { column: 2, row: 3 }, { column: 3, row: 3 }],
  ["B", null, null],
  ["B3:C4", null, null],
  ["", null, null],
])("the place that %j names, and where it moves to", (reference, place, moved) => {
  expect(placeOf(reference)).toEqual(place);
  expect(placeOf(reference, { column: 1, row: 2 })).toEqual(moved);
});
