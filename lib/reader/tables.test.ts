import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Block,
  type Edition,
  type Row,
  type Table,
  tableCells,
} from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import {
  type Figures,
  LAYOUTS,
  type Layout,
  printed,
  type Written,
  writeReport,
} from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

type Damage = (table: Table, pick: (count: number) => number) => Table;

const edition = fc.constantFrom(...EDITIONS);
const layout = fc.constantFrom(...LAYOUTS);
const picks = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 });

/** Every figure of its own, so that one in another's place is noticed. */
function figuresOf(form: Edition): Map<string, string> {
  const keys = form.tables.flatMap((table) => {
    const optional = optionalRows(table);
    return tableCells(table).filter(({ row }) => !optional.has(row.key));
  });
  return new Map(keys.map(({ key }, index) => [key, String(1001 + index * 3)]));
}

async function read(
  form: Edition,
  tables: readonly Table[],
  figures: Figures,
  how: Layout,
  change = (rows: Written[][]) => rows,
) {
  const grids = new Map(
    tables.map((table) => [table.key as string, change(printed(table, figures))]),
  );
  const source = writeReport(form, form.validFrom, grids, how);
  const result = await readSource(new TextEncoder().encode(source), "report");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  if (!report || more.length > 0) throw new Error("one report was written");
  const shown = new Set([...grids.values()].flat(2).flatMap(({ cell }) => cell ?? []));
  return { report, shown, source };
}

function expectNothingMoved(
  cells: Readonly<Record<string, { raw: string }>>,
  figures: Figures,
): void {
  for (const [key, { raw }] of Object.entries(cells))
    expect([key, raw]).toEqual([key, figures.get(key)]);
}

function withBlock(table: Table, place: number, change: (block: Block) => Block): Table {
  return {
    ...table,
    blocks: table.blocks.map((block, index) => (index === place ? change(block) : block)),
  };
}

const swap = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.map((item, index) => (index === a ? items[b] : index === b ? items[a] : item) as T);

const onRows =
  (change: (rows: readonly Row[], pick: (count: number) => number) => readonly Row[]): Damage =>
  (table, pick) =>
    withBlock(table, pick(table.blocks.length), (block) => ({
      ...block,
      rows: change(block.rows, pick),
    }));

const STRANGE: Row = { key: "strange", label: { zh: "网上办理情况统计", en: "" } };

const ROW_DAMAGE: Readonly<Record<string, Damage>> = {
  "a row dropped": onRows((rows, pick) =>
    rows.filter((_, index) => index !== pick(rows.length) || rows.length === 1),
  ),
  "a row twice": onRows((rows, pick) => {
    const place = pick(rows.length);
    return rows.flatMap((row, index) => (index === place ? [row, row] : [row]));
  }),
  "two rows swapped": onRows((rows, pick) => {
    const a = pick(rows.length);
    const near = rows.flatMap((row, index) => (row.group === rows[a]?.group ? [index] : []));
    return swap(rows, a, near[pick(near.length)] ?? a);
  }),
  "a row put in": onRows((rows, pick) => {
    const place = pick(rows.length);
    const group = rows[place]?.group;
    const strange = group === undefined ? STRANGE : { ...STRANGE, group };
    return [...rows.slice(0, place), strange, ...rows.slice(place)];
  }),
};

const COLUMN_DAMAGE: Readonly<Record<string, Damage>> = {
  "a column dropped": (table, pick) => {
    const gone = table.blocks[0]?.columns[pick(table.blocks[0].columns.length)]?.key;
    return {
      ...table,
      blocks: table.blocks.map((block) => ({
        ...block,
        columns:
          block.columns.length > 1
            ? block.columns.filter(({ key }) => key !== gone)
            : block.columns,
      })),
    };
  },
  "two columns swapped": (table, pick) =>
    withBlock(table, pick(table.blocks.length), (block) => {
      const a = pick(block.columns.length);
      const near = block.columns.flatMap((column, index) =>
        column.group === block.columns[a]?.group ? [index] : [],
      );
      return { ...block, columns: swap(block.columns, a, near[pick(near.length)] ?? a) };
    }),
};

function picker(numbers: readonly number[]) {
  let next = 0;
  return (count: number) => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, count);
}

/** Side by side, a strange row cannot be told from columns, so its table may be left out as a whole. */
const mayBeLeftOut = (table: Table, name: string) =>
  table.layout === "side-by-side" && /put in|twice/.test(name);

