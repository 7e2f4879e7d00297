import { attributeOf, childOf, childrenOf, type Markup, textOf } from "../archive/markup.ts";
import type { Oddity } from "../plain.ts";
import { LONGEST_FIGURE_WORD } from "../tokens.ts";
import { apartIfUnlike, isOn } from "./office-run.ts";
import { isRounded, writtenNumber } from "./xlsx-format.ts";
import type { Formula } from "./xlsx-formulas.ts";
import { type CellLook, USUAL } from "./xlsx-looks.ts";

/** What the cells of all sheets refer to. */
export interface Workbook {
  strings: readonly string[];
  looks: readonly CellLook[];
  is1904: boolean;
}

/** What a cell shows. */
export interface ShownCell {
  text: string;
  oddity?: Oddity;
  /** By what its figure is computed. */
  formula?: Formula | undefined;
}

/** The shared strings of a workbook, notes of pronunciation left out. */
export function stringsOf(shared: Markup | null): string[] {
  return childrenOf(shared ?? undefined, "si").map(richText);
}

/** What a cell shows and what is odd about it, in a sheet that may hide zeros; what is struck out is not shown. */
export function shownCell(
  cell: Markup,
  { strings, looks, is1904 }: Workbook,
  hidesZeros: boolean,
): ShownCell {
  const { format, isStruck, isUnseen } = looks[Number(attributeOf(cell, "s") ?? 0)] ?? USUAL;
  if (isStruck) return { text: "" };
  const value = textOf(childOf(cell, "v"));
  const words = wordsOf(cell, value, strings);
  if (words !== null) return seen(format.textWords ?? words, isUnseen);
  if (hidesZeros && value.trim() !== "" && Number(value) === 0) return { text: "" };
  const text = writtenNumber(value, format, is1904);
  return isRounded(value, format) ? { text, oddity: "rounded" } : seen(text, isUnseen);
}

function seen(text: string, isUnseen: boolean): ShownCell {
  return isUnseen && /\d/u.test(text) ? { text, oddity: "unseen" } : { text };
}

/** What a cell says that is no number; a formula that was never computed shows itself, so that it is no blank. */
function wordsOf(cell: Markup, value: string, strings: readonly string[]): string | null {
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
      return null;
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
