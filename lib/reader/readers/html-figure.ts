import { UNREADABLE } from "../lost.ts";
import { type HtmlElement, type HtmlNode, isElement, isUnseen } from "./html-visible.ts";

/** A figure, with what a form may print behind it. */
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:件|条|项|次|人|万?元)?[^\p{L}]*$/u;

/** Whether words are a figure and nothing else. */
export function looksLikeFigure(words: string): boolean {
  return FIGURE.test(words);
}

/** More elements than this in one cell are not gone through; longer words are no figure. */
const MOST_BURYING = 1000;
const LONGEST = 40;

/** Whether a cell shows nothing but a figure, in more elements than can be followed. */
export function isBuried(cell: HtmlElement): boolean {
  let words = "";
  const stack: HtmlNode[] = cell.childNodes.slice(0, MOST_BURYING).reverse();
  let node = stack.pop();
  for (let count = 0; node && count < MOST_BURYING && words.length <= LONGEST; count++) {
    if ("value" in node) words += node.value.trim();
    else if (isElement(node) && !isUnseen(node))
      for (const child of node.childNodes.slice(0, MOST_BURYING).reverse()) stack.push(child);
    node = stack.pop();
  }
  return words.length <= LONGEST && !words.includes(UNREADABLE) && looksLikeFigure(words);
}
