import { isBelow, isEndFurniture } from "./furniture.ts";
import type { Part } from "./parts.ts";
import { linesOf } from "./plain.ts";
import { findSignature } from "./signature.ts";

/** Lines looked at below the last heading: the site's own come in the last of them. */
const LINES = 400;

/** Where the last section ends: before the signature and before what the page adds below (page numbers, buttons). */
export function bodyEnd(text: string, part: Part): number {
  const last = part.headings.at(-1)?.end ?? part.start;
  const signature = findSignature(text, { start: last, end: part.end });
  let end = signature?.start ?? part.end;
  const lines = linesOf(text, { start: last, end }).slice(-LINES);
  const below = lines.find(({ start, end: stop }) => isBelow(text.slice(start, stop)));
  if (below) end = below.start;
  for (const line of lines.filter((one) => one.end <= end).reverse()) {
    if (!isEndFurniture(text.slice(line.start, line.end))) break;
    end = line.start;
  }
  return end;
}
