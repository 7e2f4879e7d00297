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

/** Section two as text, with rows of its own below the form's. */
async function doubtedBeside(strangers: readonly string[]) {
  const rows = ["规章 | 1 | 2 | 3", "行政规范性文件 | 4 | 0 | 9", ...strangers];
  const source = `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况\n全年有序。\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n${rows.join("\n")}
第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 7
第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 2\n行政强制 | 0
三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况\n人手偏紧，下一年将安排专人值守。\n`;
  const read = await readSource(new TextEncoder().encode(source), "x");
  const report = read.ok ? read.value[0] : undefined;
  expect(report?.content.cells["proactive.regulations.made"]?.value).toBe(1);
  return report?.issues.some(({ rule }) => rule === "read.unevenRows");
}

test("rows of an agency's own say nothing of the form's; pieces of its labels do", async () => {
  const own = ["党组文件", "会议纪要", "工作简报", "政策解读", "人事信息"];
  expect(await doubtedBeside(own.map((name) => `${name} | 1 | 0 | 1`))).toBe(false);
  const pieces = ["范性", "性文件", "规范", "文件", "行政规"];
  expect(await doubtedBeside(pieces.map((name) => `${name} | 1 | 0 | 1`))).toBe(true);
});
