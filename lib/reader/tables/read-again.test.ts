import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { type Figures, printed, writeReport, writeTable } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const figuresOf = (seed: number) =>
  new Map(
    Object.entries(consistentContent(EDITION_2021, seed).cells).map(([key, { raw }]) => [key, raw]),
  );
/** Here and there a cell is left blank. */
const TRUE = new Map([...figuresOf(4)].map(([key, raw], at) => [key, at % 23 === 0 ? "" : raw]));
const OF_ALL_ORGANS = figuresOf(9);
const WIDTH = 7;

/** Labels cut after so many characters, their figures beside the first piece or below it, as a narrow column prints them. */
function inNarrowColumns(table: string, isBelow: boolean): string {
  const lines = table.split("\n").flatMap((line) => {
    const [, label = "", figures = ""] =
      /^(?:.*\s)?(\S*\p{Script=Han}\S*)((?:\s+\d+)*)$/u.exec(line) ?? [];
    if (figures === "" || label.length <= WIDTH) return [line];
    const [first, rest] = [label.slice(0, WIDTH), label.slice(WIDTH)];
    return isBelow ? [first, figures.trim(), rest] : [`${first}${figures}`, rest];
  });
  return lines.join("\n");
}

/** The cells that are wrong in silence where a table stands above a second one of other figures. */
async function silent(key: string, first: (table: string) => string, second: Figures) {
  const tables = new Map(
    EDITION_2021.tables.map((table) => [table.key as string, printed(table, second)]),
  );
  const table = EDITION_2021.tables.find((one) => one.key === key);
  if (!table) throw new Error(key);
  const report = writeReport(EDITION_2021, 2023, tables, "blanks");
  const again = writeTable(printed(table, second), "blanks");
  const above = first(writeTable(printed(table, TRUE), "blanks"));
  const source = report.replace(again, `（一）本机关\n${above}\n（二）全区汇总\n${again}`);
  const read = await readSource(new TextEncoder().encode(source), "x.txt");
  const found = read.ok ? read.value[0] : undefined;
  if (!found) throw new Error("a report was written");
  const told = new Set(found.issues.flatMap(({ cells }) => cells));
  const isWrong = ([cell, raw]: [string, string]) =>
    cell.startsWith(key) && (found.content.cells[cell]?.raw ?? raw) !== raw && !told.has(cell);
  const rules = found.issues.map(({ rule }) => rule);
  return { wrong: [...TRUE].filter(isWrong).map(([cell]) => cell), rules };
}

test.each([false, true])(
  "a table of other organs below the own one whose labels are broken is told (figures below: %s)",
  async (isBelow) => {
    const { wrong } = await silent(
      "requests",
      (one) => inNarrowColumns(one, isBelow),
      OF_ALL_ORGANS,
    );
    expect(wrong).toEqual([]);
  },
);

test("a line of figures below another whose heads are broken is told", async () => {
  const heads = ["行政复议 行政诉讼", "结 结 其 尚 总 未经复议直接起诉 复议后起诉"];
  const pieces = ["果 果 他 未 计", "维 纠 结 审", "持 正 果 结"].map((line) => `${line} ${line}`);
  const broken = (table: string) => [...heads, ...pieces, table.split("\n").at(-1)].join("\n");
  const { wrong, rules } = await silent("remedies", broken, OF_ALL_ORGANS);
  expect(wrong).toEqual([]);
  expect(rules).toContain("read.readAgain");
});

test("labels broken in the one table there is raise no such doubt", async () => {
  const source = inNarrowColumns(
    writeReport(
      EDITION_2021,
      2023,
      new Map(EDITION_2021.tables.map((table) => [table.key as string, printed(table, TRUE)])),
      "blanks",
    ),
    false,
  );
  const read = await readSource(new TextEncoder().encode(source), "x.txt");
  const rules = read.ok ? read.value[0]?.issues.map(({ rule }) => rule) : [];
  expect(rules).not.toContain("read.readAgain");
});
