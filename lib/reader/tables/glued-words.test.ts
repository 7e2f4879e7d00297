import { expect, test } from "vitest";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { silentCells, tryCase } from "#lib/testing/ugly/trial.ts";
import { readSource } from "../read.ts";

/** Two rows of bars have all their cells in the first, `无0无0无80`: the six beside are no blanks. */
test("figures and words for none in one cell are told", async () => {
  expect(silentCells(await tryCase(uglyCase(330229)))).toEqual([]);
});

test("a label and its figure parted by a comma are no figure of the row before", async () => {
  const text = `青溪县档案馆2023年政府信息公开工作年度报告
一、总体情况
全年有序。
二、主动公开政府信息情况
信息内容,本年制发件数,本年废止件数,现行有效件数
规章,0,1,2
行政规范性文件,3,4,5
信息内容,本年处理决定数量
行政处罚,2
行政强制,0
五、存在的主要问题及改进情况
人手偏紧。`;
  const read = await readSource(new TextEncoder().encode(text), "x");
  const cells = read.ok ? Object.values(read.value[0]?.content.cells ?? {}) : [];
  expect(cells.filter((cell) => cell?.raw.includes("行政"))).toEqual([]);
});
