import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { cellKey, tableOf } from "#lib/editions/edition.ts";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { readSource } from "./read.ts";

/** Pages as programs put them down that take the text out of a PDF, line by line: heads broken, figures where they please. */
const table = tableOf(EDITION_2021, "requests");
const [block] = table.blocks;
if (!block) throw new Error("the form has no requests");
const rows = block.rows.filter(({ insteadOf }) => !insteadOf);
const labels = rows.map(({ label }) => label.zh);
const TITLE = [
  "青溪县水务局2023年政府信息公开工作年度报告",
  "一、总体情况",
  "全年办理有序，没有遗漏。",
];
const REQUESTS = "三、收到和处理政府信息公开申请情况";
const PROSE = [
  "五、存在的主要问题及改进情况",
  "人手偏紧，栏目更新有时不够及时，下一年将安排专人值守。",
];
const HEADS = [
  "申请人情况",
  "自然人 法人或其他组织 总",
  "计",
  "商业企 科研机 社会公 法律服 其他",
  "业 构 益组织 务机构",
];

function figuresOf(seed: number, zeroShare = 0.6): string[][] {
  const cells = exampleCells(EDITION_2021, seededRandom(seed), { zeroShare, largest: 40 });
  return rows.map(({ key }) =>
    (block?.columns ?? []).map((column) => cells[cellKey("requests", key, column.key)]?.raw ?? ""),
  );
}

async function read(lines: readonly string[]) {
  const result = await readSource(new TextEncoder().encode(lines.join("\n")), "x");
  const report = result.ok ? result.value[0] : undefined;
  const doubted = new Set(report?.issues.flatMap(({ cells }) => cells));
  const raw = (row: string, column: string, of = "requests") =>
    report?.content.cells[cellKey(of, row, column)]?.raw;
  const given = rows.map(({ key }) => block?.columns.map((column) => raw(key, column.key)));
  return { raw, given, doubted };
}

const page = (lines: readonly string[], heads: readonly string[] = HEADS) =>
  read([...TITLE, REQUESTS, ...heads, ...lines, ...PROSE]);

/** Rows from one on, put down in one of the ways. */
const across = (own: readonly string[][], from = 0) =>
  own.flatMap((row, at) => [labels[from + at] ?? "", ...row]);
const down = (own: readonly string[][], from: number) => [
  ...labels.slice(from, from + own.length),
  ...(own[0] ?? []).flatMap((_, column) => own.map((row) => row[column] ?? "")),
];
const firstApart = (own: readonly string[][], from: number) => [
  ...own.flatMap((row, at) => [row[0] ?? "", labels[from + at] ?? ""]),
  ...own.flatMap((row) => row.slice(1)),
];

test("heads broken over lines are known by their characters and their order", async () => {
  const figures = figuresOf(1);
  const { given, doubted } = await page(across(figures));
  expect(given).toEqual(figures);
  expect([...doubted].filter((key) => key.startsWith("requests"))).toEqual([]);
});

test("broken heads in another order than the form's give nothing away", async () => {
  const turned = HEADS.with(3, "科研机 商业企 社会公 法律服 其他").with(4, "构 业 益组织 务机构");
  const figures = figuresOf(1);
  const { given, doubted } = await page(across(figures), turned);
  expect(given.flat().some((raw) => raw !== undefined)).toBe(false);
  expect(doubted.has("requests.received.company")).toBe(true);
});

test.each([
  ["column by column", down],
  ["the first column with the labels, the rest row by row", firstApart],
])(
  "a page on which a program goes on otherwise is read where the sums leave one way: %s",
  async (_, rest) => {
    const figures = figuresOf(2);
    const { given, doubted } = await page([
      ...across(figures.slice(0, 9)),
      ...rest(figures.slice(9), 9),
    ]);
    expect(given).toEqual(figures);
    expect([...doubted].filter((key) => key.startsWith("requests"))).toEqual([]);
  },
);

test("a table of zeros is read whatever its order, and one that lacks a figure is told", async () => {
  const zeros = figuresOf(3, 1);
  const whole = await page([...across(zeros.slice(0, 9)), ...down(zeros.slice(9), 9)]);
  expect(whole.given).toEqual(zeros);
  const short = await page([...across(zeros.slice(0, 9)), ...down(zeros.slice(9), 9).slice(0, -1)]);
  expect(short.doubted.has("requests.handled.total")).toBe(true);
});

