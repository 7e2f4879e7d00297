import { attributeOf, childOf, elementsIn, isElement, type Markup } from "../archive/markup.ts";
import { UNREADABLE } from "../lost.ts";
import { hasTable } from "./docx-table.ts";
import { inlineText, isUnseen } from "./docx-text.ts";
import { isKnown, LABELS_OF_A_FORM } from "./known.ts";

const PICTURES: ReadonlySet<string> = new Set(["drawing", "pict", "object"]);
/** More than this no label has. */
const LONGEST_WORDS = 100;

/**
 * Puts a mark in the place of a picture, an object or a text box that is all there is in a cell of a form's table: it may be
 * a figure; and so may one that stands in the line of a figure. The cell over the labels may be ruled from corner to corner.
 */
export function markPictures(body: Markup): void {
  for (const table of elementsIn(body)) {
    if (table.name !== "tbl") continue;
    const cells = cellsIn(table);
    const pictures = cells.slice(1).flatMap((cell) => pictureOfFigure(cell) ?? []);
    if (pictures.length > 0 && isForm(cells))
      for (const picture of pictures) {
        picture.name = "t";
        picture.children.push(UNREADABLE);
      }
  }
}

function isForm(cells: readonly Markup[]): boolean {
  let labels = 0;
  for (const cell of cells) {
    const words = inlineText(cell);
    if (words.length <= LONGEST_WORDS && isKnown(words)) labels += 1;
    if (labels >= LABELS_OF_A_FORM) return true;
  }
  return false;
}

/** The cells of a table, without those of tables inside it. */
function cellsIn(parent: Markup): Markup[] {
  return parent.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === "tc" ? [child] : PASSED.has(child.name) ? [] : cellsIn(child),
    );
}

const PASSED: ReadonlySet<string> = new Set(["tbl", "p", "del", "moveFrom"]);

const FIGURE = /^[^\p{L}]*\d[^\p{L}]*$/u;

function pictureOfFigure(cell: Markup): Markup | undefined {
  const picture = pictureIn(cell);
  if (!picture || hasTable(cell)) return undefined;
  const words = inlineText(cell).trim();
  return words === "" || (FIGURE.test(words) && !floats(picture)) ? picture : undefined;
}

/** Whether a picture lies over the page, as seals do, and stands in no line. */
function floats(picture: Markup): boolean {
  if (childOf(picture, "anchor")) return true;
  return picture.children.some(
    (shape) =>
      isElement(shape) && /position\s*:\s*absolute/iu.test(attributeOf(shape, "style") ?? ""),
  );
}

/** The first picture in an element that is seen. */
function pictureIn(element: Markup): Markup | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (PICTURES.has(child.name)) return child;
    if (isUnseen(child)) continue;
    const found = pictureIn(child);
    if (found) return found;
  }
  return undefined;
}
