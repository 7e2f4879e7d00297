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
  const raised = childOf(properties, "vertAlign");
  const isRaised = raised && /^su[pb]/.test(attributeOf(raised, "val") ?? "");
  const isWhite = /\d/.test(text) && WHITES.some((is) => is(properties));
  return isRaised || isWhite ? ` ${text} ` : text;
}

/** How Word and spreadsheets say that a run is white. */
const WHITES: readonly ((properties: Markup | undefined) => boolean)[] = [
  (properties) => /^ffffff$/i.test(attributeOf(childOf(properties, "color"), "val") ?? ""),
  (properties) => /^(?:ff)?ffffff$/i.test(attributeOf(childOf(properties, "color"), "rgb") ?? ""),
];
