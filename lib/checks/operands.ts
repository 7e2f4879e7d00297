import type { Cell, CellKey, Cells } from "../editions/content.ts";
import { cellSpecs, type Edition, groupPath, type Text } from "../editions/edition.ts";
import type { SumInstance } from "../editions/sum-instances.ts";
import { exactSum } from "./decimal.ts";

/** The number in a cell, or null where there is none: blank is not zero. */
export function figureOf(cell: Cell | undefined): number | null {
  const value = cell?.state === "number" ? cell.value : null;
  return value !== null && Number.isFinite(value) ? value : null;
}

const QUOTED = 20;

/** Why a cell has no number to count with. */
export function whyUnknown(cell: Cell | undefined): Text {
  if (!cell) return { zh: "未列出", en: "is not printed" };
  if (cell.state === "blank") return { zh: "为空白", en: "is blank" };
  const characters = [...cell.raw.trim()];
  const isLong = characters.length > QUOTED;
  const raw = `${characters.slice(0, QUOTED).join("")}${isLong ? "…" : ""}`;
  return { zh: `填的是“${raw}”`, en: `reads “${raw}”` };
}

/** One side of a sum in figures: `9 + 0`; parts of one group of rows are drawn together, so that R01 shows （一）…（六）. */
export function sideInFigures(
  edition: Edition,
  sum: SumInstance,
  side: readonly CellKey[],
  cells: Cells,
): string {
  const terms = new Map<string, (number | null)[]>();
  for (const key of side) {
    const term = termOf(edition, sum, key);
    terms.set(term, [...(terms.get(term) ?? []), figureOf(cells[key])]);
  }
  return [...terms.values()].map(inFigures).join(" + ");
}

function inFigures(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return "□";
  const sum = exactSum(known);
  return sum.startsWith("-") ? `(${sum})` : sum;
}

/** Rows that stand deeper in the form than the total they add up to count by their group; all else stands for itself. */
function termOf(edition: Edition, sum: SumInstance, key: CellKey): string {
  if (sum.per === "row" || sum.right.length !== 1) return key;
  const total = pathOf(edition, sum.right[0]);
  return pathOf(edition, key)[total.length] ?? key;
}

function pathOf(edition: Edition, key: CellKey | undefined): string[] {
  const spec = key === undefined ? undefined : cellSpecs(edition).get(key);
  if (!spec) return [];
  return groupPath(spec.table.rowGroups, spec.row.group).map((group) => group.key);
}
