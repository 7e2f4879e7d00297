import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { elementsOf, type HtmlElement, type HtmlNode, isCell, isElement } from "./html-visible.ts";
import { isKnown } from "./known.ts";

/** Smaller pictures only keep room, in pixels. */
const SMALLEST = 4;
/** More than this a figure or a label is not made of. */
const MOST = 60;

/** Puts a mark in the place of a picture that is all there is in a cell of a row with a known label: it may be a figure. */
export function markPictures(page: readonly HtmlNode[]): void {
  for (const row of elementsOf(page)) {
    if (row.tagName !== "tr") continue;
    const cells = row.childNodes.filter(isElement).filter(isCell);
    const pictures = cells.flatMap(pictureIn);
    if (pictures.length === 0 || !cells.some((cell) => isKnown(wordsOf(nodesIn(cell))))) continue;
    for (const picture of pictures) mark(picture);
  }
}

/** The picture of a cell that holds nothing else. */
function pictureIn(cell: HtmlElement): HtmlElement[] {
  const nodes = nodesIn(cell);
  const picture = nodes.filter(isElement).find(({ tagName }) => tagName === "img");
  return picture && !isSmall(picture) && wordsOf(nodes).trim() === "" ? [picture] : [];
}

/** What a cell holds, in its order; nothing where that is more than a figure or a label. */
function nodesIn(cell: HtmlElement): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  const stack: HtmlNode[] = [...cell.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node);
    if (isElement(node)) stack.push(...[...node.childNodes].reverse());
    if (nodes.length + stack.length > MOST) return [];
  }
  return nodes;
}

function wordsOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => ("value" in node ? node.value : "")).join("");
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
