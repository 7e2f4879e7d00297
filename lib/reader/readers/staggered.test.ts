import { expect, test } from "vitest";
import { layGrid } from "./grid.ts";

const cell = (text: string, from: number, to = from) => ({ text, from, to });
const LABEL = "一、本年新收政府信息公开申请数量";

/** What a grid prints, row by row. */
function shown(rows: readonly (readonly ReturnType<typeof cell>[])[]) {
  return layGrid(rows).map((line) =>
    line.kind === "row" ? line.cells.map(({ text }) => text).join(" ") : line.cell.text,
  );
}

test("a figure that begins a row of the grid later stands in its own column", () => {
  expect(shown([[cell(LABEL, 1, 3), cell("5", 4), cell("0", 6)], [cell("-3", 5)]])).toEqual([
    `${LABEL} 5 -3 0`,
  ]);
});

test("a row of merged cells alone lies between them", () => {
  expect(shown([[cell(LABEL, 1, 3), cell("5", 4), cell("0", 6)], [], [cell("-3", 5)]])).toEqual([
    `${LABEL} 5 -3 0`,
  ]);
});

test("a label that begins later stands before its figures", () => {
  expect(shown([[cell("5", 2), cell("0", 3)], [cell(LABEL, 1)]])).toEqual([`${LABEL} 5 0`]);
});

test("blanks beyond the table, which no row of a sheet merges, stand once", () => {
  const rows = [
    [cell(LABEL, 1), cell("5", 3), cell("", 4)],
    [cell("7", 2), cell("", 4)],
    [cell("二、上年结转政府信息公开申请数量", 1), cell("1", 2), cell("2", 3), cell("", 4)],
  ];
  expect(shown(rows)[0]?.trim()).toBe(`${LABEL} 7 5`);
});

test("rows with cells under each other stay rows of their own", () => {
  const rows = [
    [cell("规章", 1), cell("1", 2), cell("", 3)],
    [cell("行政规范性文件", 1), cell("", 2), cell("4", 3)],
  ];
  expect(shown(rows)).toEqual(["规章 1 ", "行政规范性文件  4"]);
});
