import { expect, test } from "vitest";
import { readMarkdown } from "./markdown.ts";

const row = (cell: string) =>
  readMarkdown(`| 信息内容 | 数量 |\n| --- | --- |\n| 行政许可 | ${cell} |\n`).text;

test.each([
  ["$257$", "257"],
  ["$ 1,257 $", "1,257"],
  ["**257**", "257"],
])("a figure set as a formula or in bold is a figure: %s", (cell, figure) => {
  expect(row(cell)).toContain(`行政许可 | ${figure} |`);
});

test.each(["nan", "NaN"])("%s, which converters write into blank cells, is none", (cell) => {
  expect(row(cell)).not.toContain(cell);
});

test("a sum of money is no formula", () => {
  expect(readMarkdown("付款 $5 和 $7 各一次").text).toContain("$5 和 $7");
});
