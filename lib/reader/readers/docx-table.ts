import type { Place } from "#lib/editions/content.ts";
import { attributeOf, childOf, type Markup } from "../archive/markup.ts";
import { shownIn } from "./docx-text.ts";
import type { GridCell } from "./office-grid.ts";

/** A printed cell of a Word table, what it holds still unread. */
export interface DocxCell extends Omit<GridCell, "text"> {
  element: Markup;
}

/** The rows of a table as printed, deleted rows and cells left out; merged cells stand once, where they begin. */
export function docxRows(table: Markup, number: number): DocxCell[][] {
  let above: Merged = new Map();
  return within(table, "tr")
    .filter((row) => !childOf(childOf(row, "trPr"), "del"))
    .map((row, index) => {
      const { cells, merged } = cellsOf(row, above, { table: number, row: index + 1 });
      above = merged;
      return cells;
    });
}

/** The cells that go on below, by their first column; null for one that was not printed. */
type Merged = ReadonlyMap<number, DocxCell | null>;

function cellsOf(row: Markup, above: Merged, place: Place) {
  const cells: DocxCell[] = [];
  const merged = new Map<number, DocxCell | null>();
  let column = 1 + numberOf(childOf(row, "trPr"), "gridBefore", 0);
  for (const element of within(row, "tc")) {
    const properties = childOf(element, "tcPr");
    if (childOf(properties, "cellDel")) continue;
    const to = column + numberOf(properties, "gridSpan", 1) - 1;
    const down = childOf(properties, "vMerge");
    const isBelow = down !== undefined && !begins(down) && above.has(column);
    const across = childOf(properties, "hMerge");
    const isBeside = across !== undefined && !begins(across) && cells.length > 0;
    const cell: DocxCell | null =
      isBelow || isBeside ? null : { element, from: column, to, place: { ...place, column } };
    if (cell) cells.push(cell);
    const first = isBelow ? (above.get(column) ?? null) : cell;
    if (isBelow && first) first.down = (first.down ?? 0) + 1;
    if (down) merged.set(column, first);
    column = to + 1;
  }
  return { cells, merged };
}

function begins(merge: Markup): boolean {
  return attributeOf(merge, "val") === "restart";
}

function numberOf(properties: Markup | undefined, name: string, otherwise: number): number {
  const value = Number(attributeOf(childOf(properties, name), "val"));
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

/** Rows of a table, or cells of a row, through the wrappers of content controls and tracked changes. */
function within(parent: Markup, name: "tr" | "tc"): Markup[] {
  return shownIn(parent).flatMap((child) => (child.name === name ? [child] : within(child, name)));
}

/** Whether a cell holds a table of its own. */
export function hasTable(element: Markup): boolean {
  return shownIn(element).some((child) => child.name === "tbl" || hasTable(child));
}
