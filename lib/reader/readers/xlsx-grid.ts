import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";
import type { GridCell } from "./office-grid.ts";
import { type ShownCell, shownCell, type Workbook } from "./xlsx-cells.ts";
import { conditionsOf } from "./xlsx-conditions.ts";
import type { Formulas } from "./xlsx-formulas.ts";
import { columnOf, MOST_COLUMNS } from "./xlsx-places.ts";

/** Columns of blanks beyond those a form can have are not written down. */
const WIDEST_FORM = 128;

interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
  isShown: boolean;
}

/** A printed cell of a sheet, and by what its figure is computed. */
export type SheetCell = GridCell & Pick<ShownCell, "formula">;

export interface Sheet {
  rows: SheetCell[][];
  /** Whether rows or columns are hidden; what they hold is not printed. */
  hasHidden: boolean;
}

interface NamedSheet {
  worksheet: Markup;
  name: string;
}

type Values = Map<number, Map<number, ShownCell>>;

/** The rows of a sheet as printed: merged cells stand once, blanks stand up to the widest row; null beyond `limit` cells. */
export function sheetRows(
  { worksheet, name }: NamedSheet,
  workbook: Workbook,
  formulas: Formulas,
  limit: number,
): Sheet | null {
  const { values, hidden, drawn } = valuesOf({ worksheet, name }, workbook, formulas);
  const columns = hiddenColumns(worksheet);
  const written = [...values.values()].flatMap((row) => [...row.keys()].filter((c) => !columns(c)));
  const width = Math.min(
    WIDEST_FORM,
    written.reduce((widest, column) => Math.max(widest, column), 0),
  );
  const merges = mergesOf(worksheet);
  const rows: SheetCell[][] = [];
  let open: Merge[] = [];
  let next = 0;
  let left = limit;
  let last = 0;
  for (const row of [...values.keys()].sort((a, b) => a - b)) {
    if (hidden.has(row)) continue;
    for (; (merges[next]?.top ?? Number.POSITIVE_INFINITY) <= row; next++)
      open.push(...merges.slice(next, next + 1));
    open = open.filter(({ bottom }) => bottom >= row);
    const cells = rowCells(row, { values, open, width, isHidden: columns, sheet: name });
    left -= cells.length + open.length;
    if (left < 0) return null;
    // A row that is not there, or that nobody has drawn, parts tables; one that is drawn and blank is printed.
    const isMerged = !drawn.has(row) && open.some(({ top }) => top < row);
    if (row > last + 1 || (!drawn.has(row) && !isMerged)) rows.push([]);
    if (drawn.has(row)) rows.push(cells);
    else if (isMerged) rows.push(...tallCells(cells, row, open));
    last = row;
  }
  return { rows, hasHidden: hidden.size > 0 || columns.any };
}

/** Of a row that merged cells go through and that is blank else, the cells that begin in it and go on below. */
function tallCells(cells: readonly GridCell[], row: number, open: readonly Merge[]): GridCell[][] {
  const tall = cells.filter(({ from }) =>
    open.some(({ top, bottom, left }) => top === row && bottom > row && left === from),
  );
  return tall.length > 0 ? [tall] : [];
}

const BLANK: ShownCell = { text: "" };

interface Surroundings {
  values: Values;
  open: readonly Merge[];
  width: number;
  isHidden: (column: number) => boolean;
  sheet: string;
}

function rowCells(
  row: number,
  { values, open, width, isHidden, sheet }: Surroundings,
): SheetCell[] {
  const own = values.get(row) ?? new Map<number, ShownCell>();
  const end = [...own.keys()].reduce((last, column) => Math.max(last, column), width);
  const owners = new Map<number, Merge>();
  for (const merge of open) {
    let first = merge.left;
    while (first < merge.right && isHidden(first)) first++;
    owners.set(first, merge);
  }
  const cells: SheetCell[] = [];
  for (let column = 1; column <= end; column++) {
    if (isHidden(column)) continue;
    const merge = owners.get(column);
    const place = { sheet, row, column };
    if (!merge) {
      cells.push({ ...(own.get(column) ?? BLANK), place, from: column, to: column });
      continue;
    }
    if (!merge.isShown) {
      const shown = values.get(merge.top)?.get(merge.left) ?? BLANK;
      const down = merge.bottom - merge.top;
      cells.push({ ...shown, place, from: column, to: merge.right, down });
    }
    merge.isShown = true;
    column = Math.max(column, merge.right);
  }
  return cells;
}