test.each(LAYOUTS)("every cell of both editions is read from a sound report: %s", async (how) => {
  for (const form of EDITIONS) {
    const figures = figuresOf(form);
    const { report, source } = await read(form, form.tables, figures, how);
    expect(Object.keys(report.content.cells)).toHaveLength(figures.size);
    expectNothingMoved(report.content.cells, figures);
    expect(report.issues).toEqual([]);
    expect(report.content.edition).toBe(form.id);
    for (const { raw, at } of Object.values(report.content.cells))
      expect(source.slice(at?.[0], at?.[1])).toBe(raw);
  }
});

test.each(Object.entries({ ...ROW_DAMAGE, ...COLUMN_DAMAGE }))(
  "%s moves no figure and loses no other",
  async (name, damage) => {
    await fc.assert(
      fc.asyncProperty(edition, layout, picks, fc.nat(2), async (form, how, numbers, place) => {
        const figures = figuresOf(form);
        for (const [key, value] of strangeFigures(form)) figures.set(key, value);
        const pick = picker(numbers);
        const tables = form.tables.map((table, index) =>
          index === place ? damage(table, pick) : table,
        );
        const { report, shown } = await read(form, tables, figures, how);
        const { cells } = report.content;
        expectNothingMoved(cells, figures);
        const target = form.tables[place];
        for (const key of shown) {
          if (
            key.includes(".strange.") ||
            (target && mayBeLeftOut(target, name) && key.startsWith(`${target.key}.`))
          )
            continue;
          expect(cells, `${key} in ${how}`).toHaveProperty([key]);
        }
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);

function strangeFigures(form: Edition): [string, string][] {
  return form.tables.flatMap((table) =>
    [...new Set(table.blocks.flatMap(({ columns }) => columns.map(({ key }) => key)))].map(
      (column, index): [string, string] => [
        `${table.key}.strange.${column}`,
        String(90001 + index),
      ],
    ),
  );
}

test("blanks and marks stay in their cells; nothing moves where a layout drops blanks", async () => {
  await fc.assert(
    fc.asyncProperty(
      edition,
      layout,
      picks,
      fc.constantFrom("", "/", "—", "不适用"),
      async (form, how, numbers, mark) => {
        const figures = figuresOf(form);
        const keys = [...figures.keys()];
        for (const number of numbers.slice(0, 4))
          figures.set(keys[number % keys.length] ?? "", mark);
        const { report, shown } = await read(form, form.tables, figures, how);
        const { cells } = report.content;
        expectNothingMoved(cells, figures);
        const state = mark === "" ? "blank" : "not-applicable";
        for (const [key, raw] of figures)
          if (raw === mark && cells[key]) expect(cells[key]).toMatchObject({ state, value: null });
        const isSure = mark !== "" || how === "row lines" || how === "html";
        if (isSure) expect(Object.keys(cells)).toHaveLength(shown.size);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);

test("a figure lost from a row, or one too many, never shifts the rest", async () => {
  await fc.assert(
    fc.asyncProperty(edition, layout, picks, fc.boolean(), async (form, how, numbers, isExtra) => {
      const figures = figuresOf(form);
      const pick = picker(numbers);
      const change = (rows: Written[][]) => {
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
      };
      const { report } = await read(form, form.tables, figures, how, change);
      expectNothingMoved(report.content.cells, figures);
      expect(report.issues.some(({ cells }) => cells.length > 0)).toBe(true);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("（六）其他处理 printed as one row goes to the optional row, its parts stay absent", async () => {
  for (const form of EDITIONS) {
    const table = form.tables.find(({ blocks }) =>
      blocks.some(({ rows }) => rows.some(({ insteadOf }) => insteadOf)),
    );
    const optional = table?.blocks[0]?.rows.find(({ insteadOf }) => insteadOf);
    if (!table || !optional) continue;
    const figures = figuresOf(form);
    for (const part of optional.insteadOf ?? [])
      for (const key of [...figures.keys()])
        if (key.startsWith(`${table.key}.${part}.`)) figures.delete(key);
    for (const column of table.blocks[0]?.columns ?? [])
      figures.set(`${table.key}.${optional.key}.${column.key}`, "5");
    for (const how of LAYOUTS) {
      const { report } = await read(form, form.tables, figures, how);
      expectNothingMoved(report.content.cells, figures);
      expect(Object.keys(report.content.cells)).toHaveLength(figures.size);
      expect(report.issues).toEqual([]);
    }
  }
});
