import { cellSpecs, type Table } from "#lib/editions/edition.ts";
import { type Laid, layOut, splitMerges } from "../../reports/office-shapes.ts";
import type { Chance } from "../chance.ts";
import type { Draft, Grid, Injury, Ink } from "../draft.ts";
import { cellsOfRow, cellsOfTable } from "../grids.ts";

const plain = (text: string, kind: Ink["kind"] = "filler"): Ink => ({
  kind,
  text,
  colSpan: 1,
  rowSpan: 1,
});

/** Changes one table of the form. */
function onGrid(
  name: string,
  tables: readonly Table["key"][],
  change: (grid: Grid, draft: Draft, chance: Chance, key: Table["key"]) => Grid | null,
  more: Partial<Injury> = {},
): Injury {
  return {
    name,
    part: "grid",
    reading: "same",
    on: "grids",
    ...more,
    hurt(draft, chance) {
      const key = chance.pick(tables);
      const grid = draft.grids.get(key);
      const changed = grid ? change(grid, draft, chance, key) : null;
      if (!changed) return false;
      draft.grids.set(key, changed);
    },
  };
}

const isBody = (row: readonly Ink[]) => row.some(({ kind }) => kind === "figure");
const isSingle = (row: readonly Ink[]) => row.every(({ rowSpan }) => rowSpan === 1);
const rowOf = (row: readonly Ink[]) => row.find(({ kind }) => kind === "figure")?.row ?? "";

function doubt(draft: Draft, key: Table["key"], ...rows: string[]): void {
  for (const row of rows) for (const cell of cellsOfRow(draft, key, row)) draft.mayDoubt.add(cell);
}

/** Rows that can be taken out or moved without breaking a merged cell. */
function loose(grid: Grid): number[] {
  return grid.flatMap((row, index) => (isBody(row) && isSingle(row) ? [index] : []));
}

function neighbours(grid: Grid): [number, number] | null {
  const rows = loose(grid);
  const first = rows.find((at) => rows.includes(at + 1));
  return first === undefined ? null : [first, first + 1];
}

const ROWS = ["proactive", "requests"] as const;

/** The same rows, cells that reach over one of them that is doubled or dropped one row higher or lower. */
function withSpans(grid: Grid, at: number, by: 1 | -1): Grid {
  return grid.map((row, index) =>
    row.map((ink) =>
      index < at && index + ink.rowSpan > at ? { ...ink, rowSpan: ink.rowSpan + by } : ink,
    ),
  );
}

/** Formats in whose lines nothing stands over anything. */
const FLOWING: ReadonlySet<string> = new Set(["text", "markdown"]);

const headsOf = (grid: Grid) => grid.filter((row) => !isBody(row));

/** All heads in one line, in the order in which they are read. */
function headsInTurn(grid: Grid): Ink[] {
  const heads = headsOf(grid).flat();
  return heads
    .filter(({ kind }) => kind === "head")
    .map((ink) => ({ ...ink, colSpan: 1, rowSpan: 1 }));
}

/** The heads of single columns in one row, each over its own; beside the labels that reach over that row. */
function headsOverColumns(grid: Grid, at: number): Ink[] {
  const taken = new Set(
    (layOut(grid)[at] ?? []).flatMap(({ kind, ...cell }) =>
      kind === "below" ? columnsOf(cell) : [],
    ),
  );
  return (layOut(headsOf(grid)).at(-1) ?? []).flatMap((head) => {
    const colSpan = columnsOf(head).filter((column) => !taken.has(column)).length;
    return colSpan === 0 ? [] : [{ ...plain(head.text, "head"), colSpan }];
  });
}

function columnsOf({ column, colSpan }: Pick<Laid, "column" | "colSpan">): number[] {
  return Array.from({ length: colSpan }, (_, index) => column + index);
}

