import { UNREADABLE } from "../../lost.ts";
import type { Matrix } from "./matrix.ts";
import type { Bounds, Note } from "./notes.ts";
import type { PageWalk } from "./operators.ts";

/** Size of a text that leaves it open, and how much of the height of its place it takes at most. */
const USUAL = 12;
const SHARE = 0.8;
const LEADING = 1.2;
/** How far the middle of figures is above their baseline, in parts of their size. */
const MIDDLE = 0.35;
const NARROW = /[ -~]/u;

/** Adds to a page what its notes say where they bring no drawing, and takes away what they strike out. */
export function addNotes(walk: PageWalk, notes: readonly Note[]): void {
  for (const { kind, places, isDrawn } of notes) {
    if (kind === "struck") for (const place of places) walk.strike(place);
    if (kind === "laid" && isDrawn) for (const place of places) walk.stamp(place);
  }
  for (const note of notes) {
    const [place] = note.places;
    if (note.kind !== "drawn" || !place || note.text.trim() === "") continue;
    if (!walk.written.has(note.id)) writeNote(walk, note, place);
  }
}

/** What a note says in the middle of its place; where its drawing is empty, only that something is there: programs differ in what they show. */
function writeNote(walk: PageWalk, note: Note, [left, bottom, right, top]: Bounds): void {
  const lines = note.isDrawn ? [UNREADABLE] : note.text.trim().split(/\r\n?|\n/u);
  const across = note.rotation % 180 === 0 ? top - bottom : right - left;
  const most = (across * SHARE) / (1 + (lines.length - 1) * LEADING);
  const size = Math.min(note.size || USUAL, Math.max(most, 1));
  const angle = (note.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
  lines.forEach((line, index) => {
    const back = -widthOf(line, size) / 2;
    const up = ((lines.length - 1) / 2 - index) * LEADING * size - MIDDLE * size;
    const x = (left + right) / 2 + back * cos - up * sin;
    const y = (bottom + top) / 2 + back * sin + up * cos;
    const place: Matrix = [cos, sin, -sin, cos, x, y];
    walk.write(line, place, size);
  });
}

function widthOf(line: string, size: number): number {
  return Array.from(line).reduce((sum, one) => sum + (NARROW.test(one) ? 0.5 : 1), 0) * size;
}
