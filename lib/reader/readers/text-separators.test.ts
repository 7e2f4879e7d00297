import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";
import { withoutSeparators } from "./text-separators.ts";

const LINES = ["规章,1,2,3", "规范性文件,4,5,6", "行政许可,7,8,9"];
const ALL = [",", ";", "\t", "|"] as const;

test.each([",", ";"] as const)("%j between cells becomes a tab", (mark) => {
  const text = LINES.join("\n").replaceAll(",", mark);
  expect(withoutSeparators(text, ALL)).toBe(LINES.join("\n").replaceAll(",", "\t"));
});

test.each(ALL)("quotes around cells parted by %j go, and hold what stands in them", (mark) => {
  const quoted = LINES.map((line) => line.replace(/[^,]+/gu, '"$&"')).join("\n");
  const text = quoted
    .replaceAll(",", mark)
    .replace("规范性", `规范${mark}性`)
    .replace("许可", "许\n可");
  const held = mark === "," ? "," : " ";
  const told = quoted
    .replaceAll(",", "\t")
    .replace("规范性", `规范${held}性`)
    .replace("许可", "许 可");
  expect(withoutSeparators(text, ALL)).toBe(told.replaceAll('"', " "));
});

test("tabs and bars without quotes stay as they are", () => {
  for (const mark of ["\t", "|"]) {
    const text = LINES.join("\n").replaceAll(",", mark);
    expect(withoutSeparators(text, ALL)).toBe(text);
  }
});

test("a first line that names what parts the cells is none of them, and is believed", () => {
  const lines = LINES.map((line) => line.replaceAll(",", ";").replace("2", "2,000"));
  expect(withoutSeparators(["\uFEFFsep=;", ...lines].join("\n"), ALL)).toBe(
    [" ".repeat(6), ...lines.map((line) => line.replaceAll(";", "\t"))].join("\n"),
  );
});

test("a line of prose in the first cell of a wide sheet keeps its words", () => {
  const text = ["本年收到申请, 均已办结,,".replace(", ", "，"), ...LINES].join("\n");
  expect(withoutSeparators(text, ALL).split("\n")[0]).toBe("本年收到申请，均已办结  ");
});

test.each(["规范性文件 1,355 0 1,167", "规范性文件\u30001,355\u30000\u30001,167"])(
  "commas between thousands part no cells: %s",
  (line) => {
    const text = [line, line, line].join("\n");
    expect(withoutSeparators(text, ALL)).toBe(text);
  },
);

test("a quote that does not close leaves its line alone", () => {
  const text = ['"规章,1,2,3', ...LINES].join("\n");
  expect(withoutSeparators(text, ALL)).toBe(
    ['"规章,1,2,3', ...LINES]
      .join("\n")
      .replace(LINES.join("\n"), LINES.join("\n").replaceAll(",", "\t")),
  );
});

test("a quote within a cell is no end of one", () => {
  const text = ['规章"件,1,2,3', ...LINES].join("\n");
  expect(withoutSeparators(text, ALL).split("\n")[0]).toBe("规章 件\t1\t2\t3");
});

test.each<[string, (line: string) => string, string?]>([
  ["semicolons", (line: string) => line.replaceAll(",", ";")],
  ["semicolons and a line that says so", (line: string) => line.replaceAll(",", ";"), "sep=;\r\n"],
  ["tabs and quotes", (line: string) => line.replace(/[^,]+/gu, '"$&"').replaceAll(",", "\t")],
  ["bars and quotes", (line: string) => line.replace(/[^,]*/gu, '"$&"').replaceAll(",", "|")],
])("a report saved from a spreadsheet with %s is read whole", async (_, change, head = "") => {
  const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
  const cells = exampleCells(edition, seededRandom(8));
  const figures = new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
  const tables = edition.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  const lines = writeReport(edition, 2022, new Map(tables), "commas").split("\n");
  const text = head + lines.map((line) => (line.includes(",") ? change(line) : line)).join("\n");
  const read = await readSource(new TextEncoder().encode(text), "x.csv");
  const report = read.ok ? read.value[0] : undefined;
  for (const [key, { value }] of Object.entries(cells))
    expect(report?.content.cells[key]?.value).toBe(value);
  expect(report?.issues.flatMap((issue) => issue.cells)).toEqual([]);
});

test("text in which quotes stay open in many lines is no sheet", () => {
  const text = `${LINES.join("\n")}\n${'"a","\n'.repeat(1000)}`;
  expect(withoutSeparators(text, ALL)).toBe(text);
});
