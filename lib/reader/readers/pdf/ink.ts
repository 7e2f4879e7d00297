import { colourOfRgb, WHITE } from "../colours.ts";
import { finite } from "./matrix.ts";

/** With what shapes and characters are painted at a moment. */
export interface Ink {
  /** Colours as `#rrggbb`; null for patterns. */
  fill: string | null;
  stroke: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Whether what is painted is mixed with what lies under it. */
  isBlended: boolean;
  /** Whether a mask makes parts of what is painted clear, and which is not known here. */
  isMasked: boolean;
  /** Whether a group around it lets through what lies under it. */
  isInClearGroup: boolean;
}

/** The ink with which a page begins: black that covers. */
export const BLACK: Ink = {
  fill: "#000000",
  stroke: "#000000",
  fillAlpha: 1,
  strokeAlpha: 1,
  isBlended: false,
  isMasked: false,
  isInClearGroup: false,
};

/** The ink after an operator; null where the operator is about something else. */
export function inkAfter(ink: Ink, name: string, args: readonly unknown[]): Ink | null {
  switch (name) {
    case "setFillRGBColor":
      return { ...ink, fill: colourOf(args[0]) };
    case "setStrokeRGBColor":
      return { ...ink, stroke: colourOf(args[0]) };
    case "setFillColorN":
    case "setFillTransparent":
      return { ...ink, fill: null };
    case "setStrokeColorN":
    case "setStrokeTransparent":
      return { ...ink, stroke: null };
    case "setGState":
      return Array.isArray(args[0]) ? args[0].reduce(withSetting, ink) : ink;
    default:
      return null;
  }
}

function colourOf(value: unknown): string | null {
  return typeof value === "string" && /^#[0-9a-f]{6}$/iu.test(value) ? value : null;
}

function withSetting(ink: Ink, setting: unknown): Ink {
  const [key, value]: unknown[] = Array.isArray(setting) ? setting : [];
  if (key === "ca") return { ...ink, fillAlpha: finite(value) };
  if (key === "CA") return { ...ink, strokeAlpha: finite(value) };
  if (key === "BM") return { ...ink, isBlended: value !== "source-over" };
  if (key === "SMask") return { ...ink, isMasked: value !== false };
  return ink;
}

/** The ink inside a group that is painted as one. */
export function inkInGroup(ink: Ink, isMask: boolean): Ink {
  const isInClearGroup = isMask || isClear(ink) || ink.fillAlpha !== 1;
  return { ...BLACK, fill: ink.fill, stroke: ink.stroke, isInClearGroup };
}

function isClear({ isBlended, isMasked, isInClearGroup }: Ink): boolean {
  return isBlended || isMasked || isInClearGroup;
}

/** A colour a shape is painted with, and whether nothing shows through it. */
export interface Coat {
  isWhite: boolean;
  isOpaque: boolean;
}

/** How an area is coated, by its filling or by its outline. */
export function coatOf(ink: Ink, by: "fill" | "stroke"): Coat {
  const [colour, alpha] = by === "fill" ? [ink.fill, ink.fillAlpha] : [ink.stroke, ink.strokeAlpha];
  const isOpaque = colour !== null && alpha === 1 && !isClear(ink);
  return { isWhite: colour !== null && colourOfRgb(colour.slice(1)) === WHITE, isOpaque };
}
