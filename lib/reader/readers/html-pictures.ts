import { UNREADABLE } from "../lost.ts";
import { formCells } from "./html-form-cells.ts";
import { replaceAll, textAt } from "./html-replace.ts";
import { DRAWN } from "./html-sheets.ts";
import {
  type HtmlElement,
  type HtmlNode,
  isElement,
  isPicture,
  isSmallPicture,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

/** Puts a mark in the place of a picture, or of what a style draws, that is all there is in a cell of the form: it may be a figure. */
export function markPictures(page: readonly HtmlNode[]): void {
  const drawn = (cell: HtmlElement) => drawnIn(cell) !== null;
  const pictures = formCells(page, drawn).flatMap((cell) => drawnIn(cell) ?? []);
  replaceAll(new Map(pictures.map((picture) => [picture, [textAt(UNREADABLE, picture)]])));
}

/** What is drawn in a cell that holds nothing else. */
function drawnIn(cell: HtmlElement): HtmlElement | null {
  const nodes = shownIn(cell);
  if (wordsOf(nodes).trim() !== "") return null;
  return (
    nodes.filter(isElement).find((one) => (isPicture(one) ? !isSmallPicture(one) : isDrawn(one))) ??
    null
  );
}

/** Whether a style draws something in an element without words, or is given a figure to draw. */
function isDrawn({ tagName, attrs }: HtmlElement): boolean {
  // Elements of a page's own making show what a script makes of them.
  const isOwn = tagName.includes("-") || tagName === "meter" || tagName === "progress";
  if (!isOwn && !/^(?:i|b|em|span|strong)$/u.test(tagName)) return false;
  return attrs.some(
    ({ name, value }) =>
      name === DRAWN ||
      ((isOwn ? name === "value" : /^data-(?!mce)/u.test(name)) &&
        /^\s*[-+]?\d[\d.,]*\s*$/u.test(value)),
  );
}
