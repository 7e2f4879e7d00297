import fc from "fast-check";
import { expect, test } from "vitest";
import { EDITIONS } from "#lib/editions/registry.ts";
import { consistentContent } from "#lib/testing/content.ts";
import {
  type Figures,
  type Layout,
  PARTED_LAYOUTS,
  printed,
  writeReport,
} from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const edition = fc.constantFrom(...EDITIONS);
const layout = fc.constantFrom(...PARTED_LAYOUTS);

async function read(form: (typeof EDITIONS)[number], figures: Figures, how: Layout) {
  const grids = new Map(form.tables.map((table) => [table.key as string, printed(table, figures)]));
  const source = writeReport(form, form.validFrom, grids, how);
  const result = await readSource(new TextEncoder().encode(source), "report");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  return { ...report, source };
}

const figuresOf = (form: (typeof EDITIONS)[number], seed: number) =>
  new Map(Object.entries(consistentContent(form, seed).cells).map(([key, { raw }]) => [key, raw]));

test("figures parted from their labels are read where the form's sums, the lines or the other tables leave one order; what no sum binds is read, or it is said that it was not", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(edition, layout, fc.nat(9999), async (form, how, seed) => {
      const figures = figuresOf(form, seed);
      const { content, issues, source } = await read(form, figures, how);
      const told = new Set(issues.flatMap(({ cells }) => cells));
      for (const [key, raw] of figures) {
        const cell = content.cells[key];
        if (cell) expect([key, cell.raw]).toEqual([key, raw]);
        else expect([key, key.startsWith("proactive."), told.has(key)]).toEqual([key, true, true]);
        if (cell && key.startsWith("proactive.")) count++;
        if (cell) expect(source.slice(cell.at?.[0], cell.at?.[1])).toBe(raw);
      }
    }),
    { numRuns: 40 },
  );
  expect(count).toBeGreaterThan(200);
}, 60_000);

test("lines of figures and the direction of the other tables are two witnesses; one alone leaves a doubt", async () => {
  const [form] = EDITIONS.filter(({ id }) => id === "2021");
  if (!form) throw new Error("edition 2021 is registered");
  const doubtsOf = async (how: Layout) => {
    const { content, issues } = await read(form, figuresOf(form, 11), how);
    const rules = issues.filter(({ cells }) => cells.some((key) => key.startsWith("proactive.")));
    const figures = Object.keys(content.cells).filter((key) => key.startsWith("proactive."));
    return { figures: figures.length, rules: [...new Set(rules.map(({ rule }) => rule))] };
  };
  expect(await doubtsOf("naive rows")).toEqual({ figures: 10, rules: [] });
  expect(await doubtsOf("naive columns")).toEqual({ figures: 10, rules: [] });
  expect(await doubtsOf("naive figures")).toEqual({ figures: 10, rules: ["read.partedOrder"] });
});

