import { attributeOf, childOf, type Markup } from "../archive/markup.ts";

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
  const isWhite = /\d/.test(text) && WHITES.some((is) => is(properties));
  return isRaised(properties) || isWhite ? ` ${text} ` : text;
}

/** How far from the line text is no longer part of it, in half points. */
const OFF_LINE = 4;

function isRaised(properties: Markup | undefined): boolean {
  if (/^su[pb]/.test(attributeOf(childOf(properties, "vertAlign"), "val") ?? "")) return true;
  const height = Number.parseFloat(attributeOf(childOf(properties, "position"), "val") ?? "");
  return Math.abs(height) >= OFF_LINE;
}

/** How Word and spreadsheets say that a run is white. */
const WHITES: readonly ((properties: Markup | undefined) => boolean)[] = [
  (properties) => /^ffffff$/i.test(attributeOf(childOf(properties, "color"), "val") ?? ""),
  (properties) => /^(?:ff)?ffffff$/i.test(attributeOf(childOf(properties, "color"), "rgb") ?? ""),
  (properties) => isWhiteOfTheme(childOf(properties, "color")),
];

/** What a theme calls a darker white is hardly darker, up to this share. */
const HARDLY_DARKER = 0.15;

/** Whether a colour of a spreadsheet is the white of its theme. */
export function isWhiteOfTheme(colour: Markup | undefined): boolean {
  const tint = Number(attributeOf(colour, "tint") ?? 0);
  return attributeOf(colour, "theme") === "0" && Math.abs(tint) <= HARDLY_DARKER;
}
