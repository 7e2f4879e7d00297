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
  let above: ReadonlySet<number> = new Set();
  return within(table, "tr")
    .filter((row) => !childOf(childOf(row, "trPr"), "del"))
    .map((row, index) => {
      const { cells, merged } = cellsOf(row, above, { table: number, row: index + 1 });
      above = merged;
      return cells;
    });
}

function cellsOf(row: Markup, above: ReadonlySet<number>, place: Place) {
  const cells: DocxCell[] = [];
  const merged = new Set<number>();
  let column = 1 + numberOf(childOf(row, "trPr"), "gridBefore", 0);
  for (const element of within(row, "tc")) {
    const properties = childOf(element, "tcPr");
    if (childOf(properties, "cellDel")) continue;
    const to = column + numberOf(properties, "gridSpan", 1) - 1;
    const down = childOf(properties, "vMerge");
    if (down) merged.add(column);
    const isBelow = down !== undefined && !begins(down) && above.has(column);
    const across = childOf(properties, "hMerge");
    const isBeside = across !== undefined && !begins(across) && cells.length > 0;
    if (!isBelow && !isBeside)
      cells.push({ element, from: column, to, place: { ...place, column } });
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
