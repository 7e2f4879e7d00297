import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** The text nodes of one printed cell. */
export interface GridCell {
  texts: TextNode[];
}

const MAX_CELL_TEXT = 400;

/** Whether a table is a table of cells, not a frame for the layout of the page. */
export function isGrid(table: Element): boolean {
  for (const cell of rowsOf(table).flatMap(cellsOf)) {
    const { hasTable, length } = survey(cell);
    if (hasTable || length > MAX_CELL_TEXT) return false;
  }
  return true;
}

/** The rows of a table, a merged cell standing once, where it begins: labels and heads say whose a figure is, not its place. */
export function gridRows(table: Element): GridCell[][] {
  return rowsOf(table).map((row) => cellsOf(row).map((cell) => ({ texts: textsOf(cell) })));
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
