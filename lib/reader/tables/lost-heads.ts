import { type Block, type Column, cellKey } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Doubt, Reading } from "./doubt.ts";
import type { Heads } from "./heads.ts";
import type { PrintedRow } from "./rows.ts";

const TOTAL = "total";

/**
 * Doubts the rows under heads of which one may be lost rather than not printed: where a blank stands between two heads of
 * columns, where most totals are less than their parts, or where other rows do not fit, so that each figure may stand one
 * column off.
 */
export function lostHeads(
  { cells, doubts, glued }: Reading,
  rows: readonly PrintedRow[],
  headsOf: (row: PrintedRow) => Heads | null,
  vocabulary: Vocabulary,
  isExact: boolean,
): Doubt[] {
  const { table } = vocabulary;
  const misfits = new Set([
    ...doubts.flatMap(({ code, row }) => (code === "rowLength" && row ? [row] : [])),
    ...glued.flatMap((run) => run.rows),
  ]);
  const groups = Map.groupBy(rows, ({ heads }) => heads);
  return [...groups.values()].flatMap((own) => {
    const doubted = own.filter((row) => lacksColumns(row, headsOf(row)));
    const keyOf = ({ row }: PrintedRow, { key }: Pick<Column, "key">) =>
      cellKey(table.key, row.key, key);
    const numberAt = (row: PrintedRow, column: Pick<Column, "key">) =>
      numberOf(cells.get(keyOf(row, column)));
    const isLost =
      doubted.some(({ row }) => misfits.has(row)) ||
      doubted.some(({ blankHeads }) => blankHeads.some((head) => isColumn(head, vocabulary)));
    // In a grid a blank cell at the end has its place, under a head of its own.
    const lacksTotals =
      !isExact &&
      areTooSmall(doubted.map((row) => totalOf(row.block, (column) => numberAt(row, column))));
    if (!isLost && !lacksTotals) return [];
    return doubted.flatMap((row): Doubt[] => {
      const keys = row.block.columns.map((column) => keyOf(row, column));
      const known = keys.flatMap((key) => {
        const token = cells.get(key);
        return token ? [[key, token] as const] : [];
      });
      const read = (isLost ? known : unlessAlike(known)).map(([key]) => key);
      return read.length === 0
        ? []
        : [{ code: "lostHead", row: row.row, cells: read, words: row.label.text }];
    });
  });
}

/** The figures of a row that would be others one column on: of nothing but zeros only the last. */
export function unlessAlike<T extends readonly [string, Token]>(found: readonly T[]): readonly T[] {
  return new Set(found.map(([, { text }]) => text)).size === 1 ? found.slice(-1) : found;
}

function lacksColumns({ block }: PrintedRow, heads: Heads | null): boolean {
  const known = new Set(heads?.columns);
  return heads !== null && block.columns.some((column) => !known.has(column));
}

function isColumn({ label }: Token, { find }: Vocabulary): boolean {
  return label !== null && find(label).some(({ term }) => term.kind === "column");
}

interface Total {
  total: number;
  parts: number;
}

/** The total of a row and its parts together; null where it has none, or nothing in it. */
function totalOf({ columns }: Block, numberAt: (column: Column) => number | null): Total | null {
  const last = columns.at(-1);
  const total = last?.key === TOTAL ? numberAt(last) : null;
  const parts = columns.slice(0, -1).reduce((sum, column) => sum + (numberAt(column) ?? 0), 0);
  return total === null || parts === 0 ? null : { total, parts };
}

/** Whether most totals are less than the figures beside them together: one part more would only make them larger. */
function areTooSmall(totals: readonly (Total | null)[]): boolean {
  const printed = totals.filter((each) => each !== null);
  return printed.filter(({ total, parts }) => total < parts).length * 2 > printed.length;
}

/** A figure, a remark behind it aside. */
function numberOf(token: Token | undefined): number | null {
  const [digits] = /^\d[\d,]*(?=$|\s*\()/u.exec(token?.text ?? "") ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(",", ""));
}
