import { parseRaw } from "#lib/editions/cell-value.ts";
import type { Cells } from "#lib/editions/content.ts";
import { type CellSpec, cellKey, type Edition, officialCells } from "#lib/editions/edition.ts";
import type { Random } from "./random.ts";
import { type Figures, officialRows, sumOf } from "./requests.ts";

/** What was done to a report on purpose. R01–R04 break just that rule's sums; the others break none of them. */
export const FAULTS = ["R01", "R02", "R03", "R04", "blank", "slash", "one-row", "chain"] as const;
export type Fault = (typeof FAULTS)[number];

/** Breaks figures so that only the sums of one rule fail; null where these figures cannot be broken that way. */
export function brokenFigures(
  fault: Fault,
  edition: Edition,
  figures: Figures,
  random: Random,
): Figures | null {
  switch (fault) {
    case "R01":
      return applicantSwapped(edition, figures);
    case "R02":
      return receivedMiscounted(figures, random);
    case "R03":
      return totalMisplaced(edition, figures);
    case "R04":
      return remedyMiscounted(edition, figures, random);
    case "chain":
      return backlogForgotten(figures);
    default:
      return figures;
  }
}

/** What cannot be said in figures: a blank, a slash, or （六） as one row. */
export function brokenCells(
  fault: Fault,
  edition: Edition,
  cells: Cells,
  random: Random,
): Cells | null {
  switch (fault) {
    case "blank":
      return blanked(edition, cells, random);
    case "slash":
      return slashed(edition, cells);
    case "one-row":
      return inOneRow(edition, cells);
    default:
      return cells;
  }
}

/** An outcome booked under the wrong applicant: R01 fails in two columns, every row still adds up. */
function applicantSwapped(edition: Edition, figures: Figures): Figures | null {
  const row = officialRows(edition, sumOf(edition, "R01")).find((key) =>
    has(figures, key, "naturalPerson"),
  );
  if (!row) return null;
  return changed(figures, [
    [cellKey("requests", row, "naturalPerson"), -1],
    [cellKey("requests", row, "company"), 1],
  ]);
}

/** Received counted wrongly, in one column with its total or in two columns with the total still right. */
function receivedMiscounted(figures: Figures, random: Random): Figures | null {
  if (!has(figures, "received", "naturalPerson")) return null;
  const other = random.chance(0.5) ? "company" : "total";
  return changed(figures, [
    [cellKey("requests", "received", "naturalPerson"), other === "total" ? 1 : -1],
    [cellKey("requests", "received", other), 1],
  ]);
}

/** A row's total put one line too high: R03 fails in two rows, the total column still adds up. */
function totalMisplaced(edition: Edition, figures: Figures): Figures | null {
  const rows = officialRows(edition, sumOf(edition, "R01"));
  const from = rows.findIndex((row) => has(figures, row, "total"));
  const to = rows[from === 0 ? 1 : from - 1];
  const row = rows[from];
  if (row === undefined || to === undefined) return null;
  return changed(figures, [
    [cellKey("requests", row, "total"), -1],
    [cellKey("requests", to, "total"), 1],
  ]);
}

/** A remedy counted in its total but in no outcome, as seed reports have it. */
function remedyMiscounted(edition: Edition, figures: Figures, random: Random): Figures {
  const { right } = sumOf(edition, "R04");
  const rows = edition.tables.find(({ key }) => key === "remedies")?.blocks[0]?.rows ?? [];
  const row = random.pick(rows).key;
  return changed(
    figures,
    right.map((column) => [cellKey("remedies", row, column), 1] as const),
  );
}

/** One request taken for new that was carried in: all sums hold, the chain to last year is broken. */
function backlogForgotten(figures: Figures): Figures | null {
  if (!has(figures, "received", "naturalPerson")) return null;
  return changed(
    figures,
    ["naturalPerson", "total"].flatMap((column) => [
      [cellKey("requests", "received", column), -1] as const,
      [cellKey("requests", "carriedIn", column), 1] as const,
    ]),
  );
}

function has(figures: Figures, row: string, column: string): boolean {
  return (figures.get(cellKey("requests", row, column)) ?? 0) > 0;
}

function changed(figures: Figures, by: readonly (readonly [string, number])[]): Figures {
  const copy = new Map(figures);
  for (const [key, amount] of by) copy.set(key, (copy.get(key) ?? 0) + amount);
  return copy;
}

function blanked(edition: Edition, cells: Cells, random: Random): Cells | null {
  const zeros = zeroCells(edition, cells).filter(({ table }) => table.key !== "proactive");
  return zeros.length === 0 ? null : rewritten(cells, [random.pick(zeros)], "");
}

/** Section 二 crossed out where an organ has nothing of the kind. */
function slashed(edition: Edition, cells: Cells): Cells | null {
  const zeros = zeroCells(edition, cells).filter(({ table }) => table.key === "proactive");
  return zeros.length === 0 ? null : rewritten(cells, zeros, "/");
}

function zeroCells(edition: Edition, cells: Cells): CellSpec[] {
  return officialCells(edition).filter(({ key }) => cells[key]?.value === 0);
}

function rewritten(cells: Cells, specs: readonly CellSpec[], raw: string): Cells {
  const changed = specs.map((spec) => [spec.key, parseRaw(spec, raw)]);
  return { ...cells, ...Object.fromEntries(changed) };
}

/** Optional rows in place of the rows they stand for, with the group's figures. */
function inOneRow(edition: Edition, cells: Cells): Cells | null {
  const kept: Cells = { ...cells };
  let found = false;
  for (const { key: table, blocks } of edition.tables) {
    for (const { rows, columns } of blocks) {
      for (const { key: row, insteadOf } of rows) {
        if (!insteadOf) continue;
        found = true;
        for (const { key: column } of columns) {
          const parts = insteadOf.map((part) => cellKey(table, part, column));
          const value = parts.reduce((sum, part) => sum + (cells[part]?.value ?? 0), 0);
          for (const part of parts) delete kept[part];
          kept[cellKey(table, row, column)] = { raw: String(value), value, state: "number" };
        }
      }
    }
  }
  return found ? kept : null;
}
