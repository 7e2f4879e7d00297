import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { writeDocx } from "#lib/testing/reports/docx.ts";
import { printed, reportBlocks, writeReport } from "#lib/testing/reports/layouts.ts";
import { layOut } from "#lib/testing/reports/office-shapes.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const CELLS = exampleCells(edition, seededRandom(51), { zeroShare: 0.3, largest: 90 });
const PLAIN = {
  hasCutRuns: false,
  isTracked: false,
  isNumbered: false,
  isNested: false,
  hasExtras: false,
};

/** Rows and columns of a table exchanged, merged cells with them. */
function exchanged(rows: readonly Written[][]): Written[][] {
  const cells = layOut(rows)
    .flat()
    .filter(({ kind }) => kind === "cell");
  const columns = [...Map.groupBy(cells, ({ column }) => column)].sort(([a], [b]) => a - b);
  return columns.map(([, own]) =>
    own.map(({ text, cell, colSpan, rowSpan }) => ({
      text,
      cell,
      colSpan: rowSpan,
      rowSpan: colSpan,
    })),
  );
}

function tablesWith(change: (rows: Written[][]) => Written[][]): Map<string, Written[][]> {
  const figures = new Map(Object.entries(CELLS).map(([key, { raw }]) => [key, raw]));
  figures.set("requests.granted.company", "");
  return new Map(
    edition.tables.map((table): [string, Written[][]] => {
      const rows = printed(table, figures);
      return [table.key, table.key === "requests" ? exchanged(change(rows)) : rows];
    }),
  );
}

async function read(bytes: Uint8Array) {
  const result = await readSource(bytes, "x");
  const report = result.ok ? result.value[0] : undefined;
  const { content, issues } = report ?? expect.unreachable("a report was written");
  return { cells: content.cells, told: issues.flatMap(({ cells }) => cells) };
}

const asHtml = (tables: Map<string, Written[][]>) =>
  new TextEncoder().encode(writeReport(edition, 2022, tables, "html"));
const asDocx = (tables: Map<string, Written[][]>) =>
  writeDocx(reportBlocks(edition, 2022, tables), PLAIN).bytes;

test.each([
  ["a web page", asHtml],
  ["a Word file", asDocx],
])(
  "section three printed with the kinds of applicants down its side is read in %s",
  async (_, write) => {
    const { cells, told } = await read(write(tablesWith((rows) => rows)));
    for (const [key, { value }] of Object.entries(CELLS))
      expect([key, cells[key]?.value]).toEqual([
        key,
        key === "requests.granted.company" ? null : value,
      ]);
    expect(told).toEqual([]);
  },
);

test.each([
  ["a row has no label", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""],
  ["a row has a label of its own", "（一）予以公开", "另行答复"],
  ["a kind of applicants is named otherwise", "科研机构", "新闻媒体"],
])("it is not turned where %s", async (_, label, words) => {
  const change = (rows: Written[][]) =>
    rows.map((row) => row.map((cell) => (cell.text === label ? { ...cell, text: words } : cell)));
  const { cells, told } = await read(asHtml(tablesWith(change)));
  const requests = Object.keys(CELLS).filter((key) => key.startsWith("requests."));
  expect(requests.filter((key) => key in cells && !told.includes(key))).toEqual([]);
});

test("it is not turned where a row lacks a cell, since those after it have moved", async () => {
  const tables = tablesWith((rows) => rows);
  tables.get("requests")?.at(-2)?.splice(4, 1);
  const { cells, told } = await read(asHtml(tables));
  const requests = Object.keys(CELLS).filter((key) => key.startsWith("requests."));
  expect(requests.filter((key) => key in cells && !told.includes(key))).toEqual([]);
});

test("a label that stands twice, for one that was lost, gives no row to another", async () => {
  const [first, second] = ["2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"];
  const twice = (rows: Written[][]) =>
    rows.map((row) => row.map((one) => (one.text === second ? { ...one, text: first } : one)));
  const { cells, told } = await read(asHtml(tablesWith(twice)));
  const wrong = Object.entries(CELLS).filter(
    ([key, { value }]) =>
      key.startsWith("requests.") &&
      key !== "requests.granted.company" &&
      cells[key]?.value !== value &&
      !told.includes(key),
  );
  expect(wrong).toEqual([]);
});
