import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  shownIn,
  wordsOf,
} from "./html-visible.ts";
import { rowsOfForm } from "./known.ts";

/** The cells of which something holds, in rows with a label of the form, or in tables with several: not those that lay out a page. */
export function formCells(
  page: readonly HtmlNode[],
  holds: (cell: HtmlElement) => boolean,
): HtmlElement[] {
  return elementsOf(page).flatMap((table) => {
    if (table.tagName !== "table") return [];
    const rows = rowsIn(table).map((row) => row.childNodes.filter(isElement).filter(isCell));
    if (!rows.some((cells) => cells.some(holds))) return [];
    return [...rowsOfForm(rows, wordsIn)].flatMap((cells) => cells.filter(holds));
  });
}

/** The rows of a table itself. */
export function rowsIn(table: HtmlElement): HtmlElement[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === "tr" ? [child] : child.childNodes.filter(isElement)))
    .filter(({ tagName }) => tagName === "tr");
}

function wordsIn(cell: HtmlElement): string {
  return wordsOf(shownIn(cell)).trim();
}
