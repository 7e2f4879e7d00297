import { expect, test } from "vitest";
import { columnLines } from "./text-columns.ts";

const HEADS = "信息内容          上一年项目数量    本年增/减         处理决定数量";

/** The figures of the lines of a table, blanks as empty words. */
function figures(...lines: string[]): string[][] {
  const text = [HEADS, ...lines].join("\n");
  return columnLines(text)
    .slice(1)
    .map(({ cells }) =>
      cells.slice(1).map((cell) => (cell ? text.slice(cell.start, cell.end) : "")),
    );
}

test("rows that each leave another column blank show their columns together", () => {
  const read = figures(
    "行政处罚          1                 2",
    "行政强制                            3                 4",
    "行政许可          5                                   6",
  );
  expect(read).toEqual([
    ["1", "2", ""],
    ["", "3", "4"],
    ["5", "", "6"],
  ]);
});

test.each([
  ["close together", ["行政处罚  1  2", "行政强制许可  3  4", "行政收费  5  6"]],
  [
    "full-width blanks",
    ["行政处罚\u30001001\u30001004", "行政强制许可\u30001007\u30001010", "收费\u30001\u30002"],
  ],
  [
    "of different lengths",
    ["处罚          1                 2", "强制    3", "许可       5                   6"],
  ],
])("lines whose figures stand %s show no columns", (_, lines) => {
  expect(figures(...lines).every((row) => !row.includes(""))).toBe(true);
});
