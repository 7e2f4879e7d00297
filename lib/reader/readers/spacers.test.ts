import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { layOut } from "#lib/testing/reports/office-shapes.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";
import { withoutSpacers } from "./spacers.ts";

const gridOf = (rows: string[][]) =>
  rows.map((row) => row.map((text, index) => ({ text, from: index + 1, to: index + 1 })));
const kept = (rows: string[][]) =>
  withoutSpacers(gridOf(rows)).map((row) => row.map(({ text, from }) => `${text}@${from}`));

test("every second column goes where it is blank from top to bottom", () => {
  expect(
    kept([
      ["甲", "", "乙", "", "丙", ""],
      ["1", "", "", "", "3", ""],
    ]),
  ).toEqual([
    ["甲@1", "乙@2", "丙@3"],
    ["1@1", "@2", "3@3"],
  ]);
  expect(kept([["", "甲", "", "乙", "", "丙", ""]])).toEqual([["甲@1", "乙@2", "丙@3"]]);
});

test("a cell over several columns covers those that are left", () => {
  const wide = { text: "合", from: 3, to: 5 };
  const [, ...rows] = gridOf([[], ["甲", "", "乙", "", "丙", ""]]);
  expect(withoutSpacers([[wide], ...rows])[0]).toEqual([{ text: "合", from: 2, to: 3 }]);
});

test.each([
  [
    "a head stands over one of them",
    [
      ["甲", "", "乙", "丁", "丙", ""],
      ["1", "", "2", "", "3", ""],
    ],
  ],
  [
    "they are few",
    [
      ["甲", "", "乙", ""],
      ["1", "", "2", ""],
    ],
  ],
  [
    "they are no second columns",
    [
      ["甲", "", "", "乙", "", "", "丙"],
      ["1", "", "", "2", "", "", "3"],
    ],
  ],
])("blank columns stay where %s", (_, rows) => {
  expect(withoutSpacers(gridOf(rows))).toEqual(gridOf(rows));
});

/** A table with a narrow blank cell before each of its own, as pages are laid out by hand. */
function spaced(rows: readonly Written[][]): string {
  const lines = layOut(rows).map((row) => {
    const cells = row.map(({ kind, text, colSpan, rowSpan }) => {
      const own = `<td colspan="${colSpan * 2 - 1}" rowspan="${rowSpan}">${text}</td>`;
      return `<td width="1"></td>${kind === "below" ? "" : own}`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${lines.join("\n")}</table>`;
}

test("a web page with blank cells between all cells is read whole, blanks among its figures too", async () => {
  const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
  const cells = exampleCells(edition, seededRandom(41));
  const figures = new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
  figures.set("requests.granted.company", "");
  const none = edition.tables.map(({ key }): [string, Written[][]] => [
    key,
    [[{ text: key, colSpan: 1, rowSpan: 1 }]],
  ]);
  const page = writeReport(edition, 2022, new Map(none), "html");
  const text = edition.tables.reduce(
    (all, table) =>
      all.replace(
        new RegExp(`<table><tr><td><p>${table.key}.*?</table>`, "u"),
        spaced(printed(table, figures)),
      ),
    page,
  );
  const read = await readSource(new TextEncoder().encode(text), "x");
  const report = read.ok ? read.value[0] : undefined;
  for (const [key, raw] of figures)
    expect([key, report?.content.cells[key]?.raw]).toEqual([key, raw]);
});
