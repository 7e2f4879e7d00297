import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { needlessDoubts, silentCells, tryCase } from "#lib/testing/ugly/trial.ts";

const content = soundContent(2023);
const KEYS = Object.keys(content.cells).filter((key) => key.startsWith("requests."));

/** The report as text under a line of heads for section three, its rows without the cells that match. */
async function read(heads: string, cut: RegExp) {
  const text = reportAsText(content).split("\n");
  const first = text.findIndex((line) => line.includes("申请人情况"));
  const body = text.findIndex((line) => line.startsWith("一、本年新收"));
  const end = text.findIndex((line) => line.startsWith("四、结转下年度"));
  const rows = text
    .slice(body)
    .map((line, at) => (at <= end - body ? line.replace(cut, "") : line));
  const all = [...text.slice(0, first), "申请人情况", heads, ...rows].join("\n");
  const found = await readSource(new TextEncoder().encode(all), "text");
  const report = found.ok ? found.value[0] : undefined;
  const told = new Set(report?.issues.flatMap(({ cells }) => cells));
  const wrong = KEYS.filter(
    (key) => report?.content.cells[key]?.value !== content.cells[key]?.value,
  );
  return { wrong: wrong.length, silent: wrong.filter((key) => !told.has(key)) };
}

test.each([
  ["a blank stands in its place", "自然人 | 商业企业 | 科研机构 | | 法律服务机构 | 其他 | 总计"],
  ["nothing does", "自然人 | 商业企业 | 科研机构 | 法律服务机构 | 其他 | 总计"],
])(
  "where a head is lost and the totals are blank, figures one column off are told: %s",
  async (_, heads) => {
    const { wrong, silent } = await read(heads, / \| [^|]*$/u);
    expect(wrong).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  },
);

test("a group that is not divided is a column of its own, and two figures under three heads are told", async () => {
  const { silent } = await read("自然人 | 法人或其他组织 | 总计", /(?: \| \d+){5}$/u);
  expect(silent).toEqual([]);
});

test("where a head is lost and some rows have more figures than heads, the rows that fit them are told", async () => {
  const { wrong, silent } = await read(
    "自然人 | 商业企业 | 科研机构 | 法律服务机构 | 其他 | 总计",
    /(?<=[：:、）量开型] \| )0 \| |(?<= \| )0 \| (?=\d+ \| \d+ \|?$)/u,
  );
  expect(wrong).toBeGreaterThan(0);
  expect(silent).toEqual([]);
});

test("a column that is not printed, whose head is not either, raises no doubt in a grid, and in rows of zeros only on their totals", async () => {
  const doubtsOf = async (seed: number) => {
    const trial = await tryCase(uglyCase(seed));
    expect(silentCells(trial)).toEqual([]);
    return needlessDoubts(trial);
  };
  // A workbook and a document whose totals are zero or fail.
  expect(await doubtsOf(570318)).toEqual([]);
  expect(await doubtsOf(531140)).toEqual([]);
  // Lines filled up with blanks: the last of them may be the last column.
  expect(new Set((await doubtsOf(570287)).map((key) => key.split(".").at(-1)))).toEqual(
    new Set(["total"]),
  );
});
