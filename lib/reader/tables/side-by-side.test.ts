import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const figures = new Map(
  ["reconsideration", "litigationDirect", "litigationAfterReconsideration"].flatMap((row, place) =>
    ["upheld", "corrected", "other", "pending", "total"].map((column, index) => [
      `remedies.${row}.${column}`,
      String(place * 10 + index),
    ]),
  ),
);

async function remediesWith(changes: Readonly<Record<string, string>>) {
  const all = new Map([...figures, ...Object.entries(changes)]);
  const tables = edition.tables
    .filter(({ key }) => key === "remedies")
    .map((table) => [table.key as string, printed(table, all)] as const);
  const text = writeReport(edition, 2021, new Map(tables), "html");
  const result = await readSource(new TextEncoder().encode(text), "x");
  const cells = result.ok ? result.value[0]?.content.cells : undefined;
  return Object.entries(cells ?? {}).map(([key, { raw, state }]) => [key, raw, state]);
}

test.each(["若干", "详见附件"])(
  "the word %s for a figure leaves the others of the line in place",
  async (word) => {
    const key = "remedies.reconsideration.corrected";
    expect(await remediesWith({ [key]: word })).toEqual(
      [...figures].map(([other, raw]) =>
        other === key ? [key, word, "text"] : [other, raw, "number"],
      ),
    );
  },
);

const HEADS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const line = (first: number) => Array.from({ length: 15 }, (_, index) => first + index).join(" | ");

async function remediesOf(lines: readonly string[]) {
  const text = ["2022年政府信息公开工作年度报告", edition.sections.remedies.zh, ...lines].join(
    "\n",
  );
  const read = await readSource(new TextEncoder().encode(text), "x");
  const report = read.ok ? read.value[0] : undefined;
  const cells = Object.values(report?.content.cells ?? {}).map(({ value }) => value);
  return { cells, rules: report?.issues.map(({ rule }) => rule) ?? [] };
}

test("the head of the lawsuits may stand between those of its two kinds", async () => {
  const names = "行政复议 | 未经复议直接起诉 | 行政诉讼 | 复议后起诉";
  const heads = [...HEADS, ...HEADS, ...HEADS].join(" | ");
  const { cells, rules } = await remediesOf([names, heads, line(1)]);
  expect(cells).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(rules).not.toContain("read.heads");
});

test("a line of last year beside this year's is told", async () => {
  const names = "行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉";
  const heads = [...HEADS, ...HEADS, ...HEADS].join(" | ");
  const { rules } = await remediesOf([names, heads, `2021年 | ${line(1)}`, `2022年 | ${line(2)}`]);
  expect(rules).toContain("read.furtherLine");
});

test("the head of the lawsuits in a line above all does not turn the rows round", async () => {
  const names = ["行政诉讼", "行政复议 | 未经复议直接起诉 | 复议后起诉"];
  const { cells } = await remediesOf([
    ...names,
    [...HEADS, ...HEADS, ...HEADS].join(" | "),
    line(1),
  ]);
  expect(cells).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
});

test("where each head has a line of its own, that of the lawsuits before the others leaves their order open", async () => {
  const names = ["行政诉讼", "行政复议", "未经复议直接起诉", "复议后起诉"];
  const { rules } = await remediesOf([...names, ...HEADS, ...HEADS, ...HEADS, line(1)]);
  expect(rules).toContain("read.headsOpen");
});

test("a line of this year that was left blank, below that of last year, is told", async () => {
  const names = "年度 | 行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉";
  const heads = [...HEADS, ...HEADS, ...HEADS].join(" | ");
  const blank = `| 2022年 |${" |".repeat(15)}`;
  const { rules } = await remediesOf([names, heads, `2021年 | ${line(2)}`, blank]);
  expect(rules).toContain("read.furtherLine");
});

test("a table of this year that was left blank, below that of last year, is told", async () => {
  const names = "行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉";
  const heads = [...HEADS, ...HEADS, ...HEADS].join(" | ");
  const { cells, rules } = await remediesOf([names, heads, line(1), names, heads]);
  expect(cells).toHaveLength(15);
  expect(rules).toContain("read.headsAgain");
  expect((await remediesOf([names, heads, line(1), names])).rules).not.toContain("read.headsAgain");
});

test("a line that numbers the columns is none of figures", async () => {
  const names = "行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉";
  const heads = [...HEADS, ...HEADS, ...HEADS].join(" | ");
  const filled = await remediesOf([names, heads, line(1), line(20)]);
  expect(filled.cells).toEqual(Array.from({ length: 15 }, (_, index) => index + 20));
});

