import { UNREADABLE } from "../lost.ts";
import type { Range } from "../plain.ts";
import { rowsIn } from "./html-form-cells.ts";
import { textAt } from "./html-replace.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

/**
 * Marks blank cells beside which the source has figures that stand in no cell: a browser prints those in front of the
 * table, and nobody knows whose they are.
 */
export function markFostered(page: readonly HtmlNode[]): void {
  for (const siblings of [page, ...elementsOf(page).map(({ childNodes }) => childNodes)])
    siblings.forEach((table, index) => {
      if (!isElement(table) || table.tagName !== "table") return;
      const ranges = fosteredBefore(siblings, index);
      if (ranges.length > 0) markBeside(table, ranges);
    });
}

/** The stretches of a table's source whose figures the parser put in front of it, the last one first. */
function fosteredBefore(siblings: readonly HtmlNode[], index: number): Range[] {
  const table = rangeOf(siblings[index]);
  const ranges: Range[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const sibling = siblings[at];
    const range = rangeOf(sibling);
    // What stood right before the table is one with what is put there.
    if (!sibling || !table || !range || range.end <= table.start) break;
    const words = isElement(sibling) ? wordsOf(shownIn(sibling)) : wordsOf([sibling]);
    if (/\d/u.test(words))
      ranges.push({ start: Math.max(range.start, table.start), end: range.end });
  }
  return ranges;
}

/** Marks the blank cells before, in and behind each stretch. */
function markBeside(table: HtmlElement, ranges: readonly Range[]): void {
  const cells = rowsIn(table).flatMap((row) => row.childNodes.filter(isElement).filter(isCell));
  const left = [...ranges];
  let before: HtmlElement | null = null;
  for (const cell of cells) {
    const at = rangeOf(cell)?.start ?? 0;
    const open = left.at(-1);
    if (open && at > open.start) {
      mark(before, open);
      mark(cell, open);
      while (left.length > 0 && at > (left.at(-1)?.end ?? 0)) left.pop();
    }
    before = cell;
  }
  const last = left.at(-1);
  if (last) mark(before, last);
}

/** Puts a mark into a cell in which nothing stands. */
function mark(cell: HtmlElement | null, { start, end }: Range): void {
  if (!cell || cell.childNodes.length > MOST_IN_BLANK || wordsOf(shownIn(cell)).trim() !== "")
    return;
  const place = cell.sourceCodeLocation;
  if (!place) return;
  const sourceCodeLocation = { ...place, startOffset: start, endOffset: end };
  cell.childNodes.push(textAt(UNREADABLE, { parentNode: cell, sourceCodeLocation }));
}

/** A cell of more nodes is not called blank. */
const MOST_IN_BLANK = 20;

function rangeOf(node: HtmlNode | undefined): Range | null {
  const place = node?.sourceCodeLocation;
  return place ? { start: place.startOffset, end: place.endOffset } : null;
}
