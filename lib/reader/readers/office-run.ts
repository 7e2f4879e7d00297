import { attributeOf, childOf, type Markup } from "../archive/markup.ts";
import { WHITE } from "./colours.ts";
import { officeColourOf } from "./office-colours.ts";

/** Whether a property of a run is set, as `<w:vanish/>` or with a value that does not say no. */
export function isOn(properties: Markup | undefined, name: string): boolean {
  const property = childOf(properties, name);
  return property !== undefined && !/^(?:0|false|off)$/.test(attributeOf(property, "val") ?? "");
}

/**
 * The text of a run, apart from its neighbours where it may be no part of them: raised or lowered, as the mark of a note
 * beside a figure, or a figure in white, which may not be seen.
 */
export function apartIfUnlike(properties: Markup | undefined, text: string): string {
  const isWhite = /\d/.test(text) && officeColourOf(childOf(properties, "color")) === WHITE;
  return isRaised(properties) || isWhite ? ` ${text} ` : text;
}

/** How far from the line text is no longer part of it, in half points. */
const OFF_LINE = 4;

function isRaised(properties: Markup | undefined): boolean {
  if (/^su[pb]/.test(attributeOf(childOf(properties, "vertAlign"), "val") ?? "")) return true;
  const height = Number.parseFloat(attributeOf(childOf(properties, "position"), "val") ?? "");
  return Math.abs(height) >= OFF_LINE;
}
