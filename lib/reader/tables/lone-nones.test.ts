import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { readSource } from "../read.ts";
import type { Token } from "../tokens.ts";
import { loneNones } from "./lone-nones.ts";
import type { PrintedRow } from "./rows.ts";

const table = tableOf(EDITION_2021, "requests");
const [block] = table.blocks;
if (!block) throw new Error("the form has no requests");

const token = (text: string): Token => {
  const kind = text === "" ? "blank" : "figure";
  return { start: 0, end: 0, text, kind, line: 0, label: null };
};
/** The rows of the form with these figures, the others full. */
const rowsWith = (own: Readonly<Record<number, string>>): PrintedRow[] =>
  block.rows.map((row, at) => ({
    ...{ row, block, label: token(row.label.zh), heads: [], blankHeads: [], labels: 1 },
    run: (own[at] ?? "1|2|0|1|0|4|8").split("|").map(token),
  }));
const doubted = (own: Readonly<Record<number, string>>) =>
  loneNones(rowsWith(own), table).map(({ row, cells }) => [row?.key, cells.length]);

test.each(["无", "0", "/", "——"])(
  "%s alone amid blanks may stand for all cells of its row",
  (word) => {
    expect(doubted({ 4: `||${word}||||`, 6: `|||${word}|||` })).toEqual([
      [block.rows[4]?.key, block.columns.length],
      [block.rows[6]?.key, block.columns.length],
    ]);
  },
);

test("a figure alone, a total, or a row with more than one is no such thing", () => {
  expect(doubted({ 4: "|||3|||", 5: "||||||0", 6: "0||0||||" })).toEqual([]);
});

test("beside rows with blanks of their own a lone none is nothing odd", () => {
  const most = block.rows
    .slice(0, -4)
    .map((_, at) => [at, at % 2 ? "|||0|||" : "1||||2||3"] as const);
  expect(doubted(Object.fromEntries(most))).toEqual([]);
});

test("many rows of one none each, beside a few full ones, are all told", () => {
  const most = block.rows.slice(0, -4).map((_, at) => [at, "无||||||"] as const);
  expect(doubted(Object.fromEntries(most))).toHaveLength(most.length);
});

test("a row that was not read is told once", async () => {
  const heads = block.columns.map(({ label }) => label.zh);
  const rows = block.rows.filter(({ insteadOf }) => !insteadOf);
  const lines = rows.map(({ label }, at) => `${label.zh}|${at === 3 ? "无|" : "1|2|0|1|0|4|8|"}`);
  const source = `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况\n全年有序。\n三、收到和处理政府信息公开申请情况\n项目|${heads.join("|")}|\n${lines.join("\n")}
五、存在的主要问题及改进情况\n人手偏紧，下一年将安排专人值守。\n`;
  const read = await readSource(new TextEncoder().encode(source), "x");
  const report = read.ok ? read.value[0] : undefined;
  const cell = `requests.${rows[3]?.key}.total`;
  expect(report?.content.cells[cell]).toBeUndefined();
  const told = report?.issues.filter(({ rule, cells }) => rule !== "R15" && cells.includes(cell));
  expect(told?.map(({ rule }) => rule)).toEqual(["read.rowLength"]);
});
