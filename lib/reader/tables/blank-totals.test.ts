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
