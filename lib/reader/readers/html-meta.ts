import type { DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SAVED = /saved from url=\(\d+\)(\S{1,2000})/u;
/** How much of a footer is kept: the organ that runs the site and its numbers stand in the first lines. */
const LONGEST = 4000;

/**
 * Notes what a page says about itself outside its text: `<meta>` by name or property, `link:canonical`, `base:href`,
 * `page:title`, `page:footer`, and the address in the comment that a browser writes when it saves a page, `saved:from`.
 */
export function noteMeta(node: Node, meta: Map<string, string>): void {
  const [name, value] = saidBy(node);
  const key = name.trim().toLowerCase();
  const words = value.trim();
  if (key !== "" && words !== "" && !meta.has(key)) meta.set(key, words);
}

const NOTHING: readonly [string, string] = ["", ""];

function saidBy(node: Node): readonly [name: string, value: string] {
  if ("data" in node) return ["saved:from", SAVED.exec(node.data)?.[1] ?? ""];
  if (!("tagName" in node)) return NOTHING;
  switch (node.tagName) {
    case "meta":
      return [attribute(node, "name") || attribute(node, "property"), attribute(node, "content")];
    case "link":
      return /(?:^|\s)canonical(?:\s|$)/iu.test(attribute(node, "rel"))
        ? ["link:canonical", attribute(node, "href")]
        : NOTHING;
    case "base":
      return ["base:href", attribute(node, "href")];
    case "title":
      return ["page:title", textIn(node)];
    case "footer":
      return ["page:footer", textIn(node)];
    default:
      return NOTHING;
  }
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

/** The words of an element, each piece on a line; a stack, for pages nest deep. */
function textIn(element: Element): string {
  const stack: Node[] = [...element.childNodes].reverse();
  const texts: string[] = [];
  let length = 0;
  for (let node = stack.pop(); node !== undefined && length < LONGEST; node = stack.pop()) {
    if ("value" in node) {
      texts.push(node.value.trim());
      length += node.value.length;
    } else if ("childNodes" in node && !/^(?:script|style)$/u.test(node.nodeName))
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child) stack.push(child);
      }
  }
  return texts
    .filter((text) => text !== "")
    .join("\n")
    .slice(0, LONGEST);
}
