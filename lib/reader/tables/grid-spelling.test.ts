import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const LARGE = exampleCells(edition, seededRandom(5), { zeroShare: 0.1, largest: 60_000 });

function withBlanks(blank: string): Map<string, string> {
  const parted = (raw: string) => raw.replace(/\B(?=(?:\d{3})+(?!\d))/gu, blank);
  return new Map(
    Object.entries(LARGE).map(([key, { raw, value }]) => [
      key,
      Number.isInteger(value) ? parted(raw) : raw,
    ]),
  );
}

async function read(figures: ReadonlyMap<string, string>, layout: Layout = "html") {
  const tables = edition.tables.map(
    (table) => [table.key as string, printed(table, figures)] as const,
  );
  const text = writeReport(edition, 2022, new Map(tables), layout);
  const result = await readSource(new TextEncoder().encode(text), "x");
  const report = result.ok ? result.value[0] : undefined;
  const { content, issues } = report ?? expect.unreachable("a report was written");
  return { cells: content.cells, told: new Set(issues.flatMap(({ cells }) => cells)) };
}

test.each([" ", "\u00a0", "\u2009", "\u202f"])(
  "thousands parted by a blank (%j) in the cells of a web page are one figure, doubted where no sum bears it out",
  async (blank) => {
    const { cells, told } = await read(withBlanks(blank));
    for (const [key, { value }] of Object.entries(LARGE)) {
      expect(cells[key]).toMatchObject({ value, state: "number" });
      const isParted = Number.isInteger(value) && (value ?? 0) > 999;
      expect([key, told.has(key)]).toEqual([key, isParted && key.startsWith("proactive.")]);
    }
  },
);

test("a figure parted by a blank whose sums do not hold is doubted, and the blank cells of its row with it", async () => {
  const figures = new Map(Object.entries(LARGE).map(([key, { raw }]) => [key, raw]));
  figures.set("requests.granted.company", "12 345");
  figures.set("requests.granted.research", "");
  const { cells, told } = await read(figures);
  expect(cells["requests.granted.company"]).toMatchObject({ value: 12_345, raw: "12 345" });
  expect(told).toContain("requests.granted.company");
  expect(told).toContain("requests.granted.research");
  expect(told).not.toContain("requests.granted.naturalPerson");
});

test.each(["tabs", "row lines"] as const)(
  "in text with %s a blank parts figures",
  async (layout) => {
    const { cells } = await read(withBlanks(" "), layout);
    const parted = Object.entries(LARGE).filter(
      ([key, { value }]) => key.startsWith("requests.") && (value ?? 0) > 999,
    );
    expect(parted.length).toBeGreaterThan(20);
    for (const [key] of parted) expect(cells[key]?.state).toBe("text");
  },
);

test("a figure with blanks inside is not cut into two where a word behind it may be the second", async () => {
  const old = editionById("2019") ?? expect.unreachable("no edition 2019");
  const cells = Object.entries(exampleCells(old, seededRandom(3)));
  const figures = new Map(cells.map(([key, { raw }]) => [key, raw]));
  figures.set("proactive.procurement.projects", "33 348");
  figures.set("proactive.procurement.amount", "三千余万元");
  const tables = old.tables.map((table) => [table.key as string, printed(table, figures)] as const);
  const text = writeReport(old, 2019, new Map(tables), "tabs");
  const result = await readSource(new TextEncoder().encode(text), "x");
  const report = result.ok ? result.value[0] : undefined;
  expect(report?.content.cells["proactive.procurement.projects"]?.value ?? null).toBeNull();
});

test("counts that begin with noughts in the cells of a web page are one figure, doubted where no sum bears it out", async () => {
  const figures = new Map(
    Object.entries(LARGE).map(([key, { raw }]) => [
      key,
      key.startsWith("requests.") || key.startsWith("remedies.") ? raw.padStart(6, "0") : raw,
    ]),
  );
  figures.set("proactive.regulations.made", "007");
  const { cells, told } = await read(figures);
  for (const [key, { value }] of Object.entries(LARGE))
    if (key !== "proactive.regulations.made") expect(cells[key]?.value).toBe(value);
  expect(cells["proactive.regulations.made"]?.value).toBe(7);
  expect([...told]).toEqual(["proactive.regulations.made"]);
});

test("figures glued together that begin with a nought are doubted with the blanks beside them", async () => {
  const figures = new Map(Object.entries(LARGE).map(([key, { raw }]) => [key, raw]));
  figures.set("requests.granted.naturalPerson", "0017");
  figures.set("requests.granted.company", "");
  const { told } = await read(figures);
  expect(told).toContain("requests.granted.naturalPerson");
  expect(told).toContain("requests.granted.company");
});

test("beside a blank cell a figure that begins with a nought is doubted though its sum holds, and so are those behind it", async () => {
  const figures = new Map(Object.entries(LARGE).map(([key, { raw }]) => [key, raw]));
  const row = ["0", "0", "0", "035", "5", "", "40"];
  const columns = edition.tables.find(({ key }) => key === "requests")?.blocks[0]?.columns ?? [];
  const keys = columns.map((column) => `requests.granted.${column.key}`);
  for (const [index, key] of keys.entries()) figures.set(key, row[index] ?? "");
  const { told } = await read(figures);
  expect(keys.map((key) => told.has(key))).toEqual([false, false, false, true, true, true, true]);
});
