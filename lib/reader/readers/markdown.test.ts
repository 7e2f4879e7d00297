import { expect, test } from "vitest";
import { formatOf } from "../format.ts";
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

test.each([
  "<del>9</del>5",
  "<s>9</s>5",
  "<strike>9</strike>5",
  "~~9~~5",
  '<span style="display:none">9</span>5',
  "<span style='font-size:0'>9<span>9</span>9</span>5",
  "<i hidden>9</i>5",
  '<span class="sr-only">9</span>5',
])("what is struck out or hidden in a cell is not read: %s", (cell) => {
  expect(row(cell)).toMatch(/行政许可 \| ?5 ?\|/u);
});

test.each([
  "4<sup>1</sup>",
  "4<SUB>1</SUB>",
  '4<span style="vertical-align:super">1</span>',
  "4[1](#fn1)",
  '4<a href="#fn1">1</a>',
  '4<span class="d-none d-md-inline">1</span>',
  "<p>4</p><p>1</p>",
])("the mark of a note is no digit of the figure it stands behind: %s", (cell) => {
  expect(row(cell)).toMatch(/4 1/u);
});

test.each([
  ["a tag that hides and is never closed", "<del>95"],
  ["a picture alone", "![5](img/5.png)"],
  ["a tag of a picture alone", '<img src="5.png">'],
  ["a picture left out by a converter", "<!-- image -->"],
])("%s in a cell is told", (_, cell) => {
  expect(row(cell)).toContain("\uFFFD");
});

test.each([
  '<span class="hide">257</span>',
  '<p class="hide">257</p>',
  '<i class="hide-me">257</i>',
])("what a usual class may hide alone in a cell, or as a block, is read: %s", (cell) => {
  expect(row(cell)).toContain("257");
});

test("in prose a raised word stays where it is, and waves alone strike nothing out", () => {
  expect(readMarkdown("面积 5 m<sup>2</sup>，谢谢~~").text).toContain("5 m2，谢谢~~");
});

test("a table in markup is shown as a page's is", () => {
  const hidden = "<table><tr><td>行政许可</td><td>5<i style='font-size:0'>7</i></td></tr></table>";
  expect(readMarkdown(hidden).text).not.toContain("57");
  const field = "<table><tr><td>行政许可</td><td><input value=257></td></tr></table>";
  expect(readMarkdown(`${"说明。\n\n"}${field}`).text).toContain("257");
});

test("marks that never close take no longer than others", () => {
  const marks = `${"<s>".repeat(50_000)}${"~~a".repeat(50_001)}${"<sup>".repeat(50_000)}`;
  expect(row(`5${marks}`).length).toBeGreaterThan(1);
});

test("a picture in the line of figures of a form is told, though the line has no label", () => {
  const rows = ["|行政复议|行政诉讼|", "|---|---|", "|结果维持|总计|", "|![](5.png)|1|"];
  expect(readMarkdown(rows.join("\n")).text).toContain("\uFFFD");
  expect(readMarkdown("|甲|乙|\n|---|---|\n|![](5.png)|1|").text).not.toContain("\uFFFD");
});

test("headings with a rule of equals signs below make Markdown, whose rules and bold words leave no trace", () => {
  const page = [
    "**青溪县档案馆****2021****年度报告**",
    "",
    "一、总体情况",
    "======",
    "",
    "全年有序。",
    "",
    "二、主动公开",
    "======",
  ];
  expect(formatOf(page.join("\n"))).toBe("markdown");
  expect(formatOf(page.join("\r\n"))).toBe("markdown");
  expect(readMarkdown(page.join("\n")).text.split("\n").filter(Boolean)).toEqual([
    "青溪县档案馆2021年度报告",
    "一、总体情况",
    "全年有序。",
    "二、主动公开",
  ]);
  expect(formatOf("目录\n\n======\n\n正文\n\n======\n")).toBe("text");
  expect(formatOf(`${page.join("\n")}\n+---+\n| 甲 |\n+===+\n| 乙 |\n+---+\n`)).toBe("text");
});
