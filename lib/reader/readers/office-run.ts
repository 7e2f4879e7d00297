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

/** The least share of each colour in what the eye takes for the white of the paper. */
const LEAST_OF_WHITE = 0xf0;

/** Whether a colour in six or eight hexadecimal digits is as good as white. */
export function isWhiteRgb(rgb: string): boolean {
  const [, digits] = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/iu.exec(rgb) ?? [];
  if (digits === undefined) return false;
  return [0, 2, 4].every((at) => Number.parseInt(digits.slice(at, at + 2), 16) >= LEAST_OF_WHITE);
}

/** How Word and spreadsheets say that a run is white. */
const WHITES: readonly ((properties: Markup | undefined) => boolean)[] = [
  (properties) => isWhiteRgb(attributeOf(childOf(properties, "color"), "val") ?? ""),
  (properties) => isWhiteRgb(attributeOf(childOf(properties, "color"), "rgb") ?? ""),
  (properties) => isWhiteOfTheme(childOf(properties, "color")),
];

/** What a theme calls a darker white is hardly darker, up to this share. */
const HARDLY_DARKER = 0.15;

/** Whether a colour of a spreadsheet is the white of its theme. */
export function isWhiteOfTheme(colour: Markup | undefined): boolean {
  const tint = Number(attributeOf(colour, "tint") ?? 0);
  return attributeOf(colour, "theme") === "0" && Math.abs(tint) <= HARDLY_DARKER;
}
