import type { DefaultTreeAdapterTypes } from "parse5";
import { formCells } from "./html-form-cells.ts";
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  wordsOf,
} from "./html-visible.ts";

/** Fields in which nothing is written, or nothing that is shown; a type that nobody knows is one of text. */
const UNWRITTEN: ReadonlySet<string> = new Set([
  ...["hidden", "button", "submit", "reset", "image", "file"],
  ...["checkbox", "radio", "password", "range", "color"],
]);

/** More than these a cell of a form does not hold. */
const MOST_FIELDS = 60;

/** A value stands between two of them, or bare. */
const QUOTES = 2;

/** Puts what stands in the fields of a page, as systems that collect reports print their forms, in their place as text. */
export function showFields(page: readonly HtmlNode[]): void {
  for (const element of elementsOf(page)) {
    const { tagName } = element;
    if (tagName === "input" && isShown(element)) replace(element, [textOf(element)]);
    if (tagName === "textarea" && isShown(element)) replace(element, element.childNodes);
  }
  // Menus and buttons elsewhere are those of the site.
  for (const cell of formCells(page, (one) => choicesIn(one).length > 0))
    for (const choice of choicesIn(cell)) replace(choice, chosen(choice));
}

/** Puts texts in the place of a field, apart: fields beside each other, or beside words, are no one figure. */
function replace(field: HtmlElement, texts: readonly (HtmlNode | null)[]): void {
  const parent = field.parentNode;
  const shown = texts.flatMap((text) => (text && "value" in text ? [text] : []));
  const [first] = shown;
  const last = shown.at(-1);
  if (!parent || !first || !last) return;
  parent.childNodes.splice(
    parent.childNodes.indexOf(field),
    1,
    gapBy(first),
    ...shown,
    gapBy(last),
  );
}

/** The lists and the buttons of a cell that show something. */
function choicesIn(cell: HtmlElement): HtmlElement[] {
  if (cell.childNodes.length > MOST_FIELDS) return [];
  return cell.childNodes
    .filter(isElement)
    .flatMap((one) =>
      one.childNodes.length > MOST_FIELDS ? [] : [one, ...one.childNodes.filter(isElement)],
    )
    .filter((one) => (one.tagName === "select" || one.tagName === "button") && !isHidden(one))
    .filter((one) => wordsOf(chosen(one)).trim() !== "");
}

/** What a list shows: what is chosen in it, else its first entry; of a button its words, where they may be a figure. */
function chosen({ tagName, childNodes, attrs }: HtmlElement): HtmlNode[] {
  if (tagName === "button") return /^[^\p{L}]*$/u.test(wordsOf(childNodes)) ? childNodes : [];
  const options = childNodes
    .filter(isElement)
    .flatMap((one) => (one.tagName === "optgroup" ? one.childNodes.filter(isElement) : [one]))
    .filter((one) => one.tagName === "option");
  const marked = options.filter((option) => option.attrs.some(({ name }) => name === "selected"));
  const isMany = attrs.some(({ name }) => name === "multiple");
  return (
    (isMany
      ? marked.flatMap((one) => one.childNodes)
      : (marked.at(-1) ?? options[0])?.childNodes) ?? []
  );
}

function isShown(field: HtmlElement): boolean {
  const type = field.attrs.find(({ name }) => name === "type")?.value ?? "";
  return (
    !isHidden(field) && (field.tagName !== "input" || !UNWRITTEN.has(type.trim().toLowerCase()))
  );
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
