import { fold } from "#lib/chinese/fold.ts";
import type { AmountUnit, Cell } from "#lib/editions/content.ts";
import type { CellSpec } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Doubt } from "./doubt.ts";

/** An amount with the unit that its head prints, and what is doubtful about it. */
export interface Amount {
  cell: Cell;
  doubt: Doubt | null;
}

/** After another character 元 may be the rest of a garbled 万元, and says nothing. */
const UNIT =
  /(?<![\p{L}\p{N}\p{S}?]|\p{Co})(?:[十百千万亿]*元|[百千万亿]+(?=\)|$))|(?<=[位为])[十百千万亿]*元/gu;
const UNIT_ALONE = /^\(?(?:单位[:为]?)?([十百千万亿]*元)\)?$/u;
/** Words of the heads and the label under which an amount of this kind stands. */
const NAMES = {
  万元: /收费|征收|金额/u,
  printed: /采购|金额/u,
} as const;
/** From here on, in 万元, an amount without a printed unit is more likely one in 元: fees of 100 million yuan. */
const LARGE = 10_000;

/**
 * Gives an amount the unit that the words of its table print, since reports reword the form's 单位：万元.
 * 元 is taken; any other unit, or two that differ, leaves the amount without a unit and in doubt.
 */
export function withPrintedUnit(cell: Cell, spec: CellSpec, tokens: readonly Token[]): Amount {
  if (spec.column.type !== "amount" || cell.state !== "number" || /[元万萬]/u.test(cell.raw))
    return { cell, doubt: null };
  const heads = headsWithUnits(spec, tokens);
  const units = new Set(heads.flatMap(({ units }) => units));
  const words = heads.map(({ text }) => text).join(" ");
  const doubtful = (code: "moneyUnit" | "noMoneyUnit", said: string, unit: AmountUnit | null) => ({
    cell: { ...cell, unit },
    doubt: { code, row: spec.row, cells: [spec.key], words: said },
  });
  const [unit] = units;
  if (unit === undefined) {
    const isLarge = spec.column.unit === "万元" && (cell.value ?? 0) >= LARGE;
    return isLarge ? doubtful("noMoneyUnit", cell.raw, cell.unit ?? null) : { cell, doubt: null };
  }
  if (units.size === 1 && (unit === "元" || unit === "万元"))
    return { cell: { ...cell, unit }, doubt: null };
  return doubtful("moneyUnit", words, null);
}

/** The words that name the amount and print a unit; where none does, the units printed alone. */
function headsWithUnits({ column }: CellSpec, tokens: readonly Token[]) {
  const words = tokens
    .filter(({ kind }) => kind === "word")
    // A reading broken over two lines is one only without its blanks: 万( wàn)元.
    .map(({ text }) => fold(text.replace(/\s+/gu, "")));
  const names = NAMES[column.unit === "万元" ? "万元" : "printed"];
  const named = words
    .filter((text) => names.test(text))
    .map((text) => ({ text, units: unitsIn(text) }));
  const found = named.filter(({ units }) => units.length > 0);
  if (found.length > 0) return found;
  return words.flatMap((text) => {
    const unit = UNIT_ALONE.exec(text)?.[1];
    return unit === undefined ? [] : [{ text, units: [spelled(unit)] }];
  });
}

function unitsIn(text: string): string[] {
  return (text.match(UNIT) ?? []).map(spelled);
}

function spelled(unit: string): string {
  return unit.endsWith("元") ? unit : `${unit}元`;
}
