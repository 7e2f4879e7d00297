import type { AmountUnit, Cell } from "./content.ts";
import type { CellSpec } from "./edition.ts";

/** Signs with which a form says that a figure does not apply. */
const NOT_APPLICABLE = /^(?:[/\\_-]+|不适用|N\/A)$/iu;
/** Dashes of every width that stand for a minus or for "not applicable". */
const DASHES = /[\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D]/gu;
/** A figure, perhaps with its unit and a remark in brackets: `22件（其中修订16件）`. */
const NUMBER =
  /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万元|元|万|件|项|条|次|份|宗|个|起)?(?:\([^()]{1,40}\))?$/u;

/** What a figure says, from what was written for it: number, blank, not applicable, or text that is no number. */
export function parseRaw(spec: CellSpec, raw: string): Cell {
  const isAmount = spec.column.type === "amount";
  const fixed = isAmount ? { unit: spec.column.unit === "万元" ? ("万元" as const) : null } : {};
  const plain = raw
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(/[\u200B\uFEFF]+/gu, "")
    // A blank between two digits stays: `9 8` are two figures, and no number.
    .replace(/(?<![\d,.])\s+|\s+(?![\d,.])/gu, "");
  if (plain === "") return { raw, value: null, state: "blank", ...fixed };
  if (NOT_APPLICABLE.test(plain)) return { raw, value: null, state: "not-applicable", ...fixed };
  const match = NUMBER.exec(plain);
  const value = match
    ? Number(`${match[1]}${match[2]?.replaceAll(",", "")}${match[3] ?? ""}`)
    : Number.NaN;
  const suffix = match?.[4];
  // More digits than a number holds exactly are no figure.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER) || !fits(suffix, isAmount))
    return { raw, value: null, state: "text", ...fixed };
  const unit = unitOf(suffix);
  return { raw, value: value === 0 ? 0 : value, state: "number", ...fixed, ...(unit && { unit }) };
}

function unitOf(suffix: string | undefined): AmountUnit | null {
  if (suffix === "万" || suffix === "万元") return "万元";
  return suffix === "元" ? "元" : null;
}

function fits(suffix: string | undefined, isAmount: boolean): boolean {
  return suffix === undefined || (unitOf(suffix) !== null) === isAmount;
}
