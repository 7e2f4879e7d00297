import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { layOut } from "#lib/testing/reports/office-shapes.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";
import { withoutFrames } from "./data-frame.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const CELLS = exampleCells(edition, seededRandom(21));

const LABELS = ["规章", "行政规范性文件", "行政许可"];
const HEADS = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"];
const rowsOf = (rows: string[][]) =>
  rows.map((row) => row.map((text, index) => ({ text, from: index + 1, to: index + 1 })));

function kept(rows: string[][]): string[][] {
  const found = withoutFrames(rowsOf(rows), (cell, text) => ({ ...cell, text })).rows;
  return found.map((row) => row.map(({ text }) => text));
}

const BODY = LABELS.map((label, index) => [label, `${index}.0`, "NaN", "7"]);
const CLEAN = LABELS.map((label, index) => [label, `${index}.0`, "", "7"]);

test.each([
  ["numbers of columns", ["", "0", "1", "2", "3"], [HEADS, ...BODY], [HEADS, ...CLEAN]],
  ["names of columns", ["Unnamed: 0", ...HEADS], BODY, [HEADS, ...CLEAN]],
  [
    "names made up",
    ["", "信息内容", "Unnamed: 1", "其他", "其他.1"],
    BODY,
    [["信息内容", "", "其他"], ...CLEAN],
  ],
] as [string, string[], string[][], string[][]][])(
  "a column that numbers the rows from nought goes, under %s",
  (_, names, body, clean) => {
    expect(kept([names, ...body.map((row, index) => [String(index), ...row])])).toEqual(clean);
  },
);

test("numbers from nought without names over them go, and those of columns alone", () => {
  const rows = [HEADS, ...BODY];
  expect(kept(rows.map((row, index) => [String(index), ...row]))).toEqual([HEADS, ...CLEAN]);
  expect(kept([["0", "1", "2", "3"], ...rows])).toEqual([HEADS, ...CLEAN]);
});

test.each([
  [
    "figures without a label",
    [
      ["", "0", "1", "2"],
      ["0", "5", "6", "7"],
      ["1", "5", "6", "7"],
      ["2", "5", "6", "7"],
    ],
  ],
  [
    "rows numbered from one",
    [["", ...HEADS], ...BODY.map((row, index) => [String(index + 1), ...row])],
  ],
  [
    "rows that do not count on",
    [["", ...HEADS], ...BODY.map((row, index) => [String(index * 2), ...row])],
  ],
])("%s stay", (_, rows) => {
  expect(kept(rows)).toEqual(rows);
});

/** A table as a program reads it from a web page: what is merged stands in each place. */
function frame(rows: readonly Written[][]): string[][] {
  const cells = layOut(rows).map((row) =>
    row.flatMap(({ text, colSpan }) =>
      Array<string>(colSpan).fill(/^\d+$/u.test(text) ? `${text}.0` : text),
    ),
  );
  const names = Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, at) =>
    String(at),
  );
  return [["", ...names], ...cells.map((row, at) => [String(at), ...row])];
}

const WAYS = {
  tabs: (rows: string[][]) => rows.map((row) => row.join("\t")).join("\n"),
  commas: (rows: string[][]) => rows.map((row) => row.join(",")).join("\n"),
  markdown: ([head = [], ...rows]: string[][]) =>
    [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  html: (rows: string[][]) =>
    `<table>${rows.map((row) => `<tr><th>${row.join("</th><td>")}</td></tr>`).join("")}</table>`,
} as const;

test.each(["tabs", "commas", "markdown", "html"] as const)(
  "tables that a program wrote out with %s are read whole",
  async (way) => {
    const figures = new Map(Object.entries(CELLS).map(([key, { raw }]) => [key, raw]));
    const marks = new Map(edition.tables.map(({ key }) => [`《${key}》`, key]));
    const empty = new Map(
      [...marks].map(([mark, key]) => [key as string, [[{ text: mark, colSpan: 1, rowSpan: 1 }]]]),
    );
    const page = writeReport(edition, 2022, empty, way === "commas" ? "tabs" : way);
    const text = edition.tables.reduce((all, table) => {
      const mark = new RegExp(
        `(?:<table>.*)?(?:[|]\\s)?《${table.key}》.*(?:\\n[|]\\s---.*)?`,
        "u",
      );
      return all.replace(mark, `\n${WAYS[way](frame(printed(table, figures)))}\n`);
    }, page);
    const read = await readSource(new TextEncoder().encode(text), "x");
    const report = read.ok ? read.value[0] : undefined;
    for (const [key, { value }] of Object.entries(CELLS))
      expect([key, report?.content.cells[key]?.value]).toEqual([key, value]);
    expect(report?.issues.flatMap(({ cells }) => cells)).toEqual([]);
  },
);
