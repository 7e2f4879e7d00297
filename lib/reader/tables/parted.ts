import { parseRaw } from "#lib/editions/cell-value.ts";
import type { CellKey, Cells } from "#lib/editions/content.ts";
import { type Column, cellKey, type Edition } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { resolveHeads } from "./heads.ts";
import type { Parted, PrintedRow, PrintedTable } from "./rows.ts";

/**
 * Gives rows the figures that stand apart from them, as where a PDF was read column by column: only where there are
 * just as many as the form asks for and its sums, all but a few, hold in one order alone. What is not confirmed belongs
 * to nobody.
 */
export function withPartedRows(printed: PrintedTable, vocabulary: Vocabulary): PrintedTable {
  const stretches = partedStretches(printed.rows);
  if (stretches.length === 0) return printed;
  const edition = EDITIONS.find(({ tables }) => tables.includes(vocabulary.table));
  const runs = new Map<PrintedRow, Token[]>();
  const parted: Parted[] = [];
  for (const stretch of stretches) {
    const order = edition ? confirmedOrder(stretch, edition, vocabulary) : null;
    if (!order) parted.push(stretch);
    stretch.rows.forEach((row, index) => {
      runs.set(row, order?.[index] ?? []);
    });
  }
  return {
    ...printed,
    parted,
    rows: printed.rows.map((row) => ({ ...row, run: runs.get(row) ?? row.run })),
  };
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

type Order = Token[][];

function confirmedOrder(
  { rows, run }: Parted,
  edition: Edition,
  vocabulary: Vocabulary,
): Order | null {
  const block = rows[0]?.block;
  const last = rows.at(-1);
  if (!block || !last || rows.some((row) => row.block !== block)) return null;
  const columns = resolveHeads(last.heads, block, vocabulary, true)?.columns ?? [];
  const known = columns.filter((column) => column !== null);
  if (known.length === 0 || known.length !== columns.length) return null;
  if (run.length !== rows.length * known.length) return null;
  if (run.some(({ kind }) => kind !== "figure")) return null;
  const [height, width] = [rows.length, known.length];
  const across = rows.map((_, row) => known.map((_, column) => run[row * width + column]));
  const down = rows.map((_, row) => known.map((_, column) => run[column * height + row]));
  const told = (order: (Token | undefined)[][]) =>
    sumsTold(cellsOf(rows, known, order, vocabulary), edition);
  const order = likelier(
    { order: across, ...told(across), isPrinted: isPrintedSo(run, height, width) },
    { order: down, ...told(down), isPrinted: isPrintedSo(run, width, height) },
  );
  return order?.map((row) => row.flatMap((token) => token ?? [])) ?? null;
}

interface Tried {
  order: (Token | undefined)[][];
  told: number;
  failing: number;
  /** Whether the lines of figures are as many and as long as they would be in this order. */
  isPrinted: boolean;
}

/** A report may fail a sum or two; an order that is wrong fails most of them. */
const MOST_FAILING = 0.1;
const FEWEST_BETWEEN = 10;

/** The order that the sums confirm, and the lines of the figures where they show one; null where neither is certain. */
function likelier(one: Tried, two: Tried): Tried["order"] | null {
  const [best, other] = one.failing <= two.failing ? [one, two] : [two, one];
  if (best.told === 0) return null;
  const isSame = written(best.order) === written(other.order);
  if (best.failing === 0 && other.failing === 0 && !isSame) {
    const shown = [best, other].filter(({ isPrinted }) => isPrinted);
    return shown.length === 1 ? (shown[0]?.order ?? null) : null;
  }
  if (best.failing === 0) return best.order;
  const isClear =
    best.failing <= best.told * MOST_FAILING && other.failing - best.failing >= FEWEST_BETWEEN;
  return isClear && (best.isPrinted || !other.isPrinted) ? best.order : null;
}

function isPrintedSo(run: readonly Token[], lines: number, length: number): boolean {
  const counts = [...Map.groupBy(run, ({ line }) => line).values()].map((line) => line.length);
  return lines > 1 && length > 1 && counts.length === lines && counts.every((n) => n === length);
}

function written(order: (Token | undefined)[][]): string {
  return order.map((row) => row.map((token) => token?.text).join(" ")).join("\n");
}

function cellsOf(
  rows: readonly PrintedRow[],
  columns: readonly Column[],
  order: (Token | undefined)[][],
  { table }: Vocabulary,
): Cells {
  const cells: Cells = {};
  rows.forEach(({ row }, place) => {
    columns.forEach((column, index) => {
      const key: CellKey = cellKey(table.key, row.key, column.key);
      const text = order[place]?.[index]?.text ?? "";
      cells[key] = parseRaw({ column }, text);
    });
  });
  return cells;
}

/** How many sums have all their cells here, and how many of these fail. */
function sumsTold(cells: Cells, edition: Edition): { told: number; failing: number } {
  const told = demandedSums(edition, cells).filter(({ left, right }) =>
    [...left, ...right].every((key) => key in cells),
  );
  const total = (keys: readonly CellKey[]) =>
    keys.reduce((sum, key) => sum + (cells[key]?.value ?? Number.NaN), 0);
  const failing = told.filter(({ left, right }) => total(left) !== total(right));
  return { told: told.length, failing: failing.length };
}
