import { UNREADABLE } from "../../lost.ts";
import { boxAround, within } from "./areas.ts";
import { isIn } from "./cell-text.ts";
import type { Ink } from "./ink.ts";
import type { Layers } from "./layers.ts";
import { linesOf, lineText } from "./lines.ts";
import { apply, type Matrix } from "./matrix.ts";
import { type Box, FEW, type Glyph } from "./page.ts";
import { THIN } from "./paths.ts";
import type { PicturePaint } from "./picture-paint.ts";

const DRAWN = /^paint(?:Inline|SolidColor)?Image(?:Mask)?(?:XObject)?$/u;
/** Paint thinner than this is not seen. */
const CLEAR = 0.05;
/** A seal is smaller, in points; what is as large and lets through what lies under it is the ground of a page. */
const LARGE = 200;
/** A picture less than half of which is paint lets through what lies under it. */
const HALF = 0.5;
/** A figure of which a picture leaves less than this part open is not seen under it. */
const OPEN = 0.1;
/** Pictures of a page that are kept; a form has one or two. */
const MOST = 500;

/** Whether an operator draws a picture. */
export function drawsPicture(name: string): boolean {
  return DRAWN.test(name);
}

/** Keeps where a picture comes to lie, and what it lies over. */
export class Pictures {
  readonly boxes: Box[] = [];
  private readonly layers: Layers;

  constructor(layers: Layers) {
    this.layers = layers;
  }

  /** Draws a picture of one by one in its own measure; where it is paint nobody knows of one without that. */
  draw(
    name: string,
    matrix: Matrix,
    { clip, ink }: { clip: Box; ink: Ink },
    paint: PicturePaint | null,
  ): void {
    const corners = [0, 1].flatMap((x) => [0, 1].map((y) => apply(matrix, x, y)));
    const box = within(boxAround(corners), clip);
    const cover = paint?.cover ?? 1;
    const lets = name.includes("Mask") || ink.isMasked || ink.isBlended || ink.isInClearGroup;
    const isClear = lets || ink.fillAlpha < 1 || cover < 1;
    if (!isSeen(box, Math.min(ink.fillAlpha, cover))) return;
    // A seal or a mark over the page that is mostly clear hides what its paint lies on; in a blank cell it may be a figure.
    if (cover < HALF) this.keep(box);
    else this.lay(box, isClear);
    if (paint && cover < 1 && !lets && ink.fillAlpha === 1)
      this.layers.veil(box, (under) => paint.over(under, matrix) > 1 - OPEN);
  }

  /** Lays something over a page that may let through what lies under it. */
  lay(box: Box, isClear: boolean): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (!isSeen(box, 1) || (isClear && width > LARGE && height > LARGE)) return;
    this.keep(box);
    this.layers.veil(box);
  }

  private keep(box: Box): void {
    if (this.boxes.length < MOST) this.boxes.push(box);
  }
}

/** Whether something laid over a page has room and paint enough to be seen. */
function isSeen({ left, right, top, bottom }: Box, alpha: number): boolean {
  return right - left > THIN && bottom - top > THIN && alpha >= CLEAR;
}

/** The characters of a page on which nearly all lies under pictures: a scanner laid them over the text, which counts as hidden. */
export function underScan(glyphs: readonly Glyph[]): readonly Glyph[] {
  const shown = glyphs.filter(({ isHidden }) => !isHidden);
  const open = shown.filter(({ isVeiled }) => !isVeiled).length;
  if (shown.length <= FEW || open * 4 > shown.length) return glyphs;
  return glyphs.map(({ isVeiled: _, ...glyph }) => ({ ...glyph, isHidden: true }));
}

const FIGURE = /^[\d.,，%—-]+$/u;
const DATE = /\d\s*年|\d{4}[-./]\d{1,2}[-./]\d{1,2}/u;

/** The same characters, those of figures under a picture made unreadable; lines with a date (2021年) are left alone, since seals lie over them. */
export function unveiled(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(({ isVeiled }) => isVeiled)) return [...glyphs];
  const lost = new Set<Glyph>();
  for (const line of linesOf(glyphs)) {
    // A date may be cut into pieces; a line of a table has more than one.
    if (line.pieces.length === 1 && DATE.test(lineText(line))) continue;
    for (const { glyphs: run, text } of line.pieces)
      if (FIGURE.test(text) && !DATE.test(text))
        for (const glyph of run) if (glyph.isVeiled) lost.add(glyph);
  }
  return glyphs.map((glyph) => (lost.has(glyph) ? { ...glyph, text: UNREADABLE } : glyph));
}

/** Whether a picture stands in a cell, as a figure that was pasted does; a larger one is the ground of several. */
export function hasPicture(cell: Box, pictures: readonly Box[]): boolean {
  const most = { width: cell.right - cell.left + THIN, height: cell.bottom - cell.top + THIN };
  return pictures.some(
    (one) =>
      isIn(one, cell) && one.right - one.left <= most.width && one.bottom - one.top <= most.height,
  );
}
