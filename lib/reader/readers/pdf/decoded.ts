import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { PDF_LIMITS } from "./limits.ts";
import { drawsPicture } from "./pictures.ts";

/** The names of the pictures that operators draw. */
export function picturesAmong(
  operators: readonly number[],
  args: readonly unknown[],
  names: ReadonlyMap<number, string>,
): string[] {
  const drawn = operators.flatMap((operator, index) => {
    const list = args[index];
    const [picture]: unknown[] = Array.isArray(list) ? list : [];
    return drawsPicture(names.get(operator) ?? "") && typeof picture === "string" ? [picture] : [];
  });
  return [...new Set(drawn)];
}

/** Waits for the library to decode pictures, which it does beside the text; not for ever, should one never come. */
export async function decoded(page: PDFPageProxy, pictures: readonly string[]): Promise<void> {
  const open = pictures.filter((picture) => pictureOf(page, picture) === null);
  if (open.length === 0) return;
  const all = Promise.all(
    open.map((picture) => new Promise((resolve) => objectsOf(page, picture).get(picture, resolve))),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PDF_LIMITS.pictureMilliseconds);
  });
  await Promise.race([all, late]);
  clearTimeout(timer);
}

/** Where the library keeps a picture, whose name says whether pages share it. */
function objectsOf(page: PDFPageProxy, picture: string): PDFPageProxy["objs"] {
  return picture.startsWith("g_") ? page.commonObjs : page.objs;
}

/** A picture by the name the library gives it; one of the page's own text is there itself. */
export function pictureOf(page: PDFPageProxy, picture: unknown): unknown {
  if (typeof picture !== "string") return picture;
  const objects = objectsOf(page, picture);
  return objects.has(picture) ? objects.get(picture) : null;
}
