import type { DefaultTreeAdapterTypes } from "parse5";
import { withoutFrames } from "./data-frame.ts";
import type { Spanned } from "./grid.ts";
import { unlikeApart } from "./html-looks.ts";
import {
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isCell,
  isElement,
  isUnseen,
  standsApart,
  styleOf,
} from "./html-visible.ts";
import { withoutSpacers } from "./spacers.ts";
import { unstacked } from "./stacked.ts";
import { upright } from "./transposed.ts";

/** A printed cell of a web page: its text nodes, and null where a line breaks between them. */
export interface HtmlCell extends Spanned {
  nodes: readonly (DefaultTreeAdapterTypes.TextNode | null)[];
}

/** Rows that are a grid of cells, or one that only frames what stands in it. */
export type TableRows = { kind: "grid"; rows: HtmlCell[][] } | { kind: "frame"; row: HtmlElement };

const MAX_CELL_TEXT = 400;
const MOST_SPANS = 256;
const WIDEST = 1000;

/** Whether an element is a table, by its name or by its style. */
export function isTable(element: HtmlElement): boolean {
  if (element.tagName === "table") return true;
  if (display(element) !== "table") return false;
  return element.childNodes.every((child) =>
    isElement(child) ? display(child) === "table-row" : !("value" in child && child.value.trim()),
  );
}

/** The rows of a table, those apart that hold tables of their own or running text. */
export function tableRows(table: HtmlElement): TableRows[] {
  const stretches: TableRows[] = [];
  const spans = new Spans();
  for (const { row, cells } of withoutRemains(rowsOf(table))) {
    if (cells.some(isFrame)) {
      stretches.push({ kind: "frame", row });
      continue;
    }
    const laid = unstacked(spans.place(cells), linesOf);
    const open = stretches.at(-1);
    if (open?.kind === "grid") open.rows.push(...laid);
    else stretches.push({ kind: "grid", rows: laid });
  }
  return stretches.map((stretch) =>
    stretch.kind === "grid"
      ? { kind: "grid", rows: upright(withoutFrames(withoutSpacers(stretch.rows), retold).rows) }
      : stretch,
  );
}

/** The same cell with other words, which stand where its own do. */
function retold(cell: HtmlCell, text: string): HtmlCell {
  const node = cell.nodes.find((one) => one !== null && one.value.trim() !== "");
  return { ...cell, text, nodes: node && text !== "" ? [{ ...node, value: text }] : [] };
}

/** Follows merged cells down the rows, so that each cell knows its columns. */
class Spans {
  private open: { from: number; to: number; left: number }[] = [];

  place(cells: readonly HtmlElement[]): HtmlCell[] {
    const above = this.open;
    const own: typeof above = [];
    let column = 1;
    const laid = cells.map((cell): HtmlCell => {
      for (let span = covering(above, column); span; span = covering(above, column))
        column = span.to + 1;
      const from = column;
      const to = from + spanOf(cell, "colspan") - 1;
      const rows = spanOf(cell, "rowspan");
      if (rows > 1) own.push({ from, to, left: rows });
      column = to + 1;
      const nodes = nodesOf(cell);
      const text = nodes.map((node) => node?.value ?? " ").join("");
      return { nodes, text, from, to, ...(rows > 1 && { down: rows - 1 }) };
    });
    this.open = [...above, ...own]
      .map((span) => ({ ...span, left: span.left - 1 }))
      .filter(({ left }) => left > 0)
      .slice(0, MOST_SPANS);
    return laid;
  }
}

function covering<S extends { from: number; to: number }>(
  spans: readonly S[],
  column: number,
): S | undefined {
  return spans.find(({ from, to }) => from <= column && column <= to);
}

function spanOf(cell: HtmlElement, name: string): number {
  const value = Number(cell.attrs.find((one) => one.name === name)?.value.trim());
  return Number.isInteger(value) && value > 1 ? Math.min(value, WIDEST) : 1;
}

function display(element: HtmlElement): string | null {
  return /display\s*:\s*(table(?:-row|-cell)?)\b(?!-)/i.exec(styleOf(element))?.[1] ?? null;
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes
    .filter(isElement)
    .filter((child) => !isUnseen(child))
    .flatMap((child) => {
      if (child.tagName === "tr" || display(child) === "table-row") return [child];
      const isBody = ["tbody", "thead", "tfoot", "form"].includes(child.tagName);
      return isBody ? rowsOf(child) : [];
    });
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes
    .filter(isElement)
    .filter((cell) => !isUnseen(cell) && (isCell(cell) || display(cell) === "table-cell"))
    .filter((cell) => !(HIDDEN_BY_WORD.test(styleOf(cell)) && isBlank(cell)));
}

