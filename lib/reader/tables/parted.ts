import type { Edition } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type Direction, orderOf, type PartedOrder } from "./parted-order.ts";
import type { Parted, PrintedRow, PrintedTable } from "./rows.ts";

/**
 * Gives rows the figures that stand apart from them, as where a PDF was read column by column: only where there are
 * just as many as the form asks for, and its sums, the lines of the figures, or the order shown by the other tables of
 * the report (`shown`) leave one order only. What is not told by any of these belongs to nobody.
 */
export function withPartedRows(
  printed: PrintedTable,
  vocabulary: Vocabulary,
  shown: Direction | null,
): PrintedTable {
  const stretches = partedStretches(printed.rows);
  const edition = editionOf(vocabulary);
  if (stretches.length === 0 || !edition) return printed;
  const given = new Map<PrintedRow, PrintedRow[]>();
  const parted: Parted[] = [...(printed.parted ?? [])];
  for (const stretch of stretches) {
    const { rows, order } = dealtOut(stretch, edition, vocabulary, shown);
    const left = leftOver(stretch, order);
    if (left) parted.push(left);
    for (const row of stretch.rows) given.set(row, []);
    const dealt = rows.map((row, index) => {
      const doubt = order?.doubtful.has(index) ? { isReordered: true } : {};
      return { ...row, run: order?.runs[index] ?? [], ...doubt };
    });
    const [first] = stretch.rows;
    if (first) given.set(first, dealt);
  }
  return { ...printed, parted, rows: printed.rows.flatMap((row) => given.get(row) ?? [row]) };
}

/** The rows to which no figures were given, and the figures left; null where there are none. */
function leftOver(stretch: Parted, order: PartedOrder | null): Parted | null {
  if (!order) return stretch;
  const rows = stretch.rows.filter((_, index) => order.runs[index] === null);
  if (rows.length === 0) return null;
  const given = new Set(order.runs.flatMap((run) => run ?? []));
  return { rows, run: stretch.run.filter((token) => !given.has(token)) };
}

/** The rows of a stretch with the order of their figures; where rows of the form are missing, with these, if the sums say so. */
function dealtOut(
  stretch: Parted,
  edition: Edition,
  vocabulary: Vocabulary,
  shown: Direction | null,
): { rows: readonly PrintedRow[]; order: PartedOrder | null } {
  const order = orderOf(stretch, edition, vocabulary, shown);
  if (order) return { rows: stretch.rows, order };
  for (const whole of completed(stretch, vocabulary)) {
    const found = orderOf(whole, edition, vocabulary, shown);
    if (found?.isBySums && found.failing === 0) return { rows: whole.rows, order: found };
  }
  return { rows: stretch.rows, order: null };
}

/** The stretch with all rows that its block can print, where labels are missing and the others stand in the form's order. */
function completed({ rows, run }: Parted, { table }: Vocabulary): Parted[] {
  const [first] = rows;
  if (!first || rows.some(({ block }) => block !== first.block)) return [];
  const optional = optionalRows(table);
  const parts = new Set(first.block.rows.flatMap(({ insteadOf }) => insteadOf ?? []));
  const forms = [optional, parts].map((left) =>
    first.block.rows.filter(({ key }) => !left.has(key)),
  );
  return forms.flatMap((form) => {
    const places = rows.map(({ row }) => form.indexOf(row));
    const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
    if (!isInOrder || form.length <= rows.length) return [];
    const whole = form.map((row): PrintedRow => {
      const known = rows.find((printed) => printed.row === row);
      return known ?? { ...first, row, isUnlabelled: true };
    });
    return [{ rows: whole, run }];
  });
}

/** In which direction the sums of a table show that its figures, parted from their labels, were written down; null where they show none. */
export function directionShown(printed: PrintedTable, vocabulary: Vocabulary): Direction | null {
  const edition = editionOf(vocabulary);
  if (!edition) return null;
  const shown = partedStretches(printed.rows).flatMap((stretch) => {
    const order = orderOf(stretch, edition, vocabulary, null);
    return order?.isBySums && order.direction ? [order.direction] : [];
  });
  const [first] = shown;
  return shown.every((each) => each === first) ? (first ?? null) : null;
}

function editionOf({ table }: Vocabulary): Edition | undefined {
  return EDITIONS.find(({ tables }) => tables.includes(table));
}

/** A few empty rows are rows left blank; where most are empty, labels and figures are parted. */
function partedStretches(rows: readonly PrintedRow[]): Parted[] {
  const stretches: Parted[] = [];
  let open: PrintedRow[] = [];
  for (const row of rows) {
    open.push(row);
    if (row.run.length === 0) continue;
    if (open.length > 1) stretches.push({ rows: open, run: row.run });
    open = [];
  }
  const empty = rows.filter(({ run }) => run.length === 0).length;
  return empty * 2 >= rows.length ? stretches : [];
}
