import { attributeOf, childOf, type Markup, textOf } from "../archive/markup.ts";
import { UNREADABLE } from "../lost.ts";
import { apartIfUnlike, isOn } from "./office-run.ts";

/** What is not part of the text as it stands: deletions, what floats beside it, notes of pronunciation, properties. */
const SKIPPED: ReadonlySet<string> = new Set(
  "del moveFrom drawing pict object txbxContent rt instrText delText delInstrText pPr rPr tcPr trPr tblPr tblPrEx tblGrid sectPr sdtPr sdtEndPr fldData rubyPr ctrlPr oMathParaPr".split(
    " ",
  ),
);

/** The text of a paragraph or of what it holds, tracked changes taken as accepted. */
export function inlineText(element: Markup): string {
  switch (element.name) {
    case "t":
      return textOf(element);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "sym":
      return symbol(element);
    case "oMath":
      return isPlainMath(element) ? insideOf(element) : UNREADABLE;
    case "r":
      return isHidden(element) ? "" : runText(element);
    case "sdt":
      return hasPrompt(element) ? figureIn(element) : insideOf(element);
    default:
      return insideOf(element);
  }
}

/** The mark of a note that its author chose stands in the run of its reference, and is no digit of a figure before it. */
function runText(run: Markup): string {
  const text = insideOf(run);
  if (childOf(run, "footnoteReference") ?? childOf(run, "endnoteReference")) return ` ${text} `;
  return apartIfUnlike(childOf(run, "rPr"), text);
}

function insideOf(element: Markup): string {
  let text = "";
  for (const child of shownIn(element)) text += inlineText(child);
  return text;
}

/** The elements inside another that are part of the text: one of two alternatives, no content control still empty. */
export function shownIn(element: Markup): Markup[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string" || SKIPPED.has(child.name)) return [];
    if (child.name === "AlternateContent") {
      const chosen = childOf(child, "Choice") ?? childOf(child, "Fallback");
      return chosen ? shownIn(chosen) : [];
    }
    return child.name === "sdt" && isPlaceholder(child) ? [] : [child];
  });
}

/** Whether an element is no part of the text as it stands. */
export function isUnseen(element: Markup): boolean {
  if (SKIPPED.has(element.name)) return true;
  return element.name === "r"
    ? isHidden(element)
    : element.name === "sdt" && isPlaceholder(element);
}

/** Whether a content control still shows what to type there; a figure it shows was put there by a program. */
function isPlaceholder(control: Markup): boolean {
  return hasPrompt(control) && figureIn(control) === "";
}

/** Whether a content control says of itself that nobody has typed there. */
export function hasPrompt(control: Markup): boolean {
  return childOf(childOf(control, "sdtPr"), "showingPlcHdr") !== undefined;
}

/** Controls stand in controls: what is read once for the question and once for the text doubles with each of them. */
const figures = new WeakMap<Markup, string>();

/** The figure that is all a content control shows; else nothing. */
function figureIn(control: Markup): string {
  const known = figures.get(control);
  if (known !== undefined) return known;
  const content = childOf(control, "sdtContent");
  const text = content ? insideOf(content) : "";
  const figure = /^\s*\d+(?:\.\d+)?\s*$/u.test(text) ? text : "";
  figures.set(control, figure);
  return figure;
}

/** Whether a run is hidden, or struck out. */
function isHidden(run: Markup): boolean {
  const properties = childOf(run, "rPr");
  return ["vanish", "strike", "dstrike"].some((name) => isOn(properties, name));
}

/** A character of a symbol font means nothing outside that font. */
function symbol(element: Markup): string {
  const code = Number.parseInt(attributeOf(element, "char") ?? "", 16);
  const isOfFont = !(code >= 0x20 && code < 0xd800);
  return isOfFont ? UNREADABLE : String.fromCharCode(code);
}

/** A fraction or a power is no figure once its parts stand side by side. */
function isPlainMath(math: Markup): boolean {
  return math.children.every((child) => typeof child === "string" || child.name === "r");
}

/** The text boxes that float beside a paragraph, of two alternatives the first. */
export function textBoxesIn(element: Markup): Markup[] {
  const children = element.children.filter((child) => typeof child !== "string");
  const isGone = element.name === "del" || element.name === "moveFrom";
  if (isGone || (element.name === "r" && isHidden(element))) return [];
  const boxes = children.flatMap((child) =>
    child.name === "txbxContent" ? [child] : textBoxesIn(child),
  );
  return element.name === "AlternateContent" ? boxesOfFirst(children) : boxes;
}

function boxesOfFirst(alternatives: readonly Markup[]): Markup[] {
  return alternatives.map(textBoxesIn).find((boxes) => boxes.length > 0) ?? [];
}

/** Whether digits are written in a run. */
export function hasFigure(run: Markup): boolean {
  return run.children.some((child) => {
    return typeof child !== "string" && child.name === "t" && /\d/u.test(textOf(child));
  });
}

/** Whether something is written in an element. */
export function hasWords(element: Markup): boolean {
  return element.children.some((child) =>
    typeof child === "string" ? element.name === "t" && child.trim() !== "" : hasWords(child),
  );
}
