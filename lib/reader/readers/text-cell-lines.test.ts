import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";
import { cellLines } from "./text-cell-lines.ts";

const LABELS = ["甲项", "乙项", "丙项", "丁项", "戊项", "己项"];
const ROWS = ["1,2,,3", "4,,0,4", "0,0,0,0", ",1,,1", "2,2,2,6", "3,0,0,3"];
const textOf = (rows: readonly string[], between = "") =>
  rows.map((row, index) => [LABELS[index], ...row.split(",")].join("\n")).join(`\n${between}`);
const cellsOf = (text: string) =>
  cellLines(text).map(({ cells }) => cells.map((cell) => cell && text.slice(cell.start, cell.end)));
const filled = (rows: readonly string[]) =>
  rows.map((row, index) => [LABELS[index], ...row.split(",").map((cell) => cell || null)]);

test("blank lines among as many lines for each row are blank cells", () => {
  expect(cellsOf(textOf(ROWS))).toEqual(filled(ROWS));
  expect(cellsOf(`${textOf(ROWS)}\n\n后记`)).toEqual(filled(ROWS));
});

test.each([
  [
    "rows parted by a blank line, blanks gone",
    textOf(
      ROWS.map((row) => row.replace(",,", ",")),
      "\n",
    ),
  ],
  ["a blank line before the figures of every row", textOf(ROWS.map((row) => `,${row}`))],
  ["a blank line between all cells", textOf(ROWS).replaceAll("\n", "\n\n")],
  ["rows of different lengths", textOf([...ROWS.slice(1), "1,2"])],
  ["few blanks", textOf(["1,2,,3", ...Array<string>(5).fill("1,1,1,3")])],
  ["one blank missing", textOf(ROWS).replace("\n\n", "\n")],
])("other blank lines are none: %s", (_name, text) => {
  expect(cellsOf(text)).toEqual([]);
});

test("where each row ends with a blank line, it is the total's only where the figures before do not end with one", () => {
  const without = ["1,2,3,", "4,1,0,", "0,0,0,", "3,1,1,", "2,2,2,", "3,0,0,"];
  expect(cellsOf(textOf(without))).toEqual(filled(without));
  const summed = ["1,2,3,", "4,1,5,", "0,0,0,", "3,1,4,", "2,2,4,", "3,0,3,"];
  expect(cellsOf(textOf(summed))).toEqual([]);
});

test("a report with a cell a line is read without its totals", async () => {
  const { cells } = consistentContent(EDITION_2021, 4);
  const raws = new Map(
    Object.entries(cells).map(([key, { raw }]) => [
      key,
      /^requests\..*total$/.test(key) ? "" : raw,
    ]),
  );
  const tables = new Map(
    EDITION_2021.tables.map((table) => [table.key as string, printed(table, raws)]),
  );
  const lines = writeReport(EDITION_2021, 2023, tables, "row lines")
    .split("\n")
    .map((line) => line.replace(/ ?\|$/, "").split(" | ").join("\n"))
    .join("\n");
  const read = await readSource(new TextEncoder().encode(lines), "x");
  const report = read.ok ? read.value[0] : undefined;
  const own = [...raws].filter(([key]) => key.startsWith("requests."));
  expect(own.map(([key]) => [key, report?.content.cells[key]?.raw])).toEqual(own);
});