const HIDDEN_BY_WORD = /mso-hide\s*:\s*all/i;
const NO_WIDTH = /(?:^|[;\s])width\s*:\s*0(?:px|pt)?\s*(?:;|$)/i;

/** A row with its cells. */
interface Row {
  row: HtmlElement;
  cells: HtmlElement[];
}

/**
 * Leaves out blank cells of no width, which may be left of cells that others were merged over, where just without them a row
 * is as wide as the widest that has none: a browser shows cells of no width as wide as all others.
 */
function withoutRemains(rows: readonly HtmlElement[]): Row[] {
  const all = rows.map((row) => {
    const cells = cellsOf(row);
    return { row, cells, kept: cells.filter((cell) => !isOfNoWidth(cell)) };
  });
  if (all.every(({ cells, kept }) => cells.length === kept.length)) return all;
  const widths = widthsOf(all.map(({ kept }) => kept));
  const widest = all.reduce(
    (most, { cells, kept }, at) =>
      cells.length === kept.length ? Math.max(most, widths[at] ?? 0) : most,
    0,
  );
  return all.map(({ row, cells, kept }, at) => ({
    row,
    cells: widths[at] === widest ? kept : cells,
  }));
}

function isOfNoWidth(cell: HtmlElement): boolean {
  return NO_WIDTH.test(styleOf(cell)) && isBlank(cell);
}

/** How many columns the cells of each row fill, with those that reach down from above. */
function widthsOf(rows: readonly (readonly HtmlElement[])[]): number[] {
  let above: { width: number; left: number }[] = [];
  return rows.map((cells) => {
    const own = cells.map((cell) => ({
      width: spanOf(cell, "colspan"),
      left: spanOf(cell, "rowspan"),
    }));
    const open = [...above, ...own];
    above = open
      .map(({ width, left }) => ({ width, left: left - 1 }))
      .filter(({ left }) => left > 0)
      .slice(0, MOST_SPANS);
    return open.reduce((sum, { width }) => sum + width, 0);
  });
}

function isBlank(cell: HtmlElement): boolean {
  return nodesOf(cell).every((node) => !node?.value.trim());
}

function nodesOf(cell: HtmlElement): HtmlCell["nodes"] {
  const nodes: (DefaultTreeAdapterTypes.TextNode | null)[] = [];
  const stack: (HtmlNode | null)[] = [...cell.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === null) nodes.push(null);
    else if ("value" in node) nodes.push(node);
    else if (isElement(node) && !isUnseen(node))
      for (const inner of innerOf(node)) stack.push(inner);
  }
  return unlikeApart(nodes);
}

/** What an element holds, last first, between the line breaks it makes, or the room around what stands apart. */
function innerOf(element: HtmlElement): (HtmlNode | null)[] {
  if (element.tagName === "br") return [null];
  const inner = [...element.childNodes].reverse();
  return isBlock(element) || standsApart(element) ? [null, ...inner, null] : inner;
}

/** Whether a cell holds a table of its own, or prose. */
function isFrame(cell: HtmlElement): boolean {
  let length = 0;
  const stack = [...cell.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("value" in node) length += node.value.trim().length;
    else if (isElement(node)) {
      if (isTable(node)) return true;
      for (const child of node.childNodes) stack.push(child);
    }
  }
  return length > MAX_CELL_TEXT;
}

/** The lines of a cell as cells in its place, blank ones too where `<br>` parts them; the cell itself where it has but one. */
function linesOf(cell: HtmlCell): HtmlCell[] {
  const lines: HtmlCell["nodes"][number][][] = [[]];
  for (const node of cell.nodes)
    if (node === null) lines.push([]);
    else lines.at(-1)?.push(node);
  const all = lines.map((nodes) => {
    return { ...cell, nodes, text: nodes.map((node) => node?.value ?? "").join("") };
  });
  // Paragraphs break before and after themselves, so that nobody knows which of them are blank.
  const isParagraphs = cell.nodes[0] === null && cell.nodes.at(-1) === null;
  const own = isParagraphs ? all.filter(({ text }) => text.trim() !== "") : all;
  return own.length > 1 ? own : [cell];
}
