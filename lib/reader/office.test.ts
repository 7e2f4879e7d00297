import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Issue } from "#lib/checks/issue.ts";
import type { Edition, Table } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import {
  COLUMN_DAMAGE,
  figuresOf,
  picker,
  ROW_DAMAGE,
  strangeFigures,
} from "#lib/testing/reports/damage.ts";
import { type DocxShape, writeDocx } from "#lib/testing/reports/docx.ts";
import { type Figures, printed, reportBlocks } from "#lib/testing/reports/layouts.ts";
import { type OfficeFile, splitMerges } from "#lib/testing/reports/office-shapes.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { writeXlsx, type XlsxShape } from "#lib/testing/reports/xlsx.ts";
import { readSource } from "./read.ts";

type Blocks = readonly (string | Written[][])[];
type Write = (blocks: Blocks) => OfficeFile;

const docxShape: fc.Arbitrary<DocxShape> = fc.record({
  hasCutRuns: fc.boolean(),
  isTracked: fc.boolean(),
  isNumbered: fc.boolean(),
  isNested: fc.boolean(),
  hasExtras: fc.boolean(),
});
const xlsxShape: fc.Arbitrary<XlsxShape> = fc.record({
  hasSharedStrings: fc.boolean(),
  hasSheets: fc.boolean(),
  hasFormulas: fc.boolean(),
  isShifted: fc.boolean(),
});
const FORMATS: Readonly<Record<string, fc.Arbitrary<Write>>> = {
  docx: docxShape.map(
    (shape): Write =>
      (blocks) =>
        writeDocx(blocks, shape),
  ),
  xlsx: xlsxShape.map(
    (shape): Write =>
      (blocks) =>
        writeXlsx(blocks, shape),
  ),
};
/** Notes on what stands beside the body are no doubts. */
const BESIDE = new Set(["read.textBox", "read.hiddenParts"]);

const edition = fc.constantFrom(...EDITIONS);
const picks = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 });

async function read(
  write: Write,
  form: Edition,
  tables: readonly Table[],
  figures: Figures,
  change = (rows: Written[][]) => rows,
) {
  const grids = new Map(
    tables.map((table) => [table.key as string, change(printed(table, figures))]),
  );
  const { bytes, places } = write(reportBlocks(form, form.validFrom, grids));
  const result = await readSource(bytes, "report");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  if (!report || more.length > 0) throw new Error("one report was written");
  const shown = new Set([...grids.values()].flat(2).flatMap(({ cell }) => cell ?? []));
  const issues = report.issues.filter(({ rule }) => !BESIDE.has(rule));
  const { cells } = report.content;
  for (const [key, { raw, at }] of Object.entries(cells)) {
    expect([key, raw]).toEqual([key, figures.get(key)]);
    expect(at).toBeNull();
  }
  const doubted = new Set(issues.flatMap((issue) => issue.cells));
  const silent = [...figures.keys()].filter((key) => !(key in cells) && !doubted.has(key));
  return { report, cells, issues, places, shown, silent };
}

