import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { silentCells, tryCase } from "#lib/testing/ugly/trial.ts";
import { readSource } from "../read.ts";

const [block] = tableOf(EDITION_2021, "requests").blocks;
if (!block) throw new Error("the form has no requests");
const rows = block.rows.filter(({ insteadOf }) => !insteadOf);
const heads = block.columns.map(({ label }) => label.zh);
const figures = (at: number) => [2 * at, 0, 2, 0, 1, 0, 2 * at + 3];

async function read(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  const report = result.ok ? result.value[0] : undefined;
  const doubted = new Set(report?.issues.flatMap(({ cells }) => cells));
  return { cells: report?.content.cells ?? {}, doubted };
}

const page = (lines: readonly string[]) =>
  `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况
全年各项工作有序。
三、收到和处理政府信息公开申请情况
${lines.join("\n")}
五、存在的主要问题及改进情况
人手偏紧，下一年将安排专人值守。`;

test("labels that go over lines, each below its figures, take those of the next row in no silence", async () => {
  const words = (text: string) => text.match(/.{1,2}/gu) ?? [];
  const printed = rows.flatMap(({ label }, at) => {
    const own = figures(at).join(" ");
    // What stands in the middle of a high cell may be put down before what stands at its top.
    return at < 4 ? [`${label.zh} ${own}`] : [own, ...words(label.zh.replace(/^\d+\./u, ""))];
  });
  const { cells, doubted } = await read(page([heads.join(" "), ...printed]));
  const wrong = rows.flatMap(({ key }, at) =>
    block.columns.flatMap((column, index) => {
      const id = `requests.${key}.${column.key}` as keyof typeof cells;
      const value = cells[id]?.value;
      return value === undefined || value === figures(at)[index] || doubted.has(id) ? [] : [id];
    }),
  );
  expect(wrong).toEqual([]);
});

/** A report on one line, a total left blank, and `第2页` between two of its rows. */
test("the number of a page between the cells of a line is no cell", async () => {
  expect(silentCells(await tryCase(uglyCase(590553)))).toEqual([]);
});

test("a cell of which a character was lost is told", async () => {
  const lines = rows.map(({ label }, at) => [label.zh, ...figures(at)].join(" | "));
  const lost = lines[2]?.replace(/ 1 /u, " 1\uFFFD5 ") ?? "";
  const { cells, doubted } = await read(page([heads.join(" | "), ...lines.with(2, lost)]));
  const key = `requests.${rows[2]?.key}.${block.columns[4]?.key}` as keyof typeof cells;
  expect(cells).toHaveProperty([key]);
  expect(doubted).toContain(key);
});
