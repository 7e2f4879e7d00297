import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const FORM = editionById("2021") ?? expect.unreachable("edition 2021 is known");
const TITLE = "青溪县档案馆2023年政府信息公开工作年度报告";
const cells = exampleCells(FORM, seededRandom(2), { zeroShare: 0.4, largest: 60 });
const figures = new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
const tables = new Map(FORM.tables.map((table) => [table.key as string, printed(table, figures)]));

const reportIn = (layout: Layout) => writeReport(FORM, 2023, tables, layout);

async function reading(value: unknown) {
  const result = await readSource(new TextEncoder().encode(JSON.stringify(value)), "x");
  return result.ok ? result.value[0] : undefined;
}

test.each(["html", "tabs", "row lines", "markdown"] satisfies Layout[])(
  "a report in a record of JSON, %s: its figures and its last words",
  async (layout) => {
    const content = reportIn(layout)
      .replace(/^.*<body>/su, "")
      .replace(/<\/body>.*$/su, "");
    const report = await reading({ code: 200, data: [{ title: TITLE, content }], url: "x" });
    const raws = Object.entries(report?.content.cells ?? {}).map(([key, { raw }]) => [key, raw]);
    expect(Object.fromEntries(raws)).toEqual(Object.fromEntries(figures));
    expect(report?.content.title).toBe(TITLE);
    expect(report?.content.sections.at(-1)?.text).not.toMatch(/[{}"]/u);
  },
);

test("the title of the record stands for one that the text lacks", async () => {
  const content = reportIn("row lines").split("\n").slice(1).join("\n");
  const report = await reading([{ title: TITLE, content }]);
  expect(report?.content).toMatchObject({ title: TITLE, year: 2023 });
});
