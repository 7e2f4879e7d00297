import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { printed, reportBlocks } from "#lib/testing/reports/layouts.ts";
import { splitMerges } from "#lib/testing/reports/office-shapes.ts";
import { readSource } from "../../read.ts";
import { verbatim } from "../spelled.ts";
import { drawnTables } from "./drawn-tables.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const CELLS = exampleCells(edition, seededRandom(31));

function tableIn(text: string): string[][] {
  const spell = (start: number, end: number) => verbatim(text, start, end);
  return drawnTables(text, spell).flatMap(({ lines }) =>
    lines.map((line) => (line.kind === "row" ? line.cells : [line.cell]).map((cell) => cell.text)),
  );
}

test("cells go on over the lines between two rules", () => {
  const text = `
+----------+--------+------+
| 信息     | 制发   | 废止 |
| 内容     | 件数   | 件数 |
+==========+========+======+
| 规章     | 12     | 3    |
+----------+--------+------+
| 规范性   |        |      |
| 文件     | 4      | 5    |
+----------+--------+------+
`;
  expect(tableIn(text)).toEqual([
    ["信息内容", "制发件数", "废止件数"],
    ["规章", "12", "3"],
    ["规范性文件", "4", "5"],
  ]);
});

test("with rules around heads alone each line is a row", () => {
  const text = `
╒════════╤════╤════╕
│ 内容   │ 制 │ 废 │
╞════════╪════╪════╡
│ 规章   │ 12 │  3 │
│ 许可   │  4 │  5 │
╘════════╧════╧════╛
`;
  expect(tableIn(text)).toEqual([
    ["内容", "制", "废"],
    ["规章", "12", "3"],
    ["许可", "4", "5"],
  ]);
});

test("merged cells are known by the places of their bars, and go on where a rule is blank", () => {
  const text = `
┌──────┬─────────┐
│ 办理 │ 申请人  │
│      ├────┬────┤
│ 结果 │ 甲 │ 乙 │
├──────┼────┼────┤
│ 公开 │  1 │  2 │
├──────┼────┼────┤
│ 其他 │  3 │  4 │
└──────┴────┴────┘
`;
  expect(tableIn(text)).toEqual([
    ["办理结果", "申请人"],
    ["甲", "乙"],
    ["公开", "1", "2"],
    ["其他", "3", "4"],
  ]);
});

test.each([
  ["labels run into each other", "| 规章     |        |      |\n| 行政许可 | 4      | 5    |"],
  [
    "figures of one row stand in two lines",
    "| 规章     | 4      |      |\n| 甲       |        | 5    |",
  ],
  ["a bar stands under none of a rule", "| 规章 | 4            5    |"],
])("a table in which %s is left as it is", (_, rows) => {
  const rule = "+----------+--------+------+";
  const text = `${rule}\n| 内容     | 制     | 废   |\n${rule}\n${rows}\n${rule}\n| 乙       | 1      | 2    |\n${rule}\n`;
  expect(tableIn(text)).toEqual([]);
});

const widthOf = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (/[\u2e80-\uffe6]/u.test(one) ? 2 : 1), 0);
const WRAP = 16;

function wrapped(text: string): string[] {
  const lines = [""];
  for (const one of text) {
    if (widthOf(`${lines.at(-1)}${one}`) > WRAP) lines.push("");
    lines[lines.length - 1] += one;
  }
  return lines;
}

function drawn(rows: readonly string[][], [bar, level, cross]: string): string {
  const width = Math.max(...rows.map(({ length }) => length));
  const rule = cross + `${level?.repeat(WRAP + 2)}${cross}`.repeat(width);
  const lines = rows.flatMap((row) => {
    const cells = Array.from({ length: width }, (_, at) => wrapped(row[at] ?? ""));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      const words = cells.map((cell) => cell[line] ?? "");
      return `${bar}${words.map((one) => ` ${one}${" ".repeat(WRAP - widthOf(one))} ${bar}`).join("")}`;
    }).concat(rule);
  });
  return [rule, ...lines].join("\n");
}

test.each(
  ["|-+", "│─┼", "┃━╋", "║═╬"].flatMap(
    (marks) =>
      [
        [marks, "# "],
        [marks, ""],
      ] as const,
  ),
)("a report whose tables are drawn with %s is read whole (%j)", async (marks, mark) => {
  const figures = new Map(Object.entries(CELLS).map(([key, { raw }]) => [key, raw]));
  const tables = edition.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  const headings = new Set(Object.values(edition.sections).map(({ zh }) => zh));
  const text = reportBlocks(edition, 2022, new Map(tables))
    .map((block) => {
      if (typeof block !== "string")
        return drawn(
          splitMerges(block).map((row) => row.map((cell) => cell.text)),
          marks,
        );
      return headings.has(block) ? mark + block : block;
    })
    .join("\n\n");
  const read = await readSource(new TextEncoder().encode(text), "x");
  const report = read.ok ? read.value[0] : undefined;
  expect(report?.format).toBe(mark === "" ? "text" : "markdown");
  for (const [key, { value, raw }] of Object.entries(CELLS)) {
    const cell = report?.content.cells[key];
    expect([key, cell?.value]).toEqual([key, value]);
    expect(report?.source.slice(...(cell?.at ?? []))).toBe(raw);
  }
  expect(report?.issues.flatMap(({ cells }) => cells)).toEqual([]);
});