test("where the report's own sums fail, what was dealt out is doubted or left out", async () => {
  const figures = figuresOf(4).map((row, at) => (at === 12 ? row.with(6, "977") : row));
  const { given, doubted } = await page([
    ...across(figures.slice(0, 9)),
    ...firstApart(figures.slice(9), 9),
  ]);
  rows.forEach(({ key }, at) => {
    block?.columns.forEach((column, place) => {
      const isRight = given[at]?.[place] === figures[at]?.[place];
      expect(isRight || doubted.has(cellKey("requests", key, column.key))).toBe(true);
    });
  });
});

test("labels above their figures on one page and below them on the next shift no row in silence", async () => {
  const figures = figuresOf(5).map((row, at) => (at === 20 ? row.slice(1) : row));
  const below = figures.slice(12).flatMap((row, at) => [...row, labels[12 + at] ?? ""]);
  const { given, doubted } = await page([...across(figures.slice(0, 12)), ...below]);
  rows.slice(12).forEach(({ key }, at) => {
    const isRight = given[12 + at]?.[1] === figures[12 + at]?.[1];
    expect(isRight || doubted.has(cellKey("requests", key, "company"))).toBe(true);
  });
});

const REMEDIES = [
  "四、政府信息公开行政复议、行政诉讼情况",
  "行政复议 行政诉讼",
  "未经复议直接起诉 复议后起诉",
  "结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计",
  "维持 纠正 结果 审结 维持 纠正 结果 审结 维持 纠正 结果 审结",
];
const SIGNED = ["青溪县水务局", "2024年1月20日"];

test("the last figures of section four that stand behind the signature are its own where every row adds up", async () => {
  const figures = ["1", "2", "0", "0", "3", "0", "0", "4", "0", "4", "5", "0"];
  const lines = [...TITLE, ...REMEDIES, ...figures, ...PROSE, ...SIGNED];
  const { raw, doubted } = await read([...lines, "6", "1", "12"]);
  expect(raw("litigationAfterReconsideration", "total", "remedies")).toBe("12");
  expect(raw("reconsideration", "corrected", "remedies")).toBe("2");
  expect(doubted.has("remedies.reconsideration.upheld")).toBe(false);
  const other = await read([...lines, "6", "1", "13"]);
  expect(other.raw("reconsideration", "corrected", "remedies")).toBe(undefined);
});

test("figures above the label they belong to are taken for those of its row and doubted, also where the next table is put down otherwise", async () => {
  const lines = [
    "二、主动公开政府信息情况",
    "第二十条第（一）项",
    "信息内容",
    "本年制发件数 本年废止件数 现行有效件数",
  ];
  const above = ["1", "2", "30", "规章", "4", "5", "60", "行政规范性文件"];
  const more = ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "7"];
  const { raw, doubted } = await read([...TITLE, ...lines, ...above, ...more, ...PROSE]);
  expect(raw("regulations", "inForce", "proactive")).toBe("30");
  expect(raw("normativeDocuments", "made", "proactive")).toBe("4");
  expect(raw("licences", "decisions", "proactive")).toBe("7");
  expect(doubted.has("proactive.regulations.made")).toBe(true);
  const open = ["1", "2", "30", "4", "规章", "5", "60", "行政规范性文件"];
  const told = await read([...TITLE, ...lines, ...open, ...more, ...PROSE]);
  expect(told.raw("regulations", "made", "proactive")).toBe(undefined);
  expect(told.doubted.has("proactive.regulations.made")).toBe(true);
});

const FEES = ["第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）"];
const DECISIONS = ["第二十条第（六）项", "信息内容", "本年处理决定数量"];

test.each([
  ["the number of a page", [...FEES, "3", "行政事业性收费"], ["fees.amount"]],
  [
    "one figure for two rows, or the number of a page",
    [...DECISIONS, "3", "行政处罚", "行政强制", "9"],
    ["penalties.decisions", "coercions.decisions"],
  ],
  ["a figure whose label was lost", [...DECISIONS, "37", "行政强制"], ["coercions.decisions"]],
  [
    "the figures of a row whose label was lost",
    [
      ...["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ...["4", "5", "16", "行政规范性文件"],
    ],
    ["normativeDocuments.made", "normativeDocuments.inForce"],
  ],
])("before the first label %s may stand: it is told", async (_, lines, keys) => {
  const requests = [REQUESTS, ...HEADS, ...across(figuresOf(7))];
  const all = [...TITLE, "二、主动公开政府信息情况", ...lines, ...requests, ...PROSE];
  const { doubted } = await read(all);
  for (const key of keys) expect(doubted).toContain(`proactive.${key}`);
});
