import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { UNREADABLE } from "../../lost.ts";
import { PDF_LIMITS } from "./limits.ts";

/** What is laid over a page and belongs to what is seen: texts typed on it, fields of a form, shapes, corrections, stamps. */
export interface Note {
  id: string;
  kind: "drawn" | "struck" | "laid";
  /** Left, bottom, right and top in the page's own measure; for text struck out, of each of its lines. */
  places: Bounds[];
  /** What it says in words, for where it brings no drawing of its own. */
  text: string;
  /** Whether it has a drawing, though perhaps an empty one. */
  isDrawn: boolean;
  /** Size of its font; 0 where it leaves that open. */
  size: number;
  /** In degrees against the clock. */
  rotation: number;
}

export type Bounds = readonly [number, number, number, number];

/** More text or more lines of it than this are no note on a form. */
const LONGEST = 2000;
const DRAWN = new Set("FreeText Square Circle Line Polygon PolyLine Ink Redact".split(" "));
/** Flags of what is not shown on the screen. */
const [HIDDEN, UNVIEWED] = [2, 32];

/** The notes on a page that change what is seen of it; comments beside it, links and marks of colour do not; null where there are more than any form has. */
export async function notesOf(page: PDFPageProxy): Promise<Map<string, Note> | null> {
  const found: unknown[] = await page.getAnnotations();
  const notes = new Map(found.flatMap(noteOf).map((note) => [note.id, note]));
  return notes.size > PDF_LIMITS.notes ? null : notes;
}

function noteOf(value: unknown): Note[] {
  if (typeof value !== "object" || value === null) return [];
  const said: Partial<Record<string, unknown>> = { ...value };
  const kind = kindOf(said);
  const isUnseen = (Number(said.annotationFlags) & (HIDDEN | UNVIEWED)) !== 0;
  if (kind === null || isUnseen || typeof said.id !== "string") return [];
  const quads = kind === "struck" ? said.quadPoints : null;
  return [
    {
      id: said.id,
      kind,
      places: placesOf(quads ?? said.rect),
      text: textOf(said).slice(0, LONGEST),
      isDrawn: said.hasAppearance === true,
      size: sizeOf(said.defaultAppearanceData),
      rotation: typeof said.rotation === "number" ? said.rotation : 0,
    },
  ];
}

function kindOf({ subtype, fieldType, pushButton }: Partial<Record<string, unknown>>) {
  if (subtype === "StrikeOut") return "struck";
  // A button to send a form is no part of it, nor is what a signature says of itself; both cover what they lie over.
  if (subtype === "Stamp") return "laid";
  if (subtype === "Widget") return fieldType === "Sig" || pushButton === true ? "laid" : "drawn";
  return typeof subtype === "string" && DRAWN.has(subtype) ? "drawn" : null;
}

/** The text typed on a page, or the value of a field that is written or chosen. */
function textOf(said: Partial<Record<string, unknown>>): string {
  const { subtype, fieldType, fieldValue, contentsObj } = said;
  if (subtype === "Widget") {
    if (fieldType !== "Tx" && fieldType !== "Ch") return "";
    const values: unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue ?? ""];
    const shown = fieldType === "Ch" ? values.map(chosen(said.options)) : values;
    return shown.join(" ");
  }
  const isText = subtype === "FreeText" && typeof contentsObj === "object" && contentsObj !== null;
  return isText && "str" in contentsObj ? String(contentsObj.str) : "";
}

/** What a field shows for a value chosen in it; values behind which several texts stand are none, others may be typed. */
function chosen(options: unknown): (value: unknown) => unknown {
  const shown = new Map<unknown, unknown>();
  for (const option of Array.isArray(options) ? options : []) {
    const { exportValue, displayValue }: Partial<Record<string, unknown>> = { ...option };
    const isOpen = shown.has(exportValue) && shown.get(exportValue) !== displayValue;
    shown.set(exportValue, isOpen ? UNREADABLE : displayValue);
  }
  return (value) => shown.get(value) ?? value;
}

function sizeOf(appearance: unknown): number {
  if (typeof appearance !== "object" || appearance === null) return 0;
  return "fontSize" in appearance ? Math.abs(Number(appearance.fontSize)) || 0 : 0;
}

/** Four numbers a rectangle, eight a line of text. */
function placesOf(value: unknown): Bounds[] {
  const numbers =
    Array.isArray(value) || ArrayBuffer.isView(value)
      ? Array.from(value as ArrayLike<unknown>, Number)
      : [];
  const length = numbers.length === 4 ? 4 : 8;
  const places: Bounds[] = [];
  for (let at = 0; at + length <= numbers.length && places.length < LONGEST; at += length) {
    const part = numbers.slice(at, at + length);
    const xs = part.filter((_, index) => index % 2 === 0);
    const ys = part.filter((_, index) => index % 2 === 1);
    places.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return places;
}
