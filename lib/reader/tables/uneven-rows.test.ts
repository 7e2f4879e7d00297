import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { readSource } from "../read.ts";

const [block] = tableOf(EDITION_2021, "requests").blocks;
if (!block) throw new Error("the form has no requests");
const labels = block.rows.filter(({ insteadOf }) => !insteadOf).map(({ label }) => label.zh);
const heads = block.columns.map(({ label }) => label.zh);

/** A page whose table kept five of its seven heads, and a row that lost its two blank cells. */
function page(short: number): string {
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  const figures = (at: number) => ["0", "2", "0", "1", "0", "4", "7"].slice(at === short ? 2 : 0);
  const rows = [
    row(["项目", ...heads.slice(1, 6)]),
    ...labels.map((label, at) => row([label, ...figures(at)])),
  ];
  return `<p>青溪县档案馆2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年有序。</p>
<p>三、收到和处理政府信息公开申请情况</p><table>${rows.join("")}</table>
<p>五、存在的主要问题及改进情况</p><p>人手偏紧，下一年将安排专人值守。</p>`;
}

test("a row of a real table that fits its heads while the others do not is doubted", async () => {
  const read = await readSource(new TextEncoder().encode(page(3)), "x");
  const report = read.ok ? read.value[0] : undefined;
  const doubted = new Set(report?.issues.flatMap(({ cells }) => cells));
  const silent = Object.keys(report?.content.cells ?? {}).filter((key) => !doubted.has(key));
  expect(report?.issues.map(({ rule }) => rule)).toContain("read.unevenRows");
  expect(silent).toEqual([]);
});
