import { attributeOf, childOf, childrenOf, type Markup, textOf } from "../archive/markup.ts";
import { LONGEST_FIGURE_WORD } from "../tokens.ts";
import { apartIfUnlike, isOn } from "./office-run.ts";
import { colourOf } from "./xlsx-looks.ts";

/** The words of a cell, and the colours in which its digits are printed; null for the colour of the cell itself. */
export interface Words {
  text: string;
  inks: readonly (string | null)[];
}

/** The shared strings of a workbook, notes of pronunciation left out. */
export function stringsOf(shared: Markup | null): Words[] {
  return childrenOf(shared ?? undefined, "si").map(richText);
}

/** What a cell says that is no number; a formula that was never computed shows itself, so that it is no blank. */
export function wordsOf(cell: Markup, value: string, strings: readonly Words[]): Words | null {
  const formula = childOf(cell, "f");
  if (formula && value === "" && attributeOf(cell, "t") !== "str")
    return plain(`=${textOf(formula).split("(")[0]}`.slice(0, LONGEST_FIGURE_WORD));
  switch (attributeOf(cell, "t")) {
    case "s":
      return strings[Number(value)] ?? plain("");
    case "inlineStr":
      return richText(childOf(cell, "is"));
    case "str":
      return plain(unescaped(value));
    case "b":
      return plain(value === "1" ? "TRUE" : "FALSE");
    case "e":
    case "d":
      return plain(value);
    default:
      return null;
  }
}

function plain(text: string): Words {
  return { text, inks: [null] };
}

function richText(item: Markup | undefined): Words {
  const runs = [item, ...childrenOf(item, "r")].map((run) => ({ run, text: runText(run) }));
  const inks = new Set(runs.flatMap(({ run, text }) => (/\d/u.test(text) ? [inkOf(run)] : [])));
  return { text: unescaped(runs.map(({ text }) => text).join("")), inks: [...inks] };
}

/** What a run says of its look takes the place of what its cell says. */
function inkOf(run: Markup | undefined): string | null {
  const properties = childOf(run, "rPr");
  return properties ? colourOf(childOf(properties, "color")) : null;
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
