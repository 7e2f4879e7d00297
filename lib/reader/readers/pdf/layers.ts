import { UNREADABLE } from "../../lost.ts";
import { type Area, within } from "./areas.ts";
import { isIn } from "./cell-text.ts";
import type { Coat } from "./ink.ts";
import { type Box, type Glyph, middleX, middleY } from "./page.ts";

/** Side of the squares by which characters are found again, in points. */
const SQUARE = 24;
/** How far the ink of a character stays inside its box, in parts of its own width or of the size of its font. */
const BESIDE = 0.1;
const ABOVE = 0.15;
/** A character of which more than this is covered, both ways, may look like another. */
const COVERED = 0.25;
const ALL = 0.99;
/** A digit of which a clip takes away more than this, one way or the other, may look like another. */
const CUT = 0.5;

/** What looking at the dots over a character costs, in comparisons. */
const LOOK = 10;

type Place = Omit<Glyph, "text" | "isHidden">;

/** What lies on what: a character that an opaque area is painted over is not seen, and a digit partly under one is none. */
export class Layers {
  /** Comparisons made, for what a page may cost. */
  work = 0;
  /** What lies under something or is struck out. */
  readonly gone = new Set<Glyph>();
  private readonly squares = new Map<string, Glyph[]>();
  private readonly painted: { area: Area; coat: Coat }[] = [];

  add(glyph: Glyph): void {
    const key = keyOf(squareOf(middleX(glyph)), squareOf(middleY(glyph)));
    const glyphs = this.squares.get(key);
    if (glyphs) glyphs.push(glyph);
    else this.squares.set(key, [glyph]);
  }

  paint(area: Area, coat: Coat): void {
    this.painted.push({ area, coat });
    // Of shapes that are no rectangles only those in the paper's colour are meant to take something away.
    if (!coat.isOpaque || (!area.isWhole && !coat.isWhite)) return;
    for (const key of this.keysUnder(area)) {
      const glyphs = this.squares.get(key);
      if (!glyphs) continue;
      this.work += glyphs.length;
      const left = glyphs.filter((glyph) => {
        const isGone = isUnder(glyph, area);
        if (isGone) this.gone.add(glyph);
        return !isGone;
      });
      if (left.length < glyphs.length) this.squares.set(key, left);
    }
  }

  /** Lays a picture over what was added, or over that of it which it hides: what the picture shows there is not known. */
  veil(box: Box, hides?: (ink: Box) => boolean): void {
    for (const key of this.keysUnder(box))
      for (const glyph of this.squares.get(key) ?? []) {
        this.work += hides ? LOOK : 1;
        const ink = inkOf(glyph);
        if (isUnderBy(COVERED, ink, box) && (hides?.(ink) ?? true)) glyph.isVeiled = true;
      }
  }

  /** Hides what stands in a box, as far as it was added. */
  strike(box: Box): void {
    for (const key of this.keysUnder(box))
      for (const glyph of this.squares.get(key) ?? []) {
        this.work += 1;
        if (isIn(glyph, box)) this.gone.add(glyph);
      }
  }

  /** Whether something in another colour than the paper's may lie under a point. */
  isCoated(box: Box): boolean {
    const [x, y] = [middleX(box), middleY(box)];
    const last = this.painted.findLast(({ area, coat }) => {
      this.work += 1;
      const isUnder = x > area.left && x < area.right && y > area.top && y < area.bottom;
      return isUnder && (!coat.isWhite || (coat.isOpaque && area.isWhole));
    });
    return last !== undefined && !last.coat.isWhite;
  }

  private keysUnder({ left, right, top, bottom }: Box): Iterable<string> {
    const [first, last] = [squareOf(left) - 1, squareOf(right) + 1];
    const [upper, lower] = [squareOf(top) - 1, squareOf(bottom) + 1];
    const count = (last - first + 1) * (lower - upper + 1);
    this.work += Math.min(count, this.squares.size);
    if (!(count < this.squares.size)) return [...this.squares.keys()];
    const keys: string[] = [];
    for (let x = first; x <= last; x++) for (let y = upper; y <= lower; y++) keys.push(keyOf(x, y));
    return keys;
  }
}

const squareOf = (place: number) => Math.floor(place / SQUARE);
const keyOf = (x: number, y: number) => `${x} ${y}`;

/** Whether a character is wholly under an area; a digit partly under it can no longer be read. */
function isUnder(glyph: Glyph, area: Area): boolean {
  const ink = inkOf(glyph);
  if (area.isWhole && isUnderBy(ALL, ink, area)) return true;
  if (isUnderBy(COVERED, ink, area) && /\d/u.test(glyph.text)) glyph.text = UNREADABLE;
  return false;
}

/** Whether more than a part of the ink of a character lies under a box, both ways. */
function isUnderBy(part: number, ink: Box, box: Box): boolean {
  const { left, right, top, bottom } = within(ink, box);
  const [wide, high] = [ink.right - ink.left || 1, ink.bottom - ink.top || 1];
  return (right - left) / wide > part && (bottom - top) / high > part;
}

/** How much of a character a clip leaves to be seen; all of it where the shape of the clip is not known for sure. */
export function shownIn(place: Place, clip: Box & { isWhole: boolean }): "all" | "part" | "none" {
  if (!clip.isWhole) return "all";
  const open = within(place, clip);
  if (open.left > open.right || open.top > open.bottom) return "none";
  const ink = inkOf(place);
  const { left, right, top, bottom } = within(ink, clip);
  const [width, height] = [ink.right - ink.left, ink.bottom - ink.top];
  const isCut = width - (right - left) > CUT * width || height - (bottom - top) > CUT * height;
  return isCut ? "part" : "all";
}

function inkOf({ left, right, top, bottom, size, turn }: Place): Box {
  const isLevel = turn % 2 === 0;
  const x = isLevel ? BESIDE * (right - left) : ABOVE * size;
  const y = isLevel ? ABOVE * size : BESIDE * (bottom - top);
  return { left: left + x, right: right - x, top: top + y, bottom: bottom - y };
}
