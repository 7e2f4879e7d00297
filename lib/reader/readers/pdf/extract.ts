import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadRefusal } from "../../refusal.ts";
import { decoded, pictureOf, picturesAmong } from "./decoded.ts";
import { PDF_LIMITS } from "./limits.ts";
import { matrixOf } from "./matrix.ts";
import { notesOf } from "./notes.ts";
import { PageWalk } from "./operators.ts";
import type { PageDrawing } from "./page.ts";
import { paintIn } from "./picture-paint.ts";
import { mostDots, pictureSizes } from "./picture-sizes.ts";
import { withoutStruck } from "./struck.ts";
import type { FontShape } from "./text-state.ts";
import { addNotes } from "./written-notes.ts";

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let library: Promise<Library> | null = null;

/** The folder of the library: its tables of Chinese codes and its standard fonts are read from there. */
function folder(): string {
  const require = createRequire(import.meta.url);
  return dirname(require.resolve("pdfjs-dist/package.json"));
}

function load(): Promise<Library> {
  library ??= import("pdfjs-dist/legacy/build/pdf.mjs");
  return library;
}

/** Reads where every character and every line of a PDF stands; scripts are not run, pictures but for small ones not decoded, comments and embedded files not read. */
export async function extractPages(bytes: Uint8Array): Promise<Result<PageDrawing[], ReadRefusal>> {
  const { getDocument, OPS } = await load();
  const files = folder();
  const sizes = pictureSizes(bytes);
  const task = getDocument({
    data: bytes,
    cMapUrl: `${join(files, "cmaps")}/`,
    standardFontDataUrl: `${join(files, "standard_fonts")}/`,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: mostDots(sizes),
    verbosity: 0,
  });
  try {
    const names = new Map(Object.entries(OPS).map(([name, number]) => [number, name]));
    return await readPages(await task.promise, names, sizes.length > 0);
  } catch (fault) {
    return refusalOf(fault);
  } finally {
    await task.destroy();
  }
}

async function readPages(
  document: PDFDocumentProxy,
  names: ReadonlyMap<number, string>,
  hasPictures: boolean,
): Promise<Result<PageDrawing[], ReadRefusal>> {
  const limit = PDF_LIMITS.pages;
  if (document.numPages > limit)
    return refused("reader.too-many-pages", { pages: document.numPages, limit });
  const layers = await document.getOptionalContentConfig();
  const pages: PageDrawing[] = [];
  let [glyphs, rules] = [0, 0];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const isShown = (group: unknown) => layers.isVisible(group as never);
    const drawing = await drawingOf(page, names, isShown);
    if (!drawing) return refused("reader.too-complex");
    glyphs += drawing.glyphs.length;
    rules += drawing.rules.length;
    if (glyphs > PDF_LIMITS.glyphs || rules > PDF_LIMITS.rules)
      return refused("reader.too-complex");
    // Of pictures that are not decoded nobody knows on which page they stand.
    pages.push({ ...drawing, isBlank: drawing.isBlank === true && !hasPictures });
    page.cleanup();
  }
  return done(pages);
}

async function drawingOf(
  page: PDFPageProxy,
  names: ReadonlyMap<number, string>,
  isShown: (group: unknown) => boolean,
): Promise<PageDrawing | null> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: DRAWN });
  if (fnArray.length > PDF_LIMITS.operations) return null;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const start = matrixOf(transform);
  if (!start) return null;
  const fontOf = (name: string) => fontShape(page, name);
  const notes = await notesOf(page);
  if (!notes) return null;
  const isNote = (id: unknown) => notes.get(String(id))?.kind === "drawn";
  const paintOf = (picture: unknown) => paintIn(pictureOf(page, picture));
  await decoded(page, picturesAmong(fnArray, argsArray, names));
  const walk = new PageWalk(start, { names, fontOf, isShown, isNote, paintOf });
  for (let index = 0; index < fnArray.length; index++) {
    walk.step(fnArray[index] ?? 0, argsArray[index]);
    if (isTooMuch(walk)) return null;
  }
  addNotes(walk, [...notes.values()]);
  if (isTooMuch(walk)) return null;
  const isOnPage = ({ left, right, top, bottom }: PageDrawing["rules"][number]) =>
    right >= 0 && left <= width && bottom >= 0 && top <= height;
  const glyphs = walk.seen.filter((glyph) => isOnPage({ ...glyph, isLevel: true }));
  const rules = walk.rules.filter(isOnPage);
  const pictures = walk.pictures.boxes;
  const drawing = { width, height, glyphs, rules, pictures, isBlank: !walk.hasDrawn };
  return withoutStruck(drawing, walk.strikes.filter(isOnPage));
}

function isTooMuch({ glyphs, rules, strikes, work }: PageWalk): boolean {
  const lines = rules.length + strikes.length;
  if (glyphs.length > PDF_LIMITS.glyphs || lines > PDF_LIMITS.rules) return true;
  return work > PDF_LIMITS.comparisons;
}

/** As the library names it: notes over a page are drawn as it is shown, fields of forms with what stands in them. */
const DRAWN = 1;

const PLAIN_FONT: FontShape = { isVertical: false, unit: 0.001 };

function fontShape(page: PDFPageProxy, name: string): FontShape {
  if (!page.commonObjs.has(name)) return PLAIN_FONT;
  const font: unknown = page.commonObjs.get(name);
  if (typeof font !== "object" || font === null) return PLAIN_FONT;
  const matrix = matrixOf("fontMatrix" in font ? font.fontMatrix : null);
  return {
    isVertical: "vertical" in font && font.vertical === true,
    unit: matrix ? Math.abs(matrix[0]) : PLAIN_FONT.unit,
  };
}

/** Whatever the library objects to is damage of the file, but for passwords; anything else is a fault of ours. */
function refusalOf(fault: unknown): Result<never, ReadRefusal> {
  const name = fault instanceof Error ? fault.name : "";
  if (name === "PasswordException") return refused("reader.encrypted");
  if (fault instanceof Error && !(fault instanceof ReferenceError))
    return refused("reader.damaged");
  throw fault;
}
