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

test("figures parted from their labels are read where the form's sums confirm one order", async () => {
  await fc.assert(
    fc.asyncProperty(edition, layout, fc.nat(9999), async (form, how, seed) => {
      const figures = figuresOf(form, seed);
      const { content, issues, source } = await read(form, figures, how);
      const told = new Set(issues.flatMap(({ cells }) => cells));
      for (const [key, raw] of figures) {
        const cell = content.cells[key];
        // No sum binds the figures of section 二.
        if (key.startsWith("proactive.")) expect([key, cell ?? told.has(key)]).toEqual([key, true]);
        else expect([key, cell?.raw]).toEqual([key, raw]);
        if (cell) expect(source.slice(cell.at?.[0], cell.at?.[1])).toBe(raw);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("where a figure is lost, none of the figures parted from their labels is taken, and it is said how many were found; a few sums that fail move no figure", async () => {
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
        if (isLost) expect(isTaken).toBe(false);
        for (const each of keys) {
          if (isTaken) expect([each, content.cells[each]?.raw]).toEqual([each, figures.get(each)]);
          else expect([each, told.has(each)]).toEqual([each, true]);
        }
        const parted = issues.filter(
          ({ rule, cells }) => rule === "read.parted" && cells.some((cell) => keys.includes(cell)),
        );
        for (const { severity, message } of parted) {
          expect(severity).toBe("warning");
          expect(message.zh).toMatch(/应有 \d+ 个数字，找到 \d+ 个（[^（）]+）/u);
          expect(message.en).toMatch(/\d+ figures are due, \d+ were found/u);
        }
        count += parted.length;
      },
    ),
    { numRuns: 40 },
  );
  expect(count).toBeGreaterThan(10);
}, 60_000);
