import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");

function figuresWith(fees: string): Map<string, string> {
  const cells = exampleCells(edition, seededRandom(11), { zeroShare: 0.2, largest: 60 });
  return new Map(Object.entries(cells).map(([key, { raw }]) => [key, key === FEES ? fees : raw]));
}

function written(figures: ReadonlyMap<string, string>): string {
  const tables = edition.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  return writeReport(edition, 2021, new Map(tables), "html");
}

async function read(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  const report = result.ok ? result.value[0] : undefined;
  return report ?? expect.unreachable("a report was written");
}

const FEES = "proactive.fees.amount";
const FEE_HEAD = "本年收费金额（单位：万元）";

test.each([
  ["the form's own", FEE_HEAD, "12.5", "万元", []],
  ["yuan", "本年收费金额（单位：元）", "12.5", "元", []],
  ["yuan in brackets", "本年收费金额（元）", "125000", "元", []],
  ["in Traditional script", "本年收費金額（單位：萬元）", "12.5", "万元", []],
  ["with readings", "本年收费金额（单(dān)位：万(wàn)元(yuán)）", "12.5", "万元", []],
  ["a garbled unit", "本年收费金额（单位：方元）", "12.5", "万元", []],
  ["a unit with a lost character", "本年收费金额（单位：?元）", "12.5", "万元", []],
  ["a unit with a character shown as a box", "本年收费金额（单位：□元）", "12.5", "万元", []],
  ["a unit in a foreign letter", "本年收费金额（单位：W元）", "12.5", "万元", []],
  ["a unit that is neither", "本年收费金额（单位：千元）", "12.5", null, ["read.moneyUnit"]],
  ["no unit, a small amount", "本年收费金额", "12.5", "万元", []],
  ["no unit, a large amount", "本年收费金额", "125000", "万元", ["read.noMoneyUnit"]],
  ["the unit of the figure before that of the head", FEE_HEAD, "125000元", "元", []],
] as const)("the unit of the fees: %s", async (_, head, raw, unit, rules) => {
  const text = written(figuresWith(raw)).replaceAll(FEE_HEAD, head);
  const { content, issues } = await read(text);
  expect(content.cells[FEES]).toMatchObject({ raw, unit });
  expect(issues.filter(({ cells }) => cells.includes(FEES)).map(({ rule }) => rule)).toEqual(rules);
});

test("decimals that stand in a piece of their own are told beside the figure before them", async () => {
  const parted = written(figuresWith("7777")).replace("7777", "7777</td><td>.5");
  const { content, issues } = await read(parted);
  const isTold = issues.some(({ rule, cells }) => rule === "read.fraction" && cells.includes(FEES));
  expect(content.cells[FEES]?.value === 7777.5 || isTold).toBe(true);
});

/** A report on 2020 with its procurement amount as given. */
function withProcurement(amount: string, layout: Layout): string {
  const form = editionById("2019") ?? expect.unreachable("no edition 2019");
  const cells = exampleCells(form, seededRandom(12), { zeroShare: 0.2, largest: 60 });
  const figures = new Map(
    Object.entries(cells).map(([key, { raw }]) => [key, key === PROCUREMENT ? amount : raw]),
  );
  const tables = form.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  return writeReport(form, 2020, new Map(tables), layout);
}

const PROCUREMENT = "proactive.procurement.amount";

test.each([
  ["279.94 万元", "blanks"],
  ["2799400 元", "one line of blanks"],
  ["2,799,400  元", "blanks"],
] as const)("a unit apart from its figure between blanks: %s, %s", async (amount, layout) => {
  const { content } = await read(withProcurement(amount, layout));
  expect(content.cells[PROCUREMENT]).toMatchObject({
    value: Number(/[\d,.]+/u.exec(amount)?.[0].replaceAll(",", "")),
    unit: /\p{Script=Han}+/u.exec(amount)?.[0],
  });
});
