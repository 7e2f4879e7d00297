import { attributeOf, childOf, childrenOf, type Markup, textOf } from "../archive/markup.ts";
import type { Oddity } from "../plain.ts";
import { LONGEST_FIGURE_WORD } from "../tokens.ts";
import { apartIfUnlike, isOn } from "./office-run.ts";
import { isRounded, writtenNumber } from "./xlsx-format.ts";
import type { Formula } from "./xlsx-formulas.ts";
import { type CellLook, type Dressing, USUAL } from "./xlsx-looks.ts";

/** What the cells of all sheets refer to. */
export interface Workbook {
  strings: readonly string[];
  looks: readonly CellLook[];
  dressings: readonly Dressing[];
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

/** How a sheet shows its cells. */
export interface SheetLook {
  hidesZeros: boolean;
  /** What the conditions that may hold for a cell with this value give to it. */
  dressingsAt: (value: string) => readonly Dressing[];
}

/** What a cell shows and what is odd about it; what is struck out is not shown, and what a condition may hide is told. */
export function shownCell(cell: Markup, workbook: Workbook, sheet: SheetLook): ShownCell {
  const look = lookOf(cell, workbook);
  const shown = shownAs(cell, workbook, sheet.hidesZeros, look);
  if (!/\d/u.test(shown.text) || shown.oddity) return shown;
  const stored = textOf(childOf(cell, "v"));
  const value = wordsOf(cell, stored, workbook.strings) ?? stored;
  const mayDiffer = sheet.dressingsAt(value).some((dressing) => {
    const dressed = dressedLook(look, dressing);
    const other = shownAs(cell, workbook, sheet.hidesZeros, dressed);
    return other.text !== shown.text || other.oddity === "unseen";
  });
  return mayDiffer ? { ...shown, oddity: "unseen" } : shown;
}

function lookOf(cell: Markup, { looks }: Workbook): CellLook {
  return looks[Number(attributeOf(cell, "s") ?? 0)] ?? USUAL;
}

function dressedLook(look: CellLook, { format, isStruck, ink, ground }: Dressing): CellLook {
  return {
    format: format ?? look.format,
    isStruck: isStruck ?? look.isStruck,
    ink: ink ?? look.ink,
    ground: ground ?? look.ground,
  };
}

function shownAs(
  cell: Markup,
  { strings, is1904 }: Workbook,
  hidesZeros: boolean,
  { format, isStruck, ink, ground }: CellLook,
): ShownCell {
  if (isStruck) return { text: "" };
  const isUnseen = ink === ground;
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
