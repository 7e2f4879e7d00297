import type { DefaultTreeAdapterTypes } from "parse5";
import { WHITE } from "./colours.ts";
import { colourOfAttribute, coloursIn } from "./html-colours.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set(
  "script style noscript template comment title nav iframe svg select button input textarea footer rt rp".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body br center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption".split(
    " ",
  ),
);

const STRUCK = new Set(["del", "s", "strike"]);

/** What a tag says of what stands in it. */
export type HtmlTag = Pick<HtmlElement, "tagName" | "attrs">;

/** Whether a browser prints nothing of an element, strikes it out, or prints nothing that belongs to a report. */
export function isUnseen(element: HtmlElement): boolean {
  return SKIPPED.has(element.tagName) || isHidden(element);
}

/** Whether a tag hides what stands in it or strikes it out. */
export function isHidden({ tagName, attrs }: HtmlTag): boolean {
  if (STRUCK.has(tagName)) return true;
  return attrs.some(
    ({ name, value }) => name === "hidden" || (name === "style" && isHidingStyle(value)),
  );
}

/** Whether declarations of a style hide an element or strike it out. */
export function isHidingStyle(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through/i.test(style);
}

/** Whether an element stands on lines of its own. */
export function isBlock({ tagName }: HtmlTag): boolean {
  return BLOCKS.has(tagName);
}

/** Ways to raise or lower words, as the marks of notes are. */
const RAISED = [
  /(?:^|[;\s])vertical-align\s*:\s*(?:super|sub|text-top|text-bottom|[-+]?[\d.]*[1-9])/i,
  /(?:^|[;\s])mso-text-raise\s*:\s*[-+]?[\d.]*[1-9]/i,
  /(?:^|[;\s])font-variant(?:-position)?\s*:\s*(?:super|sub)\b/i,
];
const RELATIVE = /(?:^|[;\s])position\s*:\s*relative/i;
const MOVED = /(?:^|[;\s])(?:top|bottom)\s*:\s*[-+]?[\d.]*[1-9]/i;

/** Whether declarations of a style set words above or below their line. */
export function isRaisingStyle(style: string): boolean {
  return RAISED.some((way) => way.test(style)) || (RELATIVE.test(style) && MOVED.test(style));
}

/** Classes of note marks, as Word saves them. */
const MARK_CLASS = /(?:^|\s)Mso(?:Footnote|Endnote)Reference(?:\s|$)/i;

/**
 * Whether an element may be no part of what it stands beside: the mark of a note above or below its line, or that leads to
 * the note, is no digit of the figure, and what is printed in white may not be seen.
 */
export function standsApart({ tagName, attrs }: HtmlTag): boolean {
  if (tagName === "sup" || tagName === "sub") return true;
  return attrs.some(
    ({ name, value }) =>
      (name === "color" && colourOfAttribute(value) === WHITE) ||
      (name === "class" && MARK_CLASS.test(value)) ||
      (name === "href" && tagName === "a" && value.includes("#")) ||
      (name === "style" && (coloursIn(value).ink === WHITE || isRaisingStyle(value))),
  );
}

/** The declarations in the style of an element itself. */
export function styleOf({ attrs }: HtmlTag): string {
  return attrs.find(({ name }) => name === "style")?.value ?? "";
}

/** Whether an element is a cell of a table. */
export function isCell({ tagName }: HtmlElement): boolean {
  return tagName === "td" || tagName === "th";
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

/** All elements of a page, in no order. */
export function elementsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const stack = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    elements.push(node);
    for (const child of node.childNodes) stack.push(child);
  }
  return elements;
}

/** More than this a figure or a label is not made of. */
const MOST_NODES = 60;

/** What a cell shows, in its order, pictures as a whole; nothing where that is more than a figure or a label. */
export function shownIn(cell: HtmlElement): HtmlNode[] {
  return allShownIn(cell) ?? [];
}

/** What an element shows, in its order, pictures as a whole; null where that is more than a figure or a label. */
export function allShownIn(cell: HtmlElement): HtmlNode[] | null {
  const nodes: HtmlNode[] = [];
  const stack: HtmlNode[] = [];
  const open = ({ childNodes }: HtmlElement): void => {
    if (childNodes.length <= MOST_NODES) stack.push(...childNodes.toReversed());
    else nodes.length = MOST_NODES + 1;
  };
  open(cell);
  for (
    let node = stack.pop();
    node && nodes.length + stack.length <= MOST_NODES;
    node = stack.pop()
  ) {
    const isDrawn = isElement(node) && isPicture(node);
    if (isElement(node) && !isDrawn && isUnseen(node)) continue;
    nodes.push(node);
    if (isElement(node) && !isDrawn) open(node);
  }
  return nodes.length + stack.length > MOST_NODES ? null : nodes;
}

const PICTURES = new Set("img svg canvas object embed iframe video picture".split(" "));

/** Whether an element is a picture, however it is put into a page. */
export function isPicture({ tagName }: HtmlTag): boolean {
  return PICTURES.has(tagName);
}

/** Smaller pictures only keep room, in pixels. */
const SMALLEST = 4;

/** Whether a picture is too small to be seen. */
export function isSmallPicture({ attrs }: HtmlTag): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === "width" || name === "height") && Number.parseFloat(value) < SMALLEST,
  );
}

/** The words of nodes one after the other, without what they hold. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => ("value" in node ? node.value : "")).join("");
}
