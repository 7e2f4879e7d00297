import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { formCells } from "./html-form-cells.ts";
import { DRAWN } from "./html-sheets.ts";
import {
  type HtmlElement,
  type HtmlNode,
  isElement,
  isPicture,
  shownIn,
  wordsOf,
} from "./html-visible.ts";

/** Smaller pictures only keep room, in pixels. */
const SMALLEST = 4;

/** Puts a mark in the place of a picture, or of what a style draws, that is all there is in a cell of the form: it may be a figure. */
export function markPictures(page: readonly HtmlNode[]): void {
  const drawn = (cell: HtmlElement) => drawnIn(cell) !== null;
  for (const cell of formCells(page, drawn)) {
    const picture = drawnIn(cell);
    if (picture) mark(picture);
  }
}

/** What is drawn in a cell that holds nothing else. */
function drawnIn(cell: HtmlElement): HtmlElement | null {
  const nodes = shownIn(cell);
  if (wordsOf(nodes).trim() !== "") return null;
  return (
    nodes.filter(isElement).find((one) => (isPicture(one) ? !isSmall(one) : isDrawn(one))) ?? null
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

function isSmall({ attrs }: HtmlElement): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === "width" || name === "height") && Number.parseFloat(value) < SMALLEST,
  );
}

function mark(picture: HtmlElement): void {
  const { parentNode, sourceCodeLocation } = picture;
  if (!parentNode || !sourceCodeLocation) return;
  const text: DefaultTreeAdapterTypes.TextNode = {
    nodeName: "#text" as DefaultTreeAdapterTypes.TextNode["nodeName"],
    value: UNREADABLE,
    parentNode,
    sourceCodeLocation,
  };
  parentNode.childNodes.splice(parentNode.childNodes.indexOf(picture), 1, text);
}
