import type { CellKey, Cells } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { demandedSums, type SumInstance } from "#lib/editions/sum-instances.ts";
import type { Doubt } from "./doubt.ts";

/** Of fewer figures, either of two that are equal may be the total. */
const FEWEST_FIGURES = 3;

/**
 * Tables in whose rows not the total but always the same other column is the sum of all others: heads were misread, or are
 * printed in another order than their figures, and columns have changed places.
 */
export function turnedTables(edition: Edition, cells: Cells): Doubt[] {
  const rows = demandedSums(edition, cells).filter(
    ({ per, right }) => per === "row" && right.length === 1,
  );
  return [...Map.groupBy(rows, ({ table }) => table)].flatMap(([table, sums]): Doubt[] => {
    const telling = sums.map(keysOf).filter((keys) => isTelling(keys, cells));
    const [first = []] = telling;
    const places = [...first.keys()].filter((at) =>
      telling.every((keys) => isSumOfOthers(keys, at, cells)),
    );
    const isSound = telling.some((keys) => isSumOfOthers(keys, keys.length - 1, cells));
    const key = isSound ? undefined : first[places[0] ?? -1];
    const column = key === undefined ? undefined : cellSpecs(edition).get(key)?.column;
    if (!column) return [];
    const own = Object.keys(cells).filter(
      (one) => cellSpecs(edition).get(one)?.table.key === table,
    );
    return [{ code: "turned", column, cells: own, words: column.label.zh }];
  });
}

/** Whether a row has a total and figures enough to show which of them is the sum. */
function isTelling(keys: readonly CellKey[], cells: Cells): boolean {
  const hasTotal = Boolean(cells[keys.at(-1) ?? ""]?.value);
  return hasTotal && keys.filter((key) => cells[key]?.value).length >= FEWEST_FIGURES;
}

/** The cells of a row, the total last. */
function keysOf({ left, right }: SumInstance): CellKey[] {
  return [...left, ...right];
}

function isSumOfOthers(keys: readonly CellKey[], at: number, cells: Cells): boolean {
  const values = keys.map((key) => cells[key]?.value ?? 0);
  const all = values.reduce((sum, value) => sum + value, 0);
  return 2 * (values[at] ?? 0) === all;
}