const NAMES = ["行政复议", "未经复议直接起诉", "复议后起诉"];
const row = (cells: readonly string[], attribute = "") =>
  `<tr>${cells.map((text) => `<td${attribute}>${text}</td>`).join("")}</tr>`;
const COLUMNS = [...HEADS, ...HEADS, ...HEADS];
const numbers = (first: number, count = 15) =>
  row(Array.from({ length: count }, (_, index) => String(first + index)));
const BLANKS = row(COLUMNS.map(() => ""));

async function webPageOf(lines: readonly string[]) {
  const proactive = edition.tables.find(({ key }) => key === "proactive");
  const filled = proactive ? printed(proactive, new Map()) : null;
  const tables = new Map(filled ? [["proactive", filled]] : []);
  const page = writeReport(edition, 2021, tables, "html");
  const html = page.replace(
    edition.sections.remedies.zh,
    (heading) => `${heading}</h2><table>${lines.join("")}</table><h2>`,
  );
  const read = await readSource(new TextEncoder().encode(html), "x");
  const report = read.ok ? read.value[0] : undefined;
  const own = Object.entries(report?.content.cells ?? {}).filter(([key]) => /^remedies/u.test(key));
  const cells = own.map(([, { value }]) => value);
  return { cells, rules: report?.issues.map(({ rule }) => rule) ?? [] };
}

test.each([
  ["before", [BLANKS, numbers(2)]],
  ["behind", [numbers(2), BLANKS]],
])("a line left blank %s the figures is none of figures", async (_, lines) => {
  const heads = [row(NAMES, ' colspan="5"'), row(COLUMNS)];
  const { cells } = await webPageOf([...heads, ...lines]);
  expect(cells).toEqual(Array.from({ length: 15 }, (_, index) => index + 2));
});

test("a total of all rows behind the columns of the form is left out and told", async () => {
  const heads = [row(NAMES, ' colspan="5"'), row([...COLUMNS, "合计"])];
  const { cells, rules } = await webPageOf([...heads, numbers(1, 16)]);
  expect(cells).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(rules).toContain("read.unknownColumn");
});

test("a total of all rows before the columns of the form leaves the table unread", async () => {
  const heads = [row(NAMES, ' colspan="5"'), row(["合计", ...COLUMNS])];
  const { cells, rules } = await webPageOf([...heads, numbers(0, 16)]);
  expect(cells).toEqual([]);
  expect(rules).toContain("read.heads");
});

test("where one row stands between two of a group, their order is open in a grid too", async () => {
  const names = ["未经复议直接起诉", "行政复议", "复议后起诉"];
  const heads = [row(names, ' colspan="5"'), row(COLUMNS)];
  const { rules } = await webPageOf([row(["行政诉讼"], ' colspan="15"'), ...heads, numbers(1)]);
  expect(rules).toContain("read.headsOpen");
});

test("rows in lines of their own are read where most of their cells are blank", async () => {
  const page = (rows: readonly (readonly string[])[]) =>
    `<p>2022年政府信息公开工作年度报告</p><p>${edition.sections.remedies.zh}</p><table>${rows
      .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`)
      .join("")}</table>`;
  const blank = HEADS.map(() => "");
  const rows = [
    ["救济途径", ...HEADS],
    ["行政复议", ...blank],
    ["未经复议直接起诉", "", "", "1469", "", ""],
    ["复议后起诉", ...blank],
  ];
  const read = await readSource(new TextEncoder().encode(page(rows)), "x");
  const report = read.ok ? read.value[0] : undefined;
  const filled = Object.entries(report?.content.cells ?? {}).filter(([, { raw }]) => raw !== "");
  expect(filled.map(([key, { value }]) => [key, value])).toEqual([
    ["remedies.litigationDirect.other", 1469],
  ]);
  expect(Object.keys(report?.content.cells ?? {})).toHaveLength(15);
  expect(report?.issues.map(({ rule }) => rule)).not.toContain("read.heads");
});

test("a label above its own heads is none of a row, though the rest of its line is blank", async () => {
  const names = ["行政复议", "未经复议直接起诉", "复议后起诉"];
  const rows = names.flatMap((name, place) => [
    [name, "", "", "", ""],
    HEADS,
    HEADS.map((_, index) => String(place * 10 + index)),
  ]);
  const table = rows
    .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`)
    .join("");
  const page = `<p>2022年政府信息公开工作年度报告</p><p>${edition.sections.remedies.zh}</p><table>${table}</table>`;
  const read = await readSource(new TextEncoder().encode(page), "x");
  const cells = Object.values((read.ok ? read.value[0]?.content.cells : undefined) ?? {});
  expect(cells.map(({ raw }) => raw)).toEqual([...figures.values()]);
});
