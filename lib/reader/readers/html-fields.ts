import type { DefaultTreeAdapterTypes } from "parse5";
import { UNREADABLE } from "../lost.ts";
import { formCells } from "./html-form-cells.ts";
import { replaceAll, textAt } from "./html-replace.ts";
import {
  allShownIn,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isCell,
  isElement,
  isHidden,
  isUnseen,
  wordsOf,
} from "./html-visible.ts";

type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Fields in which nothing is written, or nothing that is shown; a type that nobody knows is one of text. */
const UNWRITTEN: ReadonlySet<string> = new Set([
  ...["hidden", "button", "submit", "reset", "image", "file"],
  ...["checkbox", "radio", "password", "range", "color"],
]);

/** A value stands between two of them, or bare. */
const QUOTES = 2;

/** Puts what stands in the fields of a page, as systems that collect reports print their forms, in their place as text. */
export function showFields(page: readonly HtmlNode[]): void {
  replaceAll(
    new Map(elementsOf(page).flatMap((element) => withTexts(element, writtenIn(element)))),
  );
  // Menus and buttons elsewhere are those of the site.
  const choices = choicesByCell(page);
  const cells = formCells(page, (cell) => choices.has(cell));
  replaceAll(new Map(cells.flatMap((cell) => choices.get(cell) ?? [])));
}

/** What is written in a field. */
function writtenIn(field: HtmlElement): readonly HtmlNode[] {
  const { tagName, childNodes } = field;
  if ((tagName !== "input" && tagName !== "textarea") || !isShown(field)) return [];
  return tagName === "textarea" ? childNodes : textsOf(field);
}

type Choice = [field: HtmlElement, texts: readonly TextNode[]];

/** A field with the texts in its place, apart: fields beside each other, or beside words, are no one figure. */
function withTexts(field: HtmlElement, nodes: readonly HtmlNode[]): Choice[] {
  const shown = nodes.flatMap((node) => ("value" in node ? [node] : []));
  const [first] = shown;
  const last = shown.at(-1);
  return first && last ? [[field, [gapBy(first), ...shown, gapBy(last)]]] : [];
}

/** The lists and the buttons of a page that show something, by the cells in which they stand. */
function choicesByCell(page: readonly HtmlNode[]): Map<HtmlElement, Choice[]> {
  const choices = new Map<HtmlElement, Choice[]>();
  const stack = page.map((node) => ({ node, cell: null as HtmlElement | null }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, cell } = step;
    if (!isElement(node)) continue;
    if (cell && (node.tagName === "select" || node.tagName === "button") && !isHidden(node)) {
      const nodes = chosen(node);
      if (wordsOf(nodes).trim() === "") continue;
      const known = choices.get(cell);
      if (known) known.push(...withTexts(node, nodes));
      else choices.set(cell, withTexts(node, nodes));
    } else if (!isUnseen(node))
      for (const child of node.childNodes)
        stack.push({ node: child, cell: isCell(node) ? node : cell });
  }
  return choices;
}

/** What a list shows: what is chosen in it, else its first entry; of a button its words, where they may be a figure. */
function chosen(choice: HtmlElement): readonly HtmlNode[] {
  const { tagName, childNodes, attrs } = choice;
  if (tagName === "button") return figureOn(choice);
  const options = childNodes
    .filter(isElement)
    .flatMap((one) => (one.tagName === "optgroup" ? one.childNodes.filter(isElement) : [one]))
    .filter((one) => one.tagName === "option");
  const marked = options.filter((option) => option.attrs.some(({ name }) => name === "selected"));
  const isMany = attrs.some(({ name }) => name === "multiple");
  return (
    (isMany
      ? marked.flatMap((one) => [...one.childNodes, textAt(" ", one)])
      : (marked.at(-1) ?? options[0])?.childNodes) ?? []
  );
}

/** The words of a button, where they may be a figure; a mark where there is more in it than is gone through. */
function figureOn(button: HtmlElement): readonly HtmlNode[] {
  const nodes = allShownIn(button) ?? [textAt(UNREADABLE, button)];
  return /^[^\p{L}]*$/u.test(wordsOf(nodes)) ? nodes : [];
}

function isShown(field: HtmlElement): boolean {
  const type = field.attrs.find(({ name }) => name === "type")?.value ?? "";
  return (
    !isHidden(field) && (field.tagName !== "input" || !UNWRITTEN.has(type.trim().toLowerCase()))
  );
}

function gapBy(text: TextNode): TextNode {
  const place = text.sourceCodeLocation;
  if (!place) return { ...text, value: " " };
  return { ...text, value: " ", sourceCodeLocation: { ...place, endOffset: place.startOffset } };
}

/** The value of a field as a text node in its place in the source, where it has one. */
function textsOf({ attrs, parentNode, sourceCodeLocation }: HtmlElement): TextNode[] {
  const value = attrs.find(({ name }) => name === "value")?.value;
  const place = sourceCodeLocation?.attrs?.value;
  if (!value || !place) return [];
  const rest = place.endOffset - place.startOffset - "value=".length - value.length;
  const endOffset = place.endOffset - (rest >= QUOTES ? 1 : 0);
  const own = { ...place, startOffset: endOffset - value.length, endOffset };
  return [textAt(value, { parentNode, sourceCodeLocation: own })];
}
