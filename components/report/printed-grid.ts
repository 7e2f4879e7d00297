import type { Edition, Table } from "#lib/editions/edition.ts";
import type { PrintedCell, PrintedRow } from "#lib/editions/printed.ts";

/** Splits a printed table into its head and its body: the leading rows that are heads throughout. */
export function splitHead(rows: readonly PrintedRow[]): [head: PrintedRow[], body: PrintedRow[]] {
  const at = rows.findIndex((row) => row.some(({ kind }) => kind !== "head"));
  return [rows.slice(0, at), rows.slice(at)];
}

/** Where a row head stands: a group that spans rows at a depth, or the label beside the figures. */
export interface LabelPlace {
  isGroup: boolean;
  depth: number;
}

/** Places the labels of one row: they fill the columns up to the first figure from the right. */
export function placeLabels(row: PrintedRow, headDepth: number): Map<PrintedCell, LabelPlace> {
  const places = new Map<PrintedCell, LabelPlace>();
  let end = headDepth;
  const labels = row.filter(({ kind }) => kind === "label");
  for (const [index, cell] of labels.toReversed().entries()) {
    const depth = end - cell.colSpan;
    places.set(cell, { isGroup: index > 0, depth });
    end = depth;
  }
  return places;
}

/** Rows that sum up others, by the form's own sums: they get a rule above. */
export function sumRows(edition: Edition, table: Table): ReadonlySet<string> {
  return new Set(
    edition.sums
      .filter((sum) => sum.table === table.key && sum.per === "column")
      .flatMap(({ right }) => (right.length === 1 ? right : [])),
  );
}

/** A name for each row or cell of a printed table that is the same at every rendering; texts repeat, places do not. */
export function placed<Item>(items: readonly Item[]): { place: string; item: Item }[] {
  return items.map((item, index) => ({ place: `at${index}`, item }));
}
