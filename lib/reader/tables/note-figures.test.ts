import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const KEY = "proactive.penalties.decisions";
const { cells: SOUND } = consistentContent(EDITION_2021, 4);

/** What is read of 行政处罚 and whether it is told, where its label ends in a mark and its figure is as given. */
async function read(layout: Layout, mark: string, figure: string) {
  const raws = new Map(Object.entries(SOUND).map(([key, { raw }]) => [key, raw]));
  raws.set(KEY, figure);
  const tables = new Map(
    EDITION_2021.tables.map((table) => [
      table.key as string,
      printed(table, raws).map((row) =>
        row.map((cell) => (cell.text === "行政处罚" ? { ...cell, text: `行政处罚${mark}` } : cell)),
      ),
    ]),
  );
  const source = writeReport(EDITION_2021, 2023, tables, layout);
  const found = await readSource(new TextEncoder().encode(source), "x");
  const report = found.ok ? found.value[0] : undefined;
  const isTold = report?.issues.some(({ cells }) => cells.includes(KEY)) ?? false;
  return { raw: report?.content.cells[KEY]?.raw ?? "", isTold };
}

const LAYOUTS = ["markdown", "html", "tabs", "cell lines", "close lines", "blanks"] as const;

test.each(LAYOUTS)(
  "%s: the mark of a note behind a label over a blank cell is told",
  async (layout) => {
    for (const mark of ["2", "②"]) {
      const { raw, isTold } = await read(layout, mark, "");
      expect(raw === "" || isTold).toBe(true);
    }
  },
);

test.each(LAYOUTS)("%s: without such a mark there is no doubt", async (layout) => {
  expect(await read(layout, "", "2")).toEqual({ raw: "2", isTold: false });
});
