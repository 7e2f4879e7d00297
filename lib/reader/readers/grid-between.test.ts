import { expect, test } from "vitest";
import { layGrid } from "./grid.ts";

const cell = (text: string, from: number, to = from) => ({ text, from, to });
const OUTCOMES = ["结果维持", "结果纠正", "总计"];
const heads = (first: number, some: readonly string[]) =>
  some.map((text, index) => cell(text, first + index));

/** The total of the reconsiderations stands beside their other columns, over two lines. */
const GRID = [
  [cell("行政复议", 1, 2), cell("总计", 3), cell("行政诉讼", 4, 9)],
  [...heads(1, OUTCOMES.slice(0, 2)), cell("未经复议直接起诉", 4, 6), cell("复议后起诉", 7, 9)],
  [...heads(4, OUTCOMES), ...heads(7, OUTCOMES)],
  Array.from({ length: 9 }, (_, index) => cell(String(index), index + 1)),
];

function linesOf(rows: readonly (readonly ReturnType<typeof cell>[])[]) {
  return layGrid(rows).map((line) =>
    line.kind === "row" ? line.cells.map(({ text }) => text).join(" ") : line.cell.text,
  );
}

test("a head of one column between two groups follows the heads of the first", () => {
  const outcomes = OUTCOMES.join(" ");
  expect(linesOf(GRID)).toEqual([
    `行政复议 结果维持 结果纠正 总计 行政诉讼 未经复议直接起诉 ${outcomes} 复议后起诉 ${outcomes}`,
    "0 1 2 3 4 5 6 7 8",
  ]);
});

test("the heading of a section in the same sheet stays before the heads", () => {
  const heading = "四、政府信息公开行政复议、行政诉讼情况";
  expect(linesOf([[cell(heading, 1, 9)], ...GRID])).toEqual([heading, ...linesOf(GRID)]);
});

test("a head that only names the two columns below it stands before the head of the labels", () => {
  const rows = [
    [cell("信息内容", 1), cell("本年", 2, 3), cell("现行有效件数", 4)],
    [cell("制发件数", 2), cell("废止件数", 3)],
    [cell("规章", 1), cell("1", 2), cell("", 3), cell("7", 4)],
  ];
  expect(linesOf(rows)).toEqual(["本年 信息内容 制发件数 废止件数 现行有效件数", "规章 1  7"]);
});
