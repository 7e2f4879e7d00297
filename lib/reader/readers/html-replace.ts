import type { DefaultTreeAdapterTypes } from "parse5";
import { type HtmlElement, type HtmlNode, isElement } from "./html-visible.ts";

type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Text in a place of a page; its words need not be those of the source. */
export function textAt(
  value: string,
  { parentNode, sourceCodeLocation }: Pick<TextNode, "parentNode" | "sourceCodeLocation">,
): TextNode {
  const nodeName = "#text" as TextNode["nodeName"];
  return { nodeName, value, parentNode, sourceCodeLocation: sourceCodeLocation ?? null };
}

/** Puts nodes in the place of elements; goes once through what stands side by side, however much of it is replaced. */
export function replaceAll(places: ReadonlyMap<HtmlElement, readonly HtmlNode[]>): void {
  const parents = new Set(Array.from(places.keys(), ({ parentNode }) => parentNode));
  for (const parent of parents)
    for (const child of parent?.childNodes.splice(0) ?? []) {
      const instead = isElement(child) ? places.get(child) : undefined;
      for (const node of instead ?? [child]) parent?.childNodes.push(node);
    }
}
