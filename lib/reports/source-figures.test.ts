import { expect, it } from "vitest";
import type { Cell } from "#lib/editions/content.ts";
import { certainFigures, changedFigures } from "./source-figures.ts";

const count = (value: number, raw = String(value)): Cell => ({ raw, value, state: "number" });
const blank: Cell = { raw: "", value: null, state: "blank" };

it("keeps what was surely read, without its place", () => {
  const cells = { a: { ...count(3), at: [1, 2] as [number, number] }, b: count(4) };
  expect(certainFigures(cells, [{ cell: "b" }])).toEqual({ a: count(3) });
});

it.each([
  ["the same", { a: count(3) }, { a: count(3) }, 0],
  ["the same in another writing", { a: count(1200, "1,200件") }, { a: count(1200) }, 0],
  ["another figure", { a: count(3) }, { a: count(4) }, 1],
  ["zero for a blank", { a: blank }, { a: count(0) }, 1],
  ["a blank for a figure", { a: count(3) }, { a: blank }, 1],
  ["a row that is not printed any more", { a: blank, b: count(3) }, {}, 1],
  ["a figure that was not read", {}, { a: count(3) }, 0],
  ["another unit", { a: { ...count(3), unit: "元" } }, { a: { ...count(3), unit: "万元" } }, 1],
] as const)("%s", (_, read, now, changed) => {
  expect(Object.keys(changedFigures(read, now))).toHaveLength(changed);
});

it("tells what the source says, as it prints it", () => {
  const read = { a: count(1200, " 1,200件 "), b: blank, c: count(3) };
  const now = { a: count(1300), b: count(1), c: count(3) };
  expect(changedFigures(read, now)).toEqual({ a: "1,200件", b: "" });
});
