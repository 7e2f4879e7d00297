import { BLACK, type Ink } from "./ink.ts";
import { finite, type Matrix } from "./matrix.ts";
import type { Box } from "./page.ts";

/** What of a font the places of its characters depend on. */
export interface FontShape {
  isVertical: boolean;
  /** Size of a glyph's unit: a thousandth, but for fonts that are drawn by the page itself. */
  unit: number;
}

/** How text is drawn at a moment, in the words of the format. */
export interface TextState {
  matrix: Matrix;
  font: FontShape;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
  ink: Ink;
  /** What is painted outside of this is cut off; what is inside, too, unless all of the box is open. */
  clip: Box & { isWhole: boolean };
}

const EVERYWHERE: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** The state in which a page begins. */
export function initialState(matrix: Matrix): TextState {
  return {
    matrix,
    font: { isVertical: false, unit: 0.001 },
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
    ink: BLACK,
    clip: { ...EVERYWHERE, isWhole: true },
  };
}

/** One glyph of a font as the library hands it on. */
export interface FontGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  /** Of fonts written from top to bottom: the way down, and where the glyph hangs. */
  vertical: readonly [number, number, number] | null;
}

/** A list of glyphs and of distances between them. */
export function glyphsOf(value: unknown): (FontGlyph | number)[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item): (FontGlyph | number)[] => {
    if (typeof item === "number") return [item];
    if (typeof item !== "object" || item === null) return [];
    const { unicode, width, isSpace, vmetric } = item;
    const [down, x, y] = Array.isArray(vmetric) ? vmetric : [];
    return [
      {
        unicode: typeof unicode === "string" ? unicode : "",
        width: finite(width),
        isSpace: isSpace === true,
        vertical: Array.isArray(vmetric) ? [finite(down), finite(x), finite(y)] : null,
      },
    ];
  });
}
