import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import { readSource } from "../read.ts";
import type { Token } from "../tokens.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { brokenRows } from "./broken-rows.ts";

const table = tableOf(EDITION_2021, "requests");
const [block] = table.blocks;
const [row] = block?.rows ?? [];
if (!block || !row) throw new Error("the form has no requests");

const word = (text: string, line: number): Token => {
  const at = { start: line * 100, end: line * 100 + text.length, line };
  return { ...at, text, kind: "word", label: labelKey(text) };
};
const figure = (text: string): Token => ({ ...word(text, 0), kind: "figure", label: null });

function doubted(first: string, figures: readonly string[], next: string): string[] {
  const own = { row: row ?? expect.unreachable(), block: block ?? expect.unreachable() };
  const base = { ...own, heads: [], blankHeads: [], labels: 1 };
  const printed = { ...base, label: word(first, 1), run: figures.map(figure) };
  const found = brokenRows({ rows: [printed], strangers: [word(next, 2)] }, vocabularyOf(table));
  return found.map(({ cells, words }) => `${cells.length} ${words}`);
}

test("a row whose label goes on beside more figures is told", () => {
  expect(doubted("一、本年新收政府信息公", ["54", "12"], "开申请数量")).toEqual(["7 开申请数量"]);
});

test("a piece from the middle of a label is a part of it", () => {
  expect(doubted("一、本年新收政府信", ["54", "12"], "息公开申请")).toEqual(["7 息公开申请"]);
});

test("the pieces of a label in other words are told too", () => {
  expect(doubted("一、本年收到的政府信", ["54"], "息公开申请数")).toEqual(["7 息公开申请数"]);
  expect(doubted("一、本年度新收政府信息公", ["54"], "开申请件数")).toEqual(["7 开申请件数"]);
  expect(doubted("一、本年新收政府信息申请数量", ["54"], "其中网上申请")).toEqual([]);
  expect(doubted("一、本年新收信息公开申请数量", ["54"], "其中信函申请数量")).toEqual([]);
});

test("another label, a whole one, or a row without figures is no such thing", () => {
  expect(doubted("一、本年新收政府信息公", ["54"], "另一行")).toEqual([]);
  expect(doubted("一、本年新收政府信息公开申请数量", ["54"], "申请数量")).toEqual([]);
  expect(doubted("一、本年新收政府信息公", [], "开申请数量")).toEqual([]);
});

test("the end of a label is no figure of its row", async () => {
  const rows = table.blocks[0]?.rows.filter(({ insteadOf }) => !insteadOf) ?? [];
  const heads = ["项目", ...(table.blocks[0]?.columns ?? []).map(({ label }) => label.zh)];
  const lines = rows.map(({ label }, at) =>
    at === 0
      ? `${label.zh.slice(0, -1)}|0|0|55|91|6|32|${label.zh.slice(-1)}|`
      : `${label.zh}|0|0|5|9|6|2|22|`,
  );
  const source = `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况\n全年有序。\n三、收到和处理政府信息公开申请情况\n${heads.join("|")}|\n${lines.join("\n")}
五、存在的主要问题及改进情况\n人手偏紧，下一年将安排专人值守。\n`;
  const read = await readSource(new TextEncoder().encode(source), "x");
  const report = read.ok ? read.value[0] : undefined;
  expect(Object.keys(report?.content.cells ?? {})).not.toContain("requests.received.total");
  expect(report?.content.cells["requests.carriedIn.total"]?.value).toBe(22);
  const told = report?.issues.filter(({ rule }) => rule === "read.rowLength") ?? [];
  expect(told.flatMap(({ cells }) => cells)).toContain("requests.received.total");
});
