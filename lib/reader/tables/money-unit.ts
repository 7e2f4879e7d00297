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
  /(?<![\p{Script=Han}?]|\p{Co})(?:[十百千万萬亿億]*元|[百千万萬亿億]+(?=\)|$))|(?<=[位为為])[十百千万萬亿億]*元/gu;
/** A reading glued to a character: 元(yuán). */
const READING = /(?<=\p{Script=Han})\([\p{Script=Latin}\p{M}]{1,8}\)/gu;
const UNIT_ALONE = /^\(?(?:[单單]位[:为為]?)?([十百千万萬亿億]*元)\)?$/u;
/** Words of the heads and the label under which an amount of this kind stands. */
const NAMES = {
  万元: /收[费費]|征收|徵收|金[额額]/u,
  printed: /采[购購]|採購|金[额額]/u,
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
    .map(({ text }) => text.normalize("NFKC").replace(/\s+/gu, "").replace(READING, ""));
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
  const simple = unit.replaceAll("萬", "万").replaceAll("億", "亿");
  return simple.endsWith("元") ? simple : `${simple}元`;
}
