import { fold } from "#lib/chinese/fold.ts";
import type { Column } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey } from "../labels.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { type Term, type Vocabulary, vocabularies } from "../vocabulary.ts";
import type { Spanned } from "./grid.ts";
import { withoutRepeats } from "./repeats.ts";

/** No form is larger, whichever way it is turned. */
const MOST = 64;
/** A table that has fewer rows of the form is not turned. */
const FEWEST_ROWS = 15;

/** Each place of a grid with the cell that covers it, from the left and from above. */
type Places<C> = (C | undefined)[][];

/**
 * The rows of a table, turned where it was printed with the form's columns down its side and the form's rows across its
 * head: only where each column is named once at the side and each row over one column of figures, with nothing left over.
 */
export function upright<C extends Spanned>(rows: readonly (readonly C[])[]): C[][] {
  const same = rows.map((row) => [...row]);
  const width = rows.flat().reduce((last, { to }) => Math.max(last, to), 0);
  if (rows.length > MOST || width > MOST || width < FEWEST_ROWS) return same;
  const places = placesOf(rows, width);
  const isTurned = EDITIONS.some((edition) =>
    vocabularies(edition).some(
      (table) => table.table.layout === "grouped" && areAcross(places, table),
    ),
  );
  return isTurned ? withoutRepeats(turned(places, width)) : same;
}

function placesOf<C extends Spanned>(rows: readonly (readonly C[])[], width: number): Places<C> {
  const places: Places<C> = [];
  for (const row of rows) {
    const above = places.at(-1);
    const own = Array.from({ length: width }, (_, at) =>
      row.find(({ from, to }) => from <= at + 1 && at + 1 <= to),
    );
    places.push(own.map((cell, at) => cell ?? above?.[at]));
  }
  return places;
}

/** Whether the columns of a form's table stand one below the other at the side, and its rows over all columns right of them. */
function areAcross(places: Places<Spanned>, table: Vocabulary): boolean {
  const columns = table.table.blocks.flatMap((block) => block.columns);
  const width = places[0]?.length ?? 0;
  for (let side = 0; side < width - FEWEST_ROWS; side++) {
    const first = firstOf(places, side, columns, table);
    if (first === null) continue;
    const heads = Array.from({ length: width - side - 1 }, (_, at) =>
      headOver(places, side + 1 + at, first),
    );
    // A label that stands twice, for one that was lost, would give its row to another.
    const rows = heads.map((cell) => rowsNamed(cell, table));
    const isEach = new Set(rows).size === heads.length && areWhole(places, side, first);
    return isEach && heads.length >= FEWEST_ROWS && !rows.includes("");
  }
  return false;
}

/** Whether each row has a cell of its own in each column right of the side: where one was lost, those after it have moved. */
function areWhole(places: Places<Spanned>, side: number, first: number): boolean {
  return places.slice(first).every((row, index) => {
    const above = places[first + index - 1];
    return row.every(
      (cell, at) => at <= side || (cell && cell.from === cell.to && cell !== above?.[at]),
    );
  });
}

/** From which row on nothing but all columns of the form, each once, stands at the side; null where that is not so. */
function firstOf(
  places: Places<Spanned>,
  side: number,
  columns: readonly Column[],
  table: Vocabulary,
): number | null {
  const first = places.length - columns.length;
  const own = places.slice(Math.max(0, first)).map((row) => row[side]);
  const keys = own.map(
    (cell) => termsOf(cell, table).flatMap((term) => (term.kind === "column" ? [term.key] : []))[0],
  );
  const isAll = columns.every(({ key }) => keys.filter((one) => one === key).length === 1);
  return first > 0 && isAll ? first : null;
}

/** The last cell with words over a column of figures. */
function headOver(places: Places<Spanned>, at: number, first: number): Spanned | undefined {
  const above = places.slice(0, first).map((row) => row[at]);
  return above.findLast((cell) => cell !== undefined && cell.text.trim() !== "");
}

/** The rows that a label may be of, by their keys; nothing where it is of none. */
function rowsNamed(cell: Spanned | undefined, table: Vocabulary): string {
  return termsOf(cell, table)
    .flatMap((term) => (term.kind === "row" ? [term.row.key] : []))
    .join(" ");
}

function termsOf(cell: Spanned | undefined, table: Vocabulary): Term[] {
  if (!cell || cell.text.length > LONGEST_LABEL) return [];
  return table.find(labelKey(fold(cell.text))).map(({ term }) => term);
}

/** Each column as a row, merged cells once, over what were the rows they reach through. */
function turned<C extends Spanned>(places: Places<C>, width: number): C[][] {
  const seen = new Set<C>();
  return Array.from({ length: width }, (_, at) =>
    places.flatMap((row, index) => {
      const cell = row[at];
      if (!cell || seen.has(cell)) return [];
      seen.add(cell);
      const last = places.findLastIndex((other) => other[at] === cell);
      return [{ ...cell, from: index + 1, to: last + 1 }];
    }),
  );
}