/** Notes what the cells of a sheet that is not printed hold, for the formulas of others. */
export function noteCells(sheet: NamedSheet, workbook: Workbook, formulas: Formulas): void {
  valuesOf(sheet, workbook, formulas);
}

function valuesOf({ worksheet, name }: NamedSheet, workbook: Workbook, formulas: Formulas) {
  const values: Values = new Map();
  const hidden = new Set<number>();
  const drawn = new Set<number>();
  const hidesZeros = hidesZerosIn(worksheet);
  const conditions = conditionsOf(worksheet, workbook);
  let row = 0;
  for (const element of childrenOf(childOf(worksheet, "sheetData"), "row")) {
    row = positive(attributeOf(element, "r")) ?? row + 1;
    if (isTrue(attributeOf(element, "hidden"))) hidden.add(row);
    const cells = values.get(row) ?? new Map<number, ShownCell>();
    const elements = childrenOf(element, "c");
    if (elements.length > 1) drawn.add(row);
    let column = 0;
    for (const cell of elements) {
      column = columnOf(attributeOf(cell, "r")) ?? column + 1;
      const place = { row, column };
      const dressingsAt = (value: string) => conditions.dressingsAt(place, value);
      const shown = shownCell(cell, workbook, { hidesZeros, dressingsAt });
      const formula = formulas.add(name, place, cell, shown.text);
      const isBlank = shown.text.trim() === "";
      if (!isBlank) drawn.add(row);
      // A zero that is not shown may be none, nor may a blank that a formula gives.
      if (!isBlank || formula?.value === 0 || formula?.isBlank)
        cells.set(column, { ...shown, formula });
    }
    values.set(row, cells);
  }
  return { values, hidden, drawn };
}

/** Whether zeros are not shown, in the view that a sheet opens with. */
function hidesZerosIn(worksheet: Markup): boolean {
  const [view] = childrenOf(childOf(worksheet, "sheetViews"), "sheetView");
  return /^(?:0|false)$/.test(attributeOf(view, "showZeros") ?? "");
}

function mergesOf(worksheet: Markup): Merge[] {
  const merges = childrenOf(childOf(worksheet, "mergeCells"), "mergeCell").flatMap((one) => {
    const [from = "", to = from] = (attributeOf(one, "ref") ?? "").split(":");
    const [left, right] = [columnOf(from), columnOf(to)];
    const [top, bottom] = [positive(from.replace(/^\D+/, "")), positive(to.replace(/^\D+/, ""))];
    if (!left || !right || !top || !bottom) return [];
    return [{ top, bottom, left, right, isShown: false }];
  });
  return merges.sort((a, b) => a.top - b.top || a.left - b.left);
}

function hiddenColumns(worksheet: Markup): ((column: number) => boolean) & { any: boolean } {
  const ranges = childrenOf(childOf(worksheet, "cols"), "col")
    .filter((one) => isTrue(attributeOf(one, "hidden")))
    .slice(0, WIDEST_FORM)
    .map((one) => [Number(attributeOf(one, "min")), Number(attributeOf(one, "max"))] as const);
  const isHidden = (column: number) => ranges.some(([from, to]) => column >= from && column <= to);
  // Hiding all that follows the last column is the usual way to tidy a sheet up.
  const any = ranges.some(([from, to]) => from <= to && to < MOST_COLUMNS);
  return Object.assign(isHidden, { any });
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return text && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
