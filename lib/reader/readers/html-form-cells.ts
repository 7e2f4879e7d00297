import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  shownIn,
  wordsOf,
} from "./html-visible.ts";
import { isKnown } from "./known.ts";

/** As many labels of the form make a table one of its own, where a row has none. */
const LABELS_OF_A_FORM = 3;

/** The cells of which something holds, in rows with a label of the form, or in tables with several: not those that lay out a page. */
export function formCells(
  page: readonly HtmlNode[],
  holds: (cell: HtmlElement) => boolean,
): HtmlElement[] {
  return elementsOf(page).flatMap((table) => {
    if (table.tagName !== "table") return [];
    const rows = rowsIn(table).map((row) => row.childNodes.filter(isElement).filter(isCell));
    const found = rows.map((cells) => cells.filter(holds));
    if (found.every(({ length }) => length === 0)) return [];
    const labels = rows.map((cells) => cells.filter(isLabel).length);
    const isForm = labels.reduce((sum, count) => sum + count, 0) >= LABELS_OF_A_FORM;
    return found.filter((_, index) => isForm || (labels[index] ?? 0) > 0).flat();
  });
}

/** The rows of a table itself. */
export function rowsIn(table: HtmlElement): HtmlElement[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === "tr" ? [child] : child.childNodes.filter(isElement)))
    .filter(({ tagName }) => tagName === "tr");
}

function isLabel(cell: HtmlElement): boolean {
  const words = wordsOf(shownIn(cell)).trim();
  return words !== "" && isKnown(words);
}
