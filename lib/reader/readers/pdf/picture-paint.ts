import { apply, inverse, type Matrix } from "./matrix.ts";
import type { Box } from "./page.ts";

/** The library's name for pictures whose dots have four parts: red, green, blue and how much they cover. */
const RGBA = 3;
const DOT_WITH_ALPHA = 4;
const OPAQUE = 255;
/** How many dots of a picture are looked at for what it lets through. */
const SAMPLE = 4096;
/** Points across a figure, one way and the other, at which it is looked at what lies over it. */
const ACROSS = 7;

/** Where a picture is paint, and where it lets through what lies under it. */
export class PicturePaint {
  private readonly width: number;
  private readonly data: ArrayLike<number>;

  constructor(width: number, data: ArrayLike<number>) {
    this.width = width;
    this.data = data;
  }

  private get dots(): number {
    return Math.floor(this.data.length / DOT_WITH_ALPHA);
  }

  private at(dot: number): number {
    return (this.data[dot * DOT_WITH_ALPHA + DOT_WITH_ALPHA - 1] ?? 0) / OPAQUE;
  }

  /** How much of the whole picture is paint, from 0 to 1. */
  get cover(): number {
    // An odd step does not fall in with the width of the picture.
    const step = Math.max(1, Math.floor(this.dots / SAMPLE) | 1);
    let [sum, count] = [0, 0];
    for (let dot = 0; dot < this.dots; dot += step) {
      sum += this.at(dot);
      count += 1;
    }
    return count === 0 ? 1 : sum / count;
  }

  /** How much of a box of the page lies under paint, the picture drawn with a matrix. */
  over({ left, right, top, bottom }: Box, matrix: Matrix): number {
    const back = inverse(matrix);
    const height = Math.floor(this.dots / this.width);
    if (!back || height === 0) return 0;
    let sum = 0;
    for (let across = 0; across < ACROSS; across++)
      for (let down = 0; down < ACROSS; down++) {
        const x = left + ((across + 0.5) / ACROSS) * (right - left);
        const y = top + ((down + 0.5) / ACROSS) * (bottom - top);
        const [u, v] = apply(back, x, y);
        if (u < 0 || u >= 1 || v <= 0 || v > 1) continue;
        sum += this.at(Math.floor((1 - v) * height) * this.width + Math.floor(u * this.width));
      }
    return sum / ACROSS ** 2;
  }
}

/** Where a picture as the library decodes it is paint; null where it says nothing of that. */
export function paintIn(picture: unknown): PicturePaint | null {
  if (typeof picture !== "object" || picture === null) return null;
  const [kind, data] = ["kind" in picture && picture.kind, "data" in picture && picture.data];
  const width = "width" in picture && picture.width;
  if (kind !== RGBA || typeof width !== "number" || width < 1) return null;
  const isDots = data instanceof Uint8ClampedArray || data instanceof Uint8Array;
  return isDots && data.length >= DOT_WITH_ALPHA ? new PicturePaint(width, data) : null;
}
