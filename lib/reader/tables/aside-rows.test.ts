import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { readSource } from "../read.ts";

const [block] = tableOf(EDITION_2021, "requests").blocks;
if (!block) throw new Error("the form has no requests");
const rows = block.rows.filter(({ insteadOf }) => !insteadOf);
const heads = ["项目", ...block.columns.map(({ label }) => label.zh), "备注"];

/** The rows that are told where each has these figures, but for one that lost its first. */
async function told(remark: string): Promise<string[]> {
  const lines = rows.map(({ label }, at) => {
    const figures = [..."1234501", ...(remark === "" ? [] : [remark])];
    return [label.zh, ...(at === 4 ? figures.slice(1) : figures)].join(" ");
  });
  const source = `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况\n全年有序。\n三、收到和处理政府信息公开申请情况\n${heads.join(" ")}\n${lines.join("\n")}
五、存在的主要问题及改进情况\n人手偏紧，下一年将安排专人值守。\n`;
  const read = await readSource(new TextEncoder().encode(source), "x");
  const issues = read.ok ? (read.value[0]?.issues ?? []) : [];
  const own = issues.filter(({ rule }) => /remarkFor|rowLength|gluedOpen/u.test(rule));
  return rows.flatMap(({ key }) =>
    own.some(({ cells }) => cells.includes(`requests.${key}.company`)) ? [key] : [],
  );
}

test("a row that lacks a figure before a remark in numbers is told, and no other", async () => {
  expect(await told("9")).toEqual([rows[4]?.key]);
});
