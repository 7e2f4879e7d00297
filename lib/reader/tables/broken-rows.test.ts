import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
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
  const found = brokenRows({ rows: [printed], strangers: [word(next, 2)] }, table);
  return found.map(({ cells, words }) => `${cells.length} ${words}`);
}

test("a row whose label goes on beside more figures is told", () => {
  expect(doubted("一、本年新收政府信息公", ["54", "12"], "开申请数量")).toEqual(["7 开申请数量"]);
});

test("another label, a whole one, or a row without figures is no such thing", () => {
  expect(doubted("一、本年新收政府信息公", ["54"], "另一行")).toEqual([]);
  expect(doubted("一、本年新收政府信息公开申请数量", ["54"], "申请数量")).toEqual([]);
  expect(doubted("一、本年新收政府信息公", [], "开申请数量")).toEqual([]);
});
