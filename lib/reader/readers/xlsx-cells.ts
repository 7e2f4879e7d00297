import { attributeOf, childOf, type Markup, textOf } from "../archive/markup.ts";
import type { Oddity } from "../plain.ts";
import { isLost } from "./colours.ts";
import { isRounded, writtenNumber } from "./xlsx-format.ts";
import type { Formula } from "./xlsx-formulas.ts";
import { type CellLook, type Dressing, USUAL } from "./xlsx-looks.ts";
import { type Words, wordsOf } from "./xlsx-words.ts";

/** What the cells of all sheets refer to. */
export interface Workbook {
  strings: readonly Words[];
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
  const value = wordsOf(cell, stored, workbook.strings)?.text ?? stored;
  const mayDiffer = sheet.dressingsAt(value).some((dressing) => {
    const dressed = dressedLook(look, dressing);
    const other = shownAs(cell, workbook, sheet.hidesZeros, dressed);
    return other.text !== shown.text || other.oddity === "unseen";
  });
  return mayDiffer ? { ...shown, oddity: "conditional" } : shown;
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
  const value = textOf(childOf(cell, "v"));
  const words = wordsOf(cell, value, strings);
  if (words) {
    const inks = words.inks.map((own) => own ?? ink);
    return seen(
      format.textWords ?? words.text,
      inks.some((one) => isLost(one, ground)),
    );
  }
  if (hidesZeros && value.trim() !== "" && Number(value) === 0) return { text: "" };
  const text = writtenNumber(value, format, is1904);
  return isRounded(value, format) ? { text, oddity: "rounded" } : seen(text, isLost(ink, ground));
}

function seen(text: string, isUnseen: boolean): ShownCell {
  return isUnseen && /\d/u.test(text) ? { text, oddity: "unseen" } : { text };
}
