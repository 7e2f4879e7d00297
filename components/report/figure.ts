import type { Cell } from "#lib/editions/content.ts";
import type { CellSpec, Text } from "#lib/editions/edition.ts";

/** How a cell looks: `absent` was not printed at all, `word` was printed but is no number. */
export type FigureLook = "number" | "zero" | "blank" | "word" | "absent";

/** The look of a cell; a blank is never a zero. */
export function lookOf(cell: Cell | undefined): FigureLook {
  if (!cell) return "absent";
  if (cell.state === "blank") return "blank";
  if (cell.state !== "number" || cell.value === null) return "word";
  return cell.value === 0 ? "zero" : "number";
}

const UNITS: Readonly<Record<NonNullable<Cell["unit"]>, Text>> = {
  元: { zh: "元", en: "yuan" },
  万元: { zh: "万元", en: "× 10,000 yuan" },
};

const UNKNOWN: Text = { zh: "单位不明", en: "unit unknown" };

/** The unit to print behind an amount: where each report prints its own, or where it is not the one in the form's head. */
export function printedUnit({ column }: CellSpec, { state, unit }: Cell): Text | null {
  if (column.type !== "amount" || state !== "number" || unit === column.unit) return null;
  if (unit === null && column.unit !== "printed") return UNKNOWN;
  return unit ? UNITS[unit] : null;
}
