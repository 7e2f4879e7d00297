import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set(
  "script style noscript template title nav iframe svg select button input textarea footer rt rp del s strike".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body br center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul caption".split(
    " ",
  ),
);

/** Whether a browser prints nothing of an element, strikes it out, or prints nothing that belongs to a report. */
export function isUnseen({ tagName, attrs }: HtmlElement): boolean {
  if (SKIPPED.has(tagName)) return true;
  return attrs.some(
    ({ name, value }) => name === "hidden" || (name === "style" && isHidingStyle(value)),
  );
}

/** Whether declarations of a style hide an element or strike it out. */
export function isHidingStyle(style: string): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden|line-through/i.test(style);
}

/** Whether an element stands on lines of its own. */
export function isBlock({ tagName }: HtmlElement): boolean {
  return BLOCKS.has(tagName);
}

const WHITE = "(?:white|#fff(?:fff)?|rgb\\(\\s*255\\s*,\\s*255\\s*,\\s*255\\s*\\))";
const WHITE_COLOUR = new RegExp(`^\\s*${WHITE}\\s*$`, "i");
const WHITE_STYLE = new RegExp(
  `(?:^|[;\\s])color\\s*:\\s*${WHITE}\\s*(?:!important\\s*)?(?:;|$)`,
  "i",
);

/**
 * Whether an element may be no part of what it stands beside: the mark of a note above or below its line is no digit of a
 * figure, and what is printed in white may not be seen.
 */
export function standsApart({ tagName, attrs }: HtmlElement): boolean {
  if (tagName === "sup" || tagName === "sub") return true;
  return attrs.some(
    ({ name, value }) =>
      (name === "color" && WHITE_COLOUR.test(value)) ||
      (name === "style" && WHITE_STYLE.test(value)),
  );
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