describe.each(Object.entries(FORMATS))("%s", (format, shape) => {
  test("every cell of both editions is read, with its place, whatever the shape", async () => {
    await fc.assert(
      fc.asyncProperty(edition, shape, async (form, write) => {
        const figures = figuresOf(form);
        const { report, cells, issues, places } = await read(write, form, form.tables, figures);
        expect(Object.keys(cells)).toHaveLength(figures.size);
        for (const [key, { where }] of Object.entries(cells))
          expect(where).toEqual(places.get(key));
        expect(issues).toEqual([]);
        expect(report.format).toBe(format);
        expect(report.content).toMatchObject({
          edition: form.id,
          year: form.validFrom,
          agency: "青溪县档案馆",
          title: `青溪县档案馆${form.validFrom}年政府信息公开工作年度报告`,
          signedOn: `${form.validFrom + 1}-01-20`,
        });
        expect(report.content.sections.map(({ key }) => key)).toEqual(Object.keys(form.sections));
        expect(report.content.sections.at(-1)?.text).toMatch(/^本年度没有.*需要说明。/u);
        for (const { text } of report.content.sections)
          expect(text).not.toMatch(/单击此处|扫一扫|pinyin|\|/u);
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test.each(Object.entries({ ...ROW_DAMAGE, ...COLUMN_DAMAGE }))(
    "%s moves no figure and loses none in silence",
    async (name, damage) => {
      await fc.assert(
        fc.asyncProperty(edition, shape, picks, fc.nat(2), async (form, write, numbers, place) => {
          const figures = figuresOf(form);
          const sound = new Set(figures.keys());
          for (const [key, value] of strangeFigures(form)) figures.set(key, value);
          const pick = picker(numbers);
          const tables = form.tables.map((table, index) =>
            index === place ? damage(table, pick) : table,
          );
          const { cells, silent, shown } = await read(write, form, tables, figures);
          expect(silent.filter((key) => sound.has(key))).toEqual([]);
          const target = form.tables[place];
          // Side by side, a strange row cannot be told from columns, so its table may be left out as a whole.
          const mayBeLeftOut =
            target?.layout === "side-by-side" && /put in|twice/.test(name) ? target.key : null;
          for (const key of shown)
            if (!key.includes(".strange.") && !key.startsWith(`${mayBeLeftOut}.`))
              expect(cells).toHaveProperty([key]);
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );

  test("blanks and marks stay in their cells", async () => {
    const marks = fc.constantFrom("", "/", "—", "不适用");
    await fc.assert(
      fc.asyncProperty(edition, shape, picks, marks, async (form, write, numbers, mark) => {
        const figures = figuresOf(form);
        const keys = [...figures.keys()];
        for (const number of numbers) figures.set(keys[number % keys.length] ?? "", mark);
        const { cells, issues } = await read(write, form, form.tables, figures);
        expect(Object.keys(cells)).toHaveLength(figures.size);
        const state = mark === "" ? "blank" : "not-applicable";
        for (const [key, cell] of Object.entries(cells))
          if (figures.get(key) === mark) expect(cell).toMatchObject({ state, value: null });
        // A total alone in being blank may be the trace of a figure left out.
        const totals = [...figures].flatMap(([key, raw]) =>
          raw === "" && key.endsWith(".total") ? [key] : [],
        );
        // And a figure alone in its row may be all of them.
        const isAlone = ({ rule }: Issue) => rule === "read.loneFigure";
        const rest = issues.filter((issue) => !isShifted(issue, totals) && !isAlone(issue));
        expect(rest).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("a total column left blank, or a table not filled in at all, is read as blank", async () => {
    await fc.assert(
      fc.asyncProperty(edition, shape, fc.boolean(), async (form, write, isWhole) => {
        const figures = figuresOf(form);
        for (const key of figures.keys())
          if (isWhole || key.endsWith(".total")) figures.set(key, "");
        const { cells, issues } = await read(write, form, form.tables, figures);
        expect(Object.keys(cells)).toHaveLength(figures.size);
        expect(issues).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("merged cells split, blanks among the figures: nothing moves, nothing is lost in silence", async () => {
    await fc.assert(
      fc.asyncProperty(edition, shape, picks, fc.nat(12), async (form, write, numbers, blanks) => {
        const figures = figuresOf(form);
        const keys = [...figures.keys()];
        for (const number of numbers.slice(0, blanks))
          figures.set(keys[number % keys.length] ?? "", "");
        const { cells, silent } = await read(write, form, form.tables, figures, splitMerges);
        expect(silent).toEqual([]);
        if (blanks === 0) expect(Object.keys(cells)).toHaveLength(figures.size);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  // On a sheet a figure that is lost leaves its cell blank; in a Word table its cell may be gone.
  const isExtra = format === "xlsx" ? fc.constant(true) : fc.boolean();
  test("a figure lost from a row, or one too many, never shifts the rest", async () => {
    await fc.assert(
      fc.asyncProperty(edition, shape, picks, isExtra, async (form, write, numbers, hasMore) => {
        const figures = figuresOf(form);
        const pick = picker(numbers);
        const change = (rows: Written[][]) => withFault(rows, pick, hasMore);
        const { silent, issues } = await read(write, form, form.tables, figures, change);
        expect(silent).toEqual([]);
        expect(issues.some(({ cells }) => cells.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

function withFault(rows: Written[][], pick: (count: number) => number, isExtra: boolean) {
  const body = rows.flatMap((row, index) =>
    row.filter(({ cell }) => cell).length > 1 ? [index] : [],
  );
  const target = body[pick(body.length)];
  return rows.map((row, index) => {
    if (index !== target) return row;
    const places = row.flatMap(({ cell }, at) => (cell ? [at] : []));
    const place = places[pick(places.length)] ?? 0;
    const extra: Written[] = isExtra
      ? [{ text: "77777", colSpan: 1, rowSpan: 1 }, ...row.slice(place, place + 1)]
      : [];
    return [...row.slice(0, place), ...extra, ...row.slice(place + 1)];
  });
}

function isShifted({ rule, cells }: Issue, totals: readonly string[]): boolean {
  return rule === "read.shifted" && cells.some((key) => totals.includes(key));
}
