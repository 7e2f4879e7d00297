import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";
import { sharedFigures } from "./grid-shared.ts";

const cell = (text: string, from: number, down = 0) => ({ text, from, to: from, down });

test("a figure beside its own label that reaches down beside another is shared", () => {
  const figure = cell("7", 2, 1);
  const rows = [[cell("行政处罚", 1), figure], [cell("行政强制", 1)]];
  expect([...sharedFigures(rows)]).toEqual([figure]);
});

test.each([
  [
    "its label reaches down as far",
    [[cell("行政处罚", 1, 1), cell("7", 2, 1)], [cell("行政强制", 1)]],
  ],
  ["no label stands below", [[cell("行政处罚", 1), cell("7", 2, 1)], [cell("", 1)]]],
  ["words reach down", [[cell("甲", 1), cell("说明", 2, 1)], [cell("乙", 1)]]],
  [
    "it reaches down nowhere",
    [
      [cell("甲", 1), cell("7", 2)],
      [cell("乙", 1), cell("8", 2)],
    ],
  ],
])("no figure is shared where %s", (_name, rows) => {
  expect(sharedFigures(rows).size).toBe(0);
});

test("a figure merged over two rows of a web page is doubted", async () => {
  const tables = new Map(
    EDITION_2021.tables.map((table) => [table.key as string, printed(table, new Map())]),
  );
  const page = writeReport(EDITION_2021, 2022, tables, "html");
  const merged = page
    .replace(/(行政处罚<\/p><\/td>)<td[^>]*>.*?<\/td>/u, '$1<td colspan="3" rowspan="2">7</td>')
    .replace(/(行政强制<\/p><\/td>)<td[^>]*>.*?<\/td>/u, "$1");
  expect(merged).not.toBe(page);
  const read = await readSource(new TextEncoder().encode(merged), "x");
  const report = read.ok ? read.value[0] : undefined;
  const shared = report?.issues.find(({ rule }) => rule === "read.shared");
  expect(shared?.cells).toEqual(["proactive.penalties.decisions"]);
});
