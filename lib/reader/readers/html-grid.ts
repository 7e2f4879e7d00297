import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** The text nodes of one printed cell; a slot covered by a span from the left or above holds none of its own. */
export interface GridCell {
  texts: TextNode[];
}

const MAX_CELL_TEXT = 400;
const MAX_SPAN = 64;

/** Whether a table is a table of cells, not a frame for the layout of the page. */
export function isGrid(table: Element): boolean {
  for (const cell of rowsOf(table).flatMap(cellsOf)) {
    const { hasTable, length } = survey(cell);
    if (hasTable || length > MAX_CELL_TEXT) return false;
  }
  return true;
}

/** The rows of a table as printed cells, a cell merged over several rows or columns standing where it begins. */
export function gridRows(table: Element): GridCell[][] {
  const covered: number[] = [];
  return rowsOf(table).map((row) => {
    const cells: GridCell[] = [];
    let x = 0;
    for (const cell of cellsOf(row)) {
      while ((covered[x] ?? 0) > 0) x++;
      const rows = span(cell, "rowspan");
      const width = span(cell, "colspan");
      for (let index = x; index < x + width; index++) covered[index] = rows;
      x += width;
      cells.push({ texts: textsOf(cell) });
    }
    for (let index = 0; index < covered.length; index++)
      covered[index] = Math.max(0, (covered[index] ?? 0) - 1);
    return cells;
  });
}

function span(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

function isElement(node: DefaultTreeAdapterTypes.ChildNode): node is Element {
  return "tagName" in node;
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    const isBody = ["tbody", "thead", "tfoot"].includes(child.tagName);
    return isBody ? child.childNodes.filter(isElement).filter((row) => row.tagName === "tr") : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === "td" || tagName === "th");
}

function textsOf(cell: Element): TextNode[] {
  const texts: TextNode[] = [];
  const stack = [...cell.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("value" in node) texts.push(node);
    else if (isElement(node) && node.tagName !== "script" && node.tagName !== "style")
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child) stack.push(child);
      }
  }
  return texts;
}

function survey(cell: Element): { hasTable: boolean; length: number } {
  let length = 0;
  const stack = [...cell.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("value" in node) length += node.value.trim().length;
    else if (isElement(node)) {
      if (node.tagName === "table") return { hasTable: true, length };
      for (const child of node.childNodes) stack.push(child);
    }
  }
  return { hasTable: false, length };
}