test("rows whose labels are missing are those of the form where every sum then holds, and it is said which", async () => {
  const [form] = EDITIONS.filter(({ id }) => id === "2021");
  if (!form) throw new Error("edition 2021 is registered");
  const figures = figuresOf(form, 11);
  const grids = new Map(form.tables.map((table) => [table.key as string, printed(table, figures)]));
  const labels = ["2.重复申请", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"];
  const requests = grids.get("requests") ?? [];
  grids.set(
    "requests",
    requests.map((row) => row.filter(({ text }) => !labels.includes(text))),
  );
  for (const how of ["naive figures", "naive columns"] as const) {
    const source = writeReport(form, form.validFrom, grids, how);
    const result = await readSource(new TextEncoder().encode(source), "report");
    if (!result.ok) throw new Error(result.refusal.code);
    const [report] = result.value;
    if (!report) throw new Error("a report was written");
    const { content, issues } = report;
    const keys = [...figures.keys()].filter((key) => key.startsWith("requests."));
    for (const key of keys) expect([key, content.cells[key]?.raw]).toEqual([key, figures.get(key)]);
    expect(issues.filter(({ rule }) => rule === "read.unlabelled")).toHaveLength(2);
  }
});

test("where a figure is lost, no figure parted from its label is taken but where a line is a row, and it is said how many were found; a few sums that fail move no figure", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      edition,
      layout,
      fc.nat(9999),
      fc.nat(9999),
      fc.boolean(),
      async (form, how, seed, place, isLost) => {
        const figures = figuresOf(form, seed);
        const keys = [...figures.keys()].filter((key) => key.startsWith("requests."));
        const key = keys[place % keys.length] ?? "";
        figures.set(key, isLost ? "" : "987654");
        const { content, issues } = await read(form, figures, how);
        const told = new Set(issues.flatMap(({ cells }) => cells));
        const isTaken = keys.some((each) => each in content.cells);
        if (isLost && how !== "naive rows") expect(isTaken).toBe(false);
        for (const each of keys) {
          const cell = content.cells[each];
          if (cell) expect([each, cell.raw]).toEqual([each, figures.get(each)]);
          else expect([each, told.has(each)]).toEqual([each, true]);
        }
        const row = key.slice(0, key.lastIndexOf("."));
        const taken = keys.filter((each) => each in content.cells).length;
        if (isTaken)
          expect(keys.length - taken).toBe(
            isLost ? keys.filter((each) => each.startsWith(`${row}.`)).length : 0,
          );
        const parted = issues.filter(
          ({ rule, cells }) => rule === "read.parted" && cells.some((cell) => keys.includes(cell)),
        );
        for (const { severity, message } of parted) {
          expect(severity).toBe("warning");
          expect(message.zh).toMatch(/应有 \d+ 个数字，找到 \d+ 个（[^（）]+）/u);
          expect(message.en).toMatch(
            /(?:1 figure is|(?!1 )\d+ figures are) due, (?:1 was|(?!1 )\d+ were) found/u,
          );
        }
        count += parted.length;
      },
    ),
    { numRuns: 40 },
  );
  expect(count).toBeGreaterThan(10);
}, 60_000);

test("where the sums fail in a table of hardly a figure, the rows that every order gives the same are read with a doubt, and the others left", async () => {
  const [form] = EDITIONS.filter(({ id }) => id === "2021");
  if (!form) throw new Error("edition 2021 is registered");
  const figures = new Map([...figuresOf(form, 11).keys()].map((key) => [key, "0"]));
  for (const key of ["requests.granted.research", "requests.carriedOut.company"])
    figures.set(key, "4");
  const { content, issues } = await read(form, figures, "naive figures");
  const doubted = new Set(
    issues.flatMap(({ rule, cells }) => (rule === "read.partedOrder" ? cells : [])),
  );
  const keys = [...figures.keys()].filter((key) => key.startsWith("requests."));
  const taken = keys.filter((key) => content.cells[key] !== undefined);
  for (const key of taken) expect([key, content.cells[key]?.raw]).toEqual([key, "0"]);
  for (const key of taken) expect([key, doubted.has(key)]).toEqual([key, true]);
  const left = issues.filter(({ rule }) => rule === "read.parted").flatMap(({ cells }) => cells);
  expect(left).toHaveLength(keys.length - taken.length);
  expect(taken.length).toBeGreaterThan(140);
  // Section two, all zeros, says the same in any order.
  expect([...doubted].filter((key) => key.startsWith("proactive."))).toEqual([]);
});

test("many lines as long as the table is wide are its rows or columns, though its totals are not there: each figure is read with a doubt", async () => {
  const [form] = EDITIONS.filter(({ id }) => id === "2021");
  if (!form) throw new Error("edition 2021 is registered");
  const figures = figuresOf(form, 11);
  for (const key of figures.keys()) if (key.endsWith("total")) figures.set(key, "0");
  for (const key of figures.keys()) if (key.startsWith("requests.total.")) figures.set(key, "0");
  for (const how of ["naive rows", "naive columns"] as const) {
    const { content, issues } = await read(form, figures, how);
    const told = new Set(issues.flatMap(({ cells }) => cells));
    for (const [key, raw] of figures) {
      if (!key.startsWith("requests.")) continue;
      expect([key, content.cells[key]?.raw]).toEqual([key, raw]);
      expect([key, told.has(key)]).toEqual([key, true]);
    }
  }
});
