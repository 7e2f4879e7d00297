import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";

const content = soundContent(2023);
const KEYS = Object.keys(content.cells).filter((key) => key.startsWith("requests."));
const HEADS = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";

/** The report as text, with these heads over section three and its rows of figures changed. */
async function read(heads: readonly string[], change: (row: string, index: number) => string) {
  const text = reportAsText(content).split("\n");
  const first = text.findIndex((line) => line.includes("申请人情况"));
  const body = text.findIndex((line) => line.startsWith("一、本年新收"));
  let index = 0;
  const rows = text.slice(body).map((line) => {
    const isRow = line.split(" | ").length > 7 && index < 26;
    return isRow ? change(line, index++) : line;
  });
  const all = [...text.slice(0, first), ...heads, ...rows].join("\n");
  const found = await readSource(new TextEncoder().encode(all), "text");
  const report = found.ok ? found.value[0] : undefined;
  return {
    wrong: KEYS.filter((key) => report?.content.cells[key]?.value !== content.cells[key]?.value),
    doubted: new Set(report?.issues.flatMap(({ cells }) => cells)).size,
  };
}

const numbered = (line: string, number: number) => {
  const cells = line.split(" | ");
  return cells.toSpliced(cells.length - 7, 0, String(number)).join(" | ");
};

test.each([
  ["with a head among the others", ["申请人情况", `行次 | ${HEADS}`]],
  ["with a head above the others", ["行次 | 申请人情况", HEADS]],
  ["without a head", ["申请人情况", HEADS]],
])("a column that numbers the rows, %s, is none of figures", async (_, heads) => {
  expect((await read(heads, (line, index) => numbered(line, index + 1))).wrong).toEqual([]);
});

test("numbers that do not count on are figures too many, and told", async () => {
  const { wrong } = await read(["申请人情况", HEADS], (line, index) =>
    numbered(line, index === 3 ? 9 : index + 1),
  );
  expect(wrong).toEqual(KEYS);
});

test("a line that numbers the columns leaves the rows below it in order", async () => {
  const numbers = "1 | 2 | 3 | 4 | 5 | 6 | 7";
  const found = await read(["申请人情况", HEADS, numbers], (line) => line);
  expect(found).toEqual({ wrong: [], doubted: 0 });
});
