import type { DefaultTreeAdapterTypes } from "parse5";
import { elementsOf, type HtmlElement, type HtmlNode, isHidingStyle } from "./html-visible.ts";

/** Fields in which something is written: those without a type, too. */
const WRITTEN: ReadonlySet<string> = new Set(["", "text", "number", "tel"]);

/** A value stands between two of them, or bare. */
const QUOTES = 2;

/** Puts what stands in the fields of a page, as systems that collect reports print their forms, in their place as text. */
export function showFields(page: readonly HtmlNode[]): void {
  for (const element of elementsOf(page)) {
    if (element.tagName !== "input" || !isShown(element)) continue;
    const text = textOf(element);
    const parent = element.parentNode;
    // Fields beside each other, or beside words, are no one figure.
    if (text && parent)
      parent.childNodes.splice(
        parent.childNodes.indexOf(element),
        1,
        gapBy(text),
        text,
        gapBy(text),
      );
  }
}

function isShown({ attrs }: HtmlElement): boolean {
  const written = (name: string) => attrs.find((one) => one.name === name)?.value;
  const isHidden = written("hidden") !== undefined || isHidingStyle(written("style") ?? "");
  return !isHidden && WRITTEN.has(written("type")?.trim().toLowerCase() ?? "");
}

function gapBy(text: DefaultTreeAdapterTypes.TextNode): DefaultTreeAdapterTypes.TextNode {
  const place = text.sourceCodeLocation;
  if (!place) return { ...text, value: " " };
  return { ...text, value: " ", sourceCodeLocation: { ...place, endOffset: place.startOffset } };
}

/** The value of a field as a text node in its place in the source; null where it has none. */
function textOf(element: HtmlElement): DefaultTreeAdapterTypes.TextNode | null {
  const value = element.attrs.find(({ name }) => name === "value")?.value;
  const place = element.sourceCodeLocation?.attrs?.value;
  if (!value || !place) return null;
  const rest = place.endOffset - place.startOffset - "value=".length - value.length;
  const endOffset = place.endOffset - (rest >= QUOTES ? 1 : 0);
  return {
    nodeName: "#text" as DefaultTreeAdapterTypes.TextNode["nodeName"],
    value,
    parentNode: element.parentNode,
    sourceCodeLocation: { ...place, startOffset: endOffset - value.length, endOffset },
  };
}
