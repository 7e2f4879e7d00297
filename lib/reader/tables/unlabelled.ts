import { type Block, cellKey, type Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import { withoutFillers } from "./fit.ts";
import type { GluedRun } from "./glued.ts";
import type { Heads } from "./heads.ts";
import type { PrintedRow } from "./rows.ts";

interface Parted {
  /** The row with its own figures alone; null where they cannot be told from those of the rows without a label. */
  own: PrintedRow | null;
  unlabelled: GluedRun[];
}

/** Parts the figures of rows without a label from those of the row before, where just as many rows of the form are missing. */
export function partUnlabelled(
  printed: PrintedRow,
  next: PrintedRow | undefined,
  heads: Heads,
  table: string,
  isPrinted: ReadonlySet<Row>,
): Parted {
  const whole = { own: printed, unlabelled: [] };
  const columns = heads.columns.filter((column) => column !== null);
  const count = heads.columns.length;
  const run = withoutFillers(printed.run);
  if (columns.length < count || new Set(columns).size < count || run.length <= count) return whole;
  const missing = next?.block === printed.block ? rowsBetween(printed, next, isPrinted) : [];
  if (missing.length === 0) return whole;
  const lines = linesOf(run, count);
  if (lines.length !== missing.length + 1 || lines.some((line) => line.length !== count))
    return whole;
  const [first, ...rest] = lines;
  const runOf = (row: Row, tokens: readonly Token[], words: string): GluedRun => ({
    rows: [row],
    words,
    keys: columns.map((column) => cellKey(table, row.key, column.key)),
    columns,
    tokens,
  });
  const unlabelled = missing.map((row, index) => runOf(row, rest[index] ?? [], row.label.zh));
  const isOwnLine = first?.every(({ line }) => line === printed.label.line);
  const isApart = rest.flat().every(({ line }) => line !== printed.label.line);
  if (first && isOwnLine && isApart) return { own: { ...printed, run: first }, unlabelled };
  const own = { ...runOf(printed.row, first ?? [], printed.label.text), label: printed.label };
  return { own: null, unlabelled: [own, ...unlabelled] };
}

/** The rows of the form between two printed ones, none of which is printed elsewhere. */
function rowsBetween(
  { row, block }: PrintedRow,
  next: PrintedRow,
  isPrinted: ReadonlySet<Row>,
): Row[] {
  const rows = officialRows(block);
  const from = rows.indexOf(row);
  const to = rows.indexOf(next.row);
  if (from < 0 || to < 0) return [];
  const between = rows.slice(from + 1, to);
  return between.some((each) => isPrinted.has(each)) ? [] : between;
}

function officialRows({ rows }: Block): Row[] {
  return rows.filter(({ insteadOf }) => !insteadOf);
}

/** Figures line by line where lines are rows, else cut to the width of a row. */
function linesOf(run: readonly Token[], count: number): Token[][] {
  const byLine = [...Map.groupBy(run, ({ line }) => line).values()];
  if (byLine.every((line) => line.length === count)) return byLine;
  const lines: Token[][] = [];
  for (let from = 0; from < run.length; from += count) lines.push(run.slice(from, from + count));
  return lines;
}