/** What reports do to the rows and columns of their tables. */
export const GRID_INJURIES: readonly Injury[] = [
  onGrid("two rows swapped", ROWS, (grid, draft, _chance, key) => {
    const pair = neighbours(grid);
    if (!pair) return null;
    const [a, b] = pair;
    doubt(draft, key, rowOf(grid[a] ?? []), rowOf(grid[b] ?? []));
    return grid.map((row, index) =>
      index === a ? (grid[b] ?? row) : index === b ? (grid[a] ?? row) : row,
    );
  }),
  onGrid("a row that the form does not have", ROWS, (grid, draft, chance, key) => {
    const at = chance.pick(loose(grid));
    const like = grid[at] ?? [];
    const strange = like.map((ink) =>
      ink.kind === "figure"
        ? { ...plain(String(90_000 + chance.below(999))), colSpan: ink.colSpan }
        : { ...ink, row: undefined, text: "网上办理情况统计" },
    );
    doubt(draft, key, rowOf(like), rowOf(grid[at - 1] ?? []));
    const spanned = withSpans(grid, at, 1);
    return [...spanned.slice(0, at), strange, ...spanned.slice(at)];
  }),
  onGrid(
    "a row printed twice",
    ROWS,
    (grid, draft, chance, key) => {
      const at = chance.pick(loose(grid));
      doubt(draft, key, rowOf(grid[at] ?? []));
      return withSpans(grid, at, 1).flatMap((row, index) => (index === at ? [row, row] : [row]));
    },
    { reading: "doubt" },
  ),
  onGrid("a row left out", ROWS, (grid, draft, chance) => {
    const at = chance.pick(loose(grid));
    for (const { cell } of grid[at] ?? []) if (cell) draft.truth.cells.delete(cell);
    return withSpans(grid, at, -1).filter((_row, index) => index !== at);
  }),
  onGrid(
    "an extra figure in a row",
    ROWS,
    (grid, draft, chance, key) => {
      const at = chance.pick(loose(grid));
      doubt(draft, key, rowOf(grid[at] ?? []));
      return grid.map((row, index) => (index === at ? [...row, plain("77777")] : row));
    },
    { reading: "doubt" },
  ),
  onGrid(
    "a figure left out of a row",
    ROWS,
    (grid, draft, chance, key) => {
      const at = chance.pick(loose(grid));
      const row = grid[at] ?? [];
      const gone = chance.pick(row.filter(({ kind }) => kind === "figure"));
      doubt(draft, key, rowOf(row));
      if (gone.cell) draft.truth.cells.delete(gone.cell);
      return grid.map((line, index) => (index === at ? line.filter((ink) => ink !== gone) : line));
      // In a sheet, and between rules, nothing moves up to fill the place.
    },
    {
      reading: "doubt",
      fits: ({ format, layout }) => format !== "xlsx" && layout.name !== "with rules",
    },
  ),
  onGrid(
    "heads printed again in the middle",
    ["requests"],
    (grid, { shape }, chance) => {
      const at = chance.pick(loose(grid));
      const again = FLOWING.has(shape.format) ? headsInTurn(grid) : headsOverColumns(grid, at);
      const spanned = withSpans(grid, at, 1);
      return [...spanned.slice(0, at), again, ...spanned.slice(at)];
    },
    { reading: "doubt" },
  ),
  onGrid("remedies in three lines", ["remedies"], (grid, draft) => {
    const table = draft.truth.form.tables.find(({ key }) => key === "remedies");
    const block = table?.blocks[0];
    if (!block) return null;
    const figures = grid.flat().filter(({ kind }) => kind === "figure");
    const head = [
      plain("救济途径", "head"),
      ...block.columns.map(({ label }) => plain(label.zh, "head")),
    ];
    const lines = block.rows.map((row): Ink[] => [
      { ...plain(row.label.zh, "label"), row: row.key },
      ...figures.filter(
        ({ cell }) => cell && cellSpecs(draft.truth.form).get(cell)?.row.key === row.key,
      ),
    ]);
    return [head, ...lines];
  }),
  onGrid("a note in the table", ROWS, (grid) => {
    const width = Math.max(
      ...grid.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)),
    );
    return [[{ ...plain("（单位：件）"), colSpan: width }], ...grid];
  }),
  onGrid(
    "a blank column at the end",
    ["proactive", "requests", "remedies"],
    (grid) => grid.map((row) => [...row, plain("")]),
    { fits: ({ format }) => format !== "text" && format !== "markdown" },
  ),
  onGrid(
    "merged cells taken apart",
    ["proactive", "requests", "remedies"],
    (grid, draft, _chance, key) => {
      for (const cell of cellsOfTable(draft, key))
        if (draft.shape.format !== "docx" && draft.shape.format !== "xlsx")
          draft.mayDoubt.add(cell);
      return splitMerges(grid).map((row) =>
        row.map((written): Ink => ({ ...written, kind: written.cell ? "figure" : "filler" })),
      );
    },
    { fits: ({ format }) => format === "docx" || format === "xlsx" || format === "html" },
  ),
  onGrid("two columns swapped", ["requests"], (grid) => {
    const swap = (row: Ink[]): Ink[] => {
      const figures = row.filter(({ kind }) => kind === "figure");
      const [first, second] = [figures[1], figures[2]];
      return row.map((ink) =>
        ink === first && second ? second : ink === second && first ? first : ink,
      );
    };
    const heads = (row: Ink[]): Ink[] => {
      // Other injuries may have cut the head, or changed a character of it.
      const at = row.findIndex(({ text }) => (text.match(/[商业企]/gu) ?? []).length >= 2);
      const [a, b] = [row[at], row[at + 1]];
      if (at < 0 || !a || !b) return row;
      return row.map((ink, index) => (index === at ? b : index === at + 1 ? a : ink));
    };
    return grid.map((row) => (isBody(row) ? swap(row) : heads(row)));
  }),
  onGrid("a column left out", ["requests"], (grid, draft) => {
    const gone = "research";
    for (const key of [...draft.truth.cells.keys()])
      if (key.endsWith(`.${gone}`)) draft.truth.cells.delete(key);
    // Other injuries may have spaced the heads out.
    const plain = ({ text }: Ink) => text.replace(/\s/gu, "");
    return grid.map((row) =>
      row
        .filter((ink) => !ink.cell?.endsWith(`.${gone}`) && plain(ink) !== "科研机构")
        .map((ink) =>
          ["法人或其他组织", "申请人情况"].includes(plain(ink))
            ? { ...ink, colSpan: ink.colSpan - 1 }
            : ink,
        ),
    );
  }),
];

/** Figures of a row run together, as copying out of some files leaves them. */
export const GLUE_INJURY: Injury = {
  name: "digits of a row glued together",
  part: "grid",
  reading: "doubt",
  on: "grids",
  fits: ({ format }) => format === "text" || format === "markdown",
  hurt(draft, chance) {
    const share = chance.pick([0.15, 0.5, 1]);
    const key = chance.pick(["proactive", "requests", "remedies"] as const);
    const grid = draft.grids.get(key);
    if (!grid) return false;
    let count = 0;
    const glued = grid.map((row) => {
      const figures = row.filter(({ kind }) => kind === "figure");
      if (figures.length < 2 || !chance.maybe(share)) return row;
      count++;
      doubt(draft, key, rowOf(row));
      const text = figures.map((ink) => ink.text).join("");
      const span = figures.reduce((sum, { colSpan }) => sum + colSpan, 0);
      return [...row.filter(({ kind }) => kind !== "figure"), { ...plain(text), colSpan: span }];
    });
    draft.grids.set(key, glued);
    return count > 0;
  },
};
