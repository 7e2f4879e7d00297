import { attributeOf, childOf, childrenOf, type Markup, textOf } from "../archive/markup.ts";
import { LONGEST_FIGURE_WORD } from "../tokens.ts";
import { apartIfUnlike, isOn } from "./office-run.ts";
import { type NumberFormat, writtenNumber } from "./xlsx-format.ts";

/** What the cells of all sheets refer to. */
export interface Workbook {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  is1904: boolean;
}

/** The shared strings of a workbook, notes of pronunciation left out. */
export function stringsOf(shared: Markup | null): string[] {
  return childrenOf(shared ?? undefined, "si").map(richText);
}

/** What a cell shows; a formula that was never computed shows itself, so that it is no blank. */
export function cellText(cell: Markup, { strings, formats, is1904 }: Workbook): string {
  const value = textOf(childOf(cell, "v"));
  const formula = childOf(cell, "f");
  if (formula && value === "" && attributeOf(cell, "t") !== "str")
    return `=${textOf(formula)}`.slice(0, LONGEST_FIGURE_WORD);
  switch (attributeOf(cell, "t")) {
    case "s":
      return strings[Number(value)] ?? "";
    case "inlineStr":
      return richText(childOf(cell, "is"));
    case "str":
      return unescaped(value);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
    case "d":
      return value;
    default:
      return writtenNumber(value, formats[Number(attributeOf(cell, "s") ?? 0)] ?? "plain", is1904);
  }
}

function richText(item: Markup | undefined): string {
  const runs = [item, ...childrenOf(item, "r")];
  return unescaped(runs.map(runText).join(""));
}

/** What a run says; nothing where it is struck out. */
function runText(run: Markup | undefined): string {
  const properties = childOf(run, "rPr");
  if (isOn(properties, "strike")) return "";
  return apartIfUnlike(properties, childrenOf(run, "t").map(textOf).join(""));
}

/** `_x000D_` is a character that XML cannot hold; half a character is none. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .toWellFormed();
}
