import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, reportBlocks, writeTable } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const FORM = editionById("2021") ?? expect.unreachable("edition 2021 is known");

function figuresOf(seed: number): Map<string, string> {
  const cells = exampleCells(FORM, seededRandom(seed), { zeroShare: 0.4, largest: 40 });
  return new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
}

/** A report whose third table is followed by the same table with the figures given. */
async function readTwice(first: Map<string, string>, second: Map<string, string>, layout: Layout) {
  const tables = FORM.tables.map((table) => [table.key, printed(table, first)] as const);
  const again = FORM.tables
    .filter(({ key }) => key === "requests")
    .map((table) => writeTable(printed(table, second), layout));
  const blocks = reportBlocks(FORM, 2023, new Map(tables)).flatMap((block) => {
    if (typeof block === "string") return [block];
    return [writeTable(block, layout), ...(block === tables[1]?.[1] ? again : [])];
  });
  const result = await readSource(new TextEncoder().encode(blocks.join("\n")), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value[0] ?? expect.unreachable("a report was written");
}

const LAYOUTS = ["close lines", "blanks", "full-width blanks"] as const;

test.each(LAYOUTS)(
  "%s: rows whose blanks were lost give no way to the table of another year",
  async (layout) => {
    const truth = figuresOf(1);
    for (const [key, raw] of truth)
      if (key.startsWith("requests.") && raw === "0") truth.set(key, "");
    const { content, issues } = await readTwice(truth, figuresOf(51), layout);
    const doubted = new Set(issues.flatMap(({ cells }) => cells));
    const isWrong = ([key, raw]: [string, string]) =>
      (content.cells[key]?.raw ?? "") !== raw && !doubted.has(key);
    expect([...truth].filter(isWrong)).toEqual([]);
  },
);

test.each(LAYOUTS)("%s: the same table twice is read", async (layout) => {
  const truth = figuresOf(5);
  const { content } = await readTwice(truth, truth, layout);
  expect(content.cells["requests.received.total"]?.raw).toBe(truth.get("requests.received.total"));
});
