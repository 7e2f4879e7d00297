import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { readSource } from "../read.ts";

const [block] = tableOf(EDITION_2021, "requests").blocks;
if (!block) throw new Error("the form has no requests");
const labels = block.rows.filter(({ insteadOf }) => !insteadOf).map(({ label }) => label.zh);
const heads = block.columns.map(({ label }) => label.zh);
const row = (cells: readonly string[]) =>
  `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;

/** A page whose table has these figures in one row, and blanks in all others. */
async function read(first: string, figures: readonly string[]) {
  const blanks = heads.map(() => "");
  const rows = labels.map((label, at) =>
    row([at === 0 ? first : label, ...(at === 5 ? figures : blanks)]),
  );
  const [person = "", ...members] = heads;
  const total = members.pop() ?? "";
  const outer = `<tr><td rowspan="2">项目</td><td rowspan="2">${person}</td><td colspan="5">法人或其他组织</td><td rowspan="2">${total}</td></tr>`;
  const page = `<p>青溪县档案馆2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年有序。</p>
<p>三、收到和处理政府信息公开申请情况</p><table>${outer}${row(members)}${rows.join("")}</table>
<p>五、存在的主要问题及改进情况</p><p>人手偏紧，下一年将安排专人值守。</p>`;
  const found = await readSource(new TextEncoder().encode(page), "x");
  return (found.ok ? found.value[0]?.content.cells : undefined) ?? {};
}

test("a blank row below the heads in words nobody knows is no head of a column", async () => {
  const cells = await read("一、本年新收申请", ["", "2", "", "", "", "", "2"]);
  const own = Object.entries(cells).filter(([, { raw }]) => raw === "2");
  expect(own.map(([key]) => key.split(".").at(-1))).toEqual(["company", "total"]);
  const totals = Object.keys(cells).filter((key) => /^requests\..+\.total$/u.test(key));
  expect(totals).toHaveLength(labels.length - 1);
});
