import { isBelow, isContact, isEndFurniture, isListHead, withoutButtons } from "./foot.ts";
import type { Part } from "./parts.ts";
import { linesOf, type Range } from "./plain.ts";
import { findSignature } from "./signature.ts";

/** Lines looked at below the last heading: the site's own come in the last of them. */
const LINES = 400;

/** Where the last section ends: before the signature and before what the page adds below (page numbers, buttons). */
export function bodyEnd(text: string, part: Part): number {
  const last = part.headings.at(-1)?.end ?? part.start;
  const signature = findSignature(text, { start: last, end: part.end });
  const stop = signature?.start ?? part.end;
  let end = stop;
  const lines = linesOf(text, { start: last, end }).slice(-LINES);
  const wordsOf = (line: Range) => text.slice(line.start, line.end);
  const prose = lines.findLastIndex((line) => wordsOf(line).includes("。"));
  const below = lines.find(
    (line, at) => isBelow(wordsOf(line)) || (at > prose && isListHead(wordsOf(line))),
  );
  if (below) end = below.start;
  for (const line of lines.filter((one) => one.end <= end).reverse()) {
    const words = text.slice(line.start, line.end);
    const isSites = isEndFurniture(words) || (end < stop && isContact(words));
    if (!isSites) break;
    end = line.start;
  }
  const line = lines.findLast((one) => one.end <= end);
  return line ? Math.min(end, withoutButtons(text, line).end) : end;
}
