import { expect, test } from "vitest";
import type { Edition } from "#lib/editions/edition.ts";
import { tableCells } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const form = EDITIONS.at(-1);

function figuresOf(edition: Edition): Map<string, string> {
  const keys = edition.tables.flatMap((table) => {
    const optional = optionalRows(table);
    return tableCells(table).filter(({ row }) => !optional.has(row.key));
  });
  return new Map(keys.map(({ key }, index) => [key, String(1001 + index * 3)]));
}

/** Reads a sound report after a change to its text; answers the cells read, all proved to be in their places. */
async function readChanged(layout: Layout, change: (text: string) => string) {
  if (!form) throw new Error("there is an edition");
  const figures = figuresOf(form);
  const tables = new Map(
    form.tables.map((table) => [table.key as string, printed(table, figures)]),
  );
  const sound = writeReport(form, 2023, tables, layout);
  const text = change(sound);
  expect(text).not.toBe(sound);
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  const { cells } = report.content;
  for (const [key, { value }] of Object.entries(cells))
    expect([key, String(value)]).toEqual([key, figures.get(key)]);
  return { cells, rules: new Set(report.issues.map(({ rule }) => rule)), content: report.content };
}

const HEAD =
  "申请人情况 | 自然人 | 法人或其他组织 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ";

test.each<[string, Layout, (text: string) => string]>([
  ["all in one line", "one line", (text) => text.replaceAll("\n", " ")],
  ["CRLF", "lines", (text) => text.replaceAll("\n", "\r\n")],
  [
    "full-width digits",
    "lines",
    (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xfee0 + digit.charCodeAt(0))),
  ],
  ["tabs for bars", "row lines", (text) => text.replaceAll(" | ", "\t")],
  ["labels numbered 1、", "row lines", (text) => text.replace(/\| (\d)\./g, "| $1、")],
  ["labels without numbers", "row lines", (text) => text.replace(/\| \d\./g, "| ")],
  ["heads repeated in the middle", "one line", (text) => text.replace("3.危及", `${HEAD}3.危及`)],
  [
    "a word among the heads",
    "row lines",
    (text) => text.replace("申请人情况 |", "申请人情况 | 单位：件 |"),
  ],
  [
    "a label broken over two lines",
    "lines",
    (text) =>
      text
        .replace("科研机构", "科研\n\n机构")
        .replace("4.保护第三方合法权益", "4.保护第三方\n\n合法权益"),
  ],
  [
    "a label worded a little differently",
    "row lines",
    (text) =>
      text
        .replace("行政规范性文件", "规范性文件")
        .replace("5.属于三类内部事务信息", "5.三类内部事务信息"),
  ],
  [
    "other headings",
    "row lines",
    (text) =>
      text
        .replace("一、总体情况", "一、概述")
        .replace("五、存在的主要问题及改进情况", "五、存在问题和改进措施"),
  ],
])("nothing is lost by %s", async (_name, layout, change) => {
  const { cells, content } = await readChanged(layout, change);
  expect(Object.keys(cells)).toHaveLength(200);
  expect(content.sections).toHaveLength(6);
});

test.each<[string, Layout, (text: string) => string, string, number]>([
  [
    "a head that is lost leaves its column out",
    "row lines",
    (text) => text.replace("科研机构", "??"),
    "read.unknownColumn",
    175,
  ],
  [
    "figures for a whole group belong to no row",
    "row lines",
    (text) => text.replace("（三）不予公开 |", "（三）不予公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |"),
    "read.unknownRow",
    200,
  ],
  [
    "the same row with other figures counts neither time",
    "one line",
    (text) =>
      text.replace("四、结转下年度", "2.重复申请 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 四、结转下年度"),
    "read.conflict",
    193,
  ],
  [
    "3.其他 outside its group is nobody's",
    "one line",
    (text) => text.replace("（四）无法提供", "3.其他 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | （四）无法提供"),
    "read.unknownRow",
    200,
  ],
  [
    "a label cut beyond recognition is left out",
    "row lines",
    (text) => text.replace("4.保护第三方合法权益", "4.保"),
    "read.missing",
    193,
  ],
])("%s", async (_name, layout, change, rule, count) => {
  const { cells, rules } = await readChanged(layout, change);
  expect(rules).toContain(rule);
  expect(Object.keys(cells)).toHaveLength(count);
});
