import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const CELLS = exampleCells(edition, seededRandom(14));
const LAYOUTS = ["html", "tabs", "lines"] as const;

async function read(head: string, layout: (typeof LAYOUTS)[number]) {
  const figures = new Map(Object.entries(CELLS).map(([key, { raw }]) => [key, raw]));
  const tables = edition.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  const text = writeReport(edition, 2023, new Map(tables), layout);
  const bytes = new TextEncoder().encode(text.replace("法人或其他组织", head));
  const result = await readSource(bytes, "x");
  const report = result.ok ? result.value[0] : undefined;
  const { content, issues } = report ?? expect.unreachable("a report was written");
  const rules = issues.map(({ rule }) => rule);
  return { cells: content.cells, told: issues.flatMap(({ cells }) => cells), rules };
}

const OTHERWISE = ["法人或者其他组织", "法人和其它组织", "法人、其他组织", "法人以及其他组织"];
const TYPED = ["法人或其地组织", "法或其他组织", "法人或其他组", "法人"];

test.each(
  [...OTHERWISE, ...TYPED].flatMap((head) => LAYOUTS.map((layout) => [head, layout] as const)),
)("the head of the five kinds may be %s (%s)", async (head, layout) => {
  const { cells, told, rules } = await read(head, layout);
  for (const [key, { value }] of Object.entries(CELLS)) expect(cells[key]?.value).toBe(value);
  expect(told).toEqual([]);
  expect(rules.includes("read.cutHead")).toBe(TYPED.includes(head));
});

test("a head that is not like it is not taken for it", async () => {
  const { told } = await read("机构与团体", "lines");
  expect(told).toContain("requests.received.company");
});
