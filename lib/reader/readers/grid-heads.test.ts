import { expect, test } from "vitest";
import { layGrid } from "./grid.ts";

const cell = (text: string, from: number, to = from) => ({ text, from, to });

/** The head of 自然人 stands in the lower of two lines, below and left of the head of the group beside it. */
test("a head below and left of the head of a group keeps its column", () => {
  const rows = [
    [cell("申请人情况", 2, 5)],
    [cell("", 2), cell("法人或其他组织", 3, 4), cell("", 5)],
    [cell("自然人", 2), cell("商业企业", 3), cell("科研机构", 4), cell("总计", 5)],
    [
      cell("一、本年新收政府信息公开申请数量", 1),
      cell("1", 2),
      cell("2", 3),
      cell("3", 4),
      cell("6", 5),
    ],
  ];
  expect(
    layGrid(rows).map((line) => (line.kind === "row" ? line.cells.map(({ text }) => text) : line)),
  ).toEqual([
    ["申请人情况", "自然人", "法人或其他组织", "商业企业", "科研机构", "总计"],
    ["一、本年新收政府信息公开申请数量", "1", "2", "3", "6"],
  ]);
});

test("heads that follow each other as their columns do are left as printed", () => {
  const rows = [
    [cell("行政复议", 1, 2), cell("行政诉讼", 3, 4)],
    [cell("结果维持", 1), cell("总计", 2), cell("结果维持", 3), cell("总计", 4)],
    [cell("1", 1), cell("1", 2), cell("2", 3), cell("2", 4)],
  ];
  expect(layGrid(rows)).toHaveLength(3);
});

/** A column of remarks beside heads of three lines: read line by line it would come before all of them. */
test("a head right of a group of several lines keeps its column", () => {
  const rows = [
    [cell("申请人情况", 2, 4), cell("备注", 5)],
    [cell("自然人", 2), cell("法人或其他组织", 3, 4)],
    [cell("商业企业", 3), cell("科研机构", 4)],
    [cell("（一）予以公开", 1), cell("1", 2), cell("2", 3), cell("3", 4), cell("", 5)],
  ];
  expect(
    layGrid(rows).map((line) => (line.kind === "row" ? line.cells.map(({ text }) => text) : line)),
  ).toEqual([
    ["申请人情况", "自然人", "法人或其他组织", "商业企业", "科研机构", "备注"],
    ["（一）予以公开", "1", "2", "3", ""],
  ]);
});

/** A table of bars writes merged cells as blanks: the head of all kinds of applicants ends where the total begins. */
test("a head right of one whose merged cells are written as blanks keeps its column", () => {
  const blanks = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => cell("", from + index));
  const rows = [
    [cell("", 1), cell("申请人情况", 2), ...blanks(3, 4), cell("总计", 5)],
    [cell("", 1), cell("自然人", 2), cell("法人或其他组织", 3), ...blanks(4, 5)],
    [...blanks(1, 2), cell("商业企业", 3), cell("科研机构", 4), cell("", 5)],
    [cell("（一）予以公开", 1), cell("1", 2), cell("2", 3), cell("3", 4), cell("6", 5)],
  ];
  const [heads] = layGrid(rows);
  expect(heads?.kind === "row" && heads.cells.map(({ text }) => text)).toEqual([
    "申请人情况",
    "自然人",
    "法人或其他组织",
    "商业企业",
    "科研机构",
    "总计",
  ]);
});

/** Words for figures in the first row make it no line of heads. */
test("a row whose figures are words stays a row", () => {
  const rows = [
    [cell("信息内容", 1), cell("本年制发件数", 2), cell("本年废止件数", 3)],
    [cell("规章", 1), cell("见附件", 2), cell("见附件", 3)],
    [cell("行政规范性文件", 1), cell("1", 2), cell("2", 3)],
  ];
  expect(
    layGrid(rows).map((line) => (line.kind === "row" ? line.cells.map(({ text }) => text) : line)),
  ).toEqual(rows.map((row) => row.map(({ text }) => text)));
});

test("more lines than a form has heads are left as they are", () => {
  const lines = Array.from({ length: 20 }, (_, line) =>
    [1, 2].map((column) => cell(`说明${line}`, column)),
  );
  expect(layGrid([...lines, [cell("1", 1), cell("2", 2)]])).toHaveLength(21);
});

test("lines of a table of other things are no heads", () => {
  const rows = [
    [cell("索引号", 1), cell("A-12", 2), cell("分类", 3), cell("年报", 4)],
    [cell("发布机构", 1), cell("青溪县水务局", 2), cell("发文日期", 3), cell("2023-01-18", 4)],
    [cell("文号", 1), cell("无", 2), cell("主题词", 3), cell("", 4)],
  ];
  expect(layGrid(rows)).toEqual(rows.map((cells) => ({ kind: "row", cells })));
});

test("heads below figures begin the next table, whose width is its own", () => {
  const heads = ["自然人", "商业企业", "科研机构", "总计"].map((text, index) =>
    cell(text, index + 2),
  );
  const row = [
    cell("一、本年新收政府信息公开申请数量", 1),
    cell("1", 2),
    cell("", 3),
    cell("2", 4),
    cell("", 5),
  ];
  const fillers = [6, 7, 8].map((from) => cell("", from));
  const next = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].flatMap((text, index) => [
    cell(text, index + 1),
  ]);
  const wide = [...next, ...[6, 7, 8].map((from) => cell("其他结果", from))];
  const figures = wide.map(({ from }) => cell("0", from));
  const rows = [[cell("", 1), ...heads, ...fillers], [...row, ...fillers], wide, figures];
  const texts = layGrid(rows).map((line) =>
    line.kind === "row" ? line.cells.map(({ text }) => text) : line.cell.text,
  );
  expect(texts[1]).toEqual(["一、本年新收政府信息公开申请数量", "1", "", "2", ""]);
});

test("a long text with question marks beside others is no label", () => {
  const rows = [[cell(`5?${"a".repeat(100_000)}`, 1), cell("丙", 2)]];
  expect(layGrid(rows)).toEqual([{ kind: "row", cells: rows[0] }]);
});
