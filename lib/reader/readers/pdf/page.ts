/** A box on a page in points, counted from its top left corner as it is shown. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One character, or a few drawn as one, in its place. */
export interface Glyph extends Box {
  text: string;
  /** Height of the font. */
  size: number;
  /** Which way the text runs: quarter turns clockwise from left to right. */
  turn: 0 | 1 | 2 | 3;
  /** There but not painted, as scanners lay it over a picture. */
  isHidden: boolean;
  /** Whether a picture or a stamp was laid over it, which may show something else. */
  isVeiled?: true;
}

/** A straight line, upright or level; a thin bar is a line too. */
export interface Rule extends Box {
  isLevel: boolean;
}

/** What is drawn on one page. */
export interface PageDrawing {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  /** Places of small pictures; larger ones are not looked at. */
  pictures: Box[];
  /** Whether nothing at all is drawn on it, not even a large picture. */
  isBlank?: boolean;
}

/** Fewer characters than this are no page of text. */
export const FEW = 40;

/** The middle of a box from left to right. */
export function middleX({ left, right }: Pick<Box, "left" | "right">): number {
  return (left + right) / 2;
}

/** The middle of a box from top to bottom. */
export function middleY({ top, bottom }: Box): number {
  return (top + bottom) / 2;
}

/** The smallest box around boxes. */
export function around(boxes: readonly Box[]): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { left, right, top, bottom } of boxes) {
    box.left = Math.min(box.left, left);
    box.right = Math.max(box.right, right);
    box.top = Math.min(box.top, top);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}
