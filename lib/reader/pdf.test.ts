import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edition, Table } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import {
  COLUMN_DAMAGE,
  figuresOf,
  picker,
  ROW_DAMAGE,
  strangeFigures,
} from "#lib/testing/reports/damage.ts";
import { type Figures, printed, reportBlocks } from "#lib/testing/reports/layouts.ts";
import { type PdfShape, writePdf } from "#lib/testing/reports/pdf.ts";
import { readSource } from "./read.ts";

/** Every way to draw a page, between rules or without any. */
const shape = (isRuled: boolean): fc.Arbitrary<PdfShape> =>
  fc.record({
    coding: fc.constantFrom("to-unicode", "to-unicode", "to-unicode", "predefined"),
    rules: fc.constantFrom("lines", "bars"),
    turned: fc.constantFrom("no", "page", "text"),
    isBold: fc.boolean(),
    isRuled: fc.constant(isRuled),
    isNarrow: fc.boolean(),
    isPaged: fc.boolean(),
    hasRepeatedHeads: fc.boolean(),
    hasSplitRows: fc.boolean(),
    align: fc.constantFrom("left", "centre", "right"),
    isTop: fc.boolean(),
    order: fc.constantFrom("printed", "columns", "backwards"),
  });
const edition = fc.constantFrom(...EDITIONS.map(({ id }) => id));
const formOf = (id: string): Edition => {
  const form = EDITIONS.find((one) => one.id === id);
  if (!form) throw new Error(id);
  return form;
};
const picks = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 });

async function read(look: PdfShape, form: Edition, tables: readonly Table[], figures: Figures) {
  const grids = new Map(tables.map((table) => [table.key as string, printed(table, figures)]));
  const { bytes, places } = writePdf(reportBlocks(form, form.validFrom, grids), look);
  const result = await readSource(bytes, "report");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  if (!report || more.length > 0) throw new Error("one report was written");
  const { cells } = report.content;
  const doubted = new Set(report.issues.flatMap((issue) => issue.cells));
  // A cell that differs is one that was doubted, or one that is not a number and says so.
  const wrong = Object.entries(cells).filter(
    ([key, { raw, state }]) => raw !== figures.get(key) && !doubted.has(key) && state !== "text",
  );
  expect(wrong).toEqual([]);
  const silent = [...figures.keys()].filter((key) => !(key in cells) && !doubted.has(key));
  return { report, cells, issues: report.issues, places, silent };
}

describe("between rules", () => {
  test("every cell of both editions is read, with its page, whatever the shape", async () => {
    await fc.assert(
      fc.asyncProperty(edition, shape(true), async (id, look) => {
        const form = formOf(id);
        const figures = figuresOf(form);
        const { report, cells, issues, places } = await read(look, form, form.tables, figures);
        expect(issues).toEqual([]);
        expect(Object.keys(cells)).toHaveLength(figures.size);
        for (const [key, { where, at }] of Object.entries(cells))
          expect([where, at]).toEqual([places.get(key), null]);
        expect(report.content).toMatchObject({
          edition: form.id,
          agency: "青溪县档案馆",
          title: `青溪县档案馆${form.validFrom}年政府信息公开工作年度报告`,
          signedOn: `${form.validFrom + 1}-01-20`,
        });
        expect(report.content.sections.map(({ key }) => key)).toEqual(Object.keys(form.sections));
        for (const { text } of report.content.sections) expect(text).not.toMatch(/\||年报|- \d/u);
        expect(report.content.sections[0]?.text).toMatch(/没有遗漏。$/u);
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  test("blanks and marks stay in their cells, a total column left blank and a table not filled in too", async () => {
    const marks = fc.constantFrom("", "/", "—", "不适用");
    const left = fc.constantFrom("some", "total", "all");
    await fc.assert(
      fc.asyncProperty(
        edition,
        shape(true),
        picks,
        marks,
        left,
        async (id, look, numbers, mark, which) => {
          const form = formOf(id);
          const figures = figuresOf(form);
          const keys = [...figures.keys()];
          for (const number of numbers) figures.set(keys[number % keys.length] ?? "", mark);
          for (const key of keys)
            if (which === "all" || (which === "total" && key.endsWith(".total")))
              figures.set(key, "");
          const { cells, silent } = await read(look, form, form.tables, figures);
          expect(silent).toEqual([]);
          // A page's end may cut the heads in two: then the table is doubted.
          if (!look.isPaged) expect(Object.keys(cells)).toHaveLength(figures.size);
        },
      ),
      { numRuns: 12 },
    );
  }, 180_000);

  test.each(Object.entries({ ...ROW_DAMAGE, ...COLUMN_DAMAGE }))(
    "%s moves no figure and loses none in silence",
    async (_name, damage) => {
      await fc.assert(
        fc.asyncProperty(
          edition,
          shape(true),
          picks,
          fc.nat(2),
          async (id, look, numbers, place) => {
            const form = formOf(id);
            const figures = figuresOf(form);
            const sound = new Set(figures.keys());
            for (const [key, value] of strangeFigures(form)) figures.set(key, value);
            const pick = picker(numbers);
            const tables = form.tables.map((table, index) =>
              index === place ? damage(table, pick) : table,
            );
            const { silent } = await read(look, form, tables, figures);
            expect(silent.filter((key) => sound.has(key))).toEqual([]);
          },
        ),
        { numRuns: 5 },
      );
    },
    180_000,
  );
});

describe("in columns without rules", () => {
  test("no figure is wrong and none is lost in silence, blanks among them too; most are read", async () => {
    let [right, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        edition,
        shape(false),
        picks,
        fc.nat(12),
        async (id, look, numbers, blanks) => {
          const form = formOf(id);
          const figures = figuresOf(form);
          const keys = [...figures.keys()];
          for (const number of numbers.slice(0, blanks))
            figures.set(keys[number % keys.length] ?? "", "");
          const { cells, silent } = await read(look, form, form.tables, figures);
          expect(silent).toEqual([]);
          right += Object.keys(cells).length;
          all += figures.size;
        },
      ),
      { numRuns: 12 },
    );
    expect(right / all).toBeGreaterThan(0.6);
  }, 180_000);

  test.each(Object.entries({ ...ROW_DAMAGE, ...COLUMN_DAMAGE }))(
    "%s moves no figure and loses none in silence",
    async (_name, damage) => {
      await fc.assert(
        fc.asyncProperty(
          edition,
          shape(false),
          picks,
          fc.nat(2),
          async (id, look, numbers, place) => {
            const form = formOf(id);
            const figures = figuresOf(form);
            const sound = new Set(figures.keys());
            for (const [key, value] of strangeFigures(form)) figures.set(key, value);
            const pick = picker(numbers);
            const tables = form.tables.map((table, index) =>
              index === place ? damage(table, pick) : table,
            );
            const { silent } = await read(look, form, tables, figures);
            expect(silent.filter((key) => sound.has(key))).toEqual([]);
          },
        ),
        { numRuns: 5 },
      );
    },
    180_000,
  );
});
