import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { readSource } from "../read.ts";

const [block] = tableOf(EDITION_2021, "requests").blocks;
if (!block) throw new Error("the form has no requests");
const labels = block.rows.filter(({ insteadOf }) => !insteadOf).map(({ label }) => label.zh);
const heads = block.columns.map(({ label }) => label.zh);

/** A text whose cells tabs part, without any total, some rows of which lost a figure. */
function text(short: readonly number[]): string {
  const rows = labels.map((label, at) => [
    label,
    ...["1", "2", "0", "1", "0", ...(short.includes(at) ? [] : ["4"]), ""],
  ]);
  const table = [["项目", ...heads], ...rows].map((cells) => cells.join("\t")).join("\n");
  return `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况\n全年有序。\n三、收到和处理政府信息公开申请情况\n${table}
五、存在的主要问题及改进情况\n人手偏紧，下一年将安排专人值守。\n`;
}

async function readRows(short: readonly number[]): Promise<number> {
  const read = await readSource(new TextEncoder().encode(text(short)), "x");
  const cells = read.ok ? read.value[0]?.content.cells : undefined;
  return Object.keys(cells ?? {}).filter((key) => /^requests\..+\.total$/u.test(key)).length;
}

test("a table without totals is read but for the few rows that lost a figure", async () => {
  expect(await readRows([])).toBe(labels.length);
  expect(await readRows([3, 9])).toBe(labels.length - 2);
});

test("where many rows are of another length, none shows which cells are blank", async () => {
  expect(await readRows([2, 3, 5, 8, 9, 12])).toBe(0);
});

test("a figure under a total that is blank in all other rows is told, unless it is that total", async () => {
  const toldWith = async (last: string) => {
    const lines = text([]).split("\n");
    const at = lines.findIndex((line) => line.startsWith(labels[4] ?? "?"));
    const changed = lines.with(at, `${lines[at] ?? ""}${last}`).join("\n");
    const read = await readSource(new TextEncoder().encode(changed), "x");
    const issues = read.ok ? (read.value[0]?.issues ?? []) : [];
    return issues.filter(({ rule }) => rule === "read.loneTotal").flatMap(({ cells }) => cells);
  };
  expect(await toldWith("77")).toContain(`requests.${block.rows[4]?.key}.total`);
  expect(await toldWith("8")).toEqual([]);
});

test("where all other rows lack a figure, one that has as many as heads and does not add up is told", async () => {
  const rows = labels.map((label, at) => `${label} 12 20 30 11 40 14${at === 4 ? " 77" : ""}`);
  const [before = "", after = ""] = text([]).split(/项目[\s\S]*\t/u);
  const source = `${before}项目 ${heads.join(" ")}\n${rows.join("\n")}\n${after}`;
  const read = await readSource(new TextEncoder().encode(source), "x");
  const report = read.ok ? read.value[0] : undefined;
  const told = new Set(report?.issues.flatMap(({ cells }) => cells));
  const key = `requests.${block.rows[4]?.key}.total`;
  expect(told.has(key)).toBe(true);
  expect(report?.content.cells[key]?.value).toBe(77);
});
