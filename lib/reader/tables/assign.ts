import { type Block, cellKey } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Reading } from "./doubt.ts";
import { type Heads, resolveHeads } from "./heads.ts";
import type { PrintedRow, PrintedTable } from "./rows.ts";

/** Whether rows are filled up with layout cells, and to which width: only then can a blank be told from a missing cell. */
type Padding = { kind: "none" } | { kind: "width"; width: number } | { kind: "unknown" };

const ROWS_THAT_OVERRULE = 3;

/** Gives each figure its cell: the row by its label, the column by its head; a row that does not fit its heads is left out. */
export function assignRows(
  printed: PrintedTable,
  vocabulary: Vocabulary,
  isExact: boolean,
): Reading {
  const reading: Reading = { cells: new Map(), doubts: [] };
  for (const { text } of printed.strangers)
    reading.doubts.push({ code: "unknownRow", cells: [], words: text });
  const groups = Map.groupBy(printed.rows, ({ heads }) => heads);
  const resolved = new Map<PrintedRow, Heads | null>();
  for (const rows of groups.values())
    for (const [block, own] of Map.groupBy(rows, (row) => row.block)) {
      const heads = headsFor(own, block, vocabulary);
      for (const row of own) resolved.set(row, heads);
      noteHeads(reading, heads, own, block, vocabulary);
    }
  const padding: Padding = isExact
    ? { kind: "none" }
    : paddingOf(printed.rows, (row) => resolved.get(row)?.columns.length ?? 0);
  printed.rows.forEach((row, index) => {
    const heads = resolved.get(row);
    const isLast = index === printed.rows.length - 1;
    if (heads) assignRow(reading, row, heads, padding, isLast, vocabulary);
  });
  return reading;
}

/** Unknown heads count as columns, unless most rows show that they are stray words. */
function headsFor(rows: readonly PrintedRow[], block: Block, vocabulary: Vocabulary): Heads | null {
  const [first] = rows;
  if (!first) return null;
  const all = resolveHeads(first.heads, block, vocabulary, true);
  const known = resolveHeads(first.heads, block, vocabulary, false);
  if (!known || all?.columns.length === known.columns.length) return all;
  const fitting = (heads: Heads | null) =>
    heads ? rows.filter(({ run }) => figures(run).length === heads.columns.length).length : 0;
  const forKnown = fitting(known);
  return forKnown >= ROWS_THAT_OVERRULE && forKnown * 2 > rows.length ? known : all;
}

function noteHeads(
  reading: Reading,
  heads: Heads | null,
  rows: readonly PrintedRow[],
  block: Block,
  { table }: Vocabulary,
): void {
  const words = rows[0]?.heads.map(({ text }) => text).join("、") ?? "";
  if (heads) {
    if (heads.cut.length > 0)
      reading.doubts.push({ code: "cutHead", cells: [], words: heads.cut.join("、") });
    if (heads.columns.includes(null))
      reading.doubts.push({ code: "unknownColumn", cells: [], words });
    return;
  }
  const cells = rows.flatMap(({ row }) =>
    block.columns.map((column) => cellKey(table.key, row.key, column.key)),
  );
  reading.doubts.push({ code: "heads", cells, words });
}

function figures(run: readonly Token[]): Token[] {
  return run.filter(({ kind }) => kind !== "blank");
}

/** A row whose every column has a figure speaks for itself; from such rows the others are judged. */
function isComplete({ run }: PrintedRow, count: number): boolean {
  return (
    run.length >= count &&
    figures(run.slice(0, count)).length === count &&
    figures(run.slice(count)).length === 0
  );
}

function paddingOf(rows: readonly PrintedRow[], countOf: (row: PrintedRow) => number): Padding {
  const counted = rows.filter((row) => countOf(row) > 0);
  const complete = counted.filter((row) => isComplete(row, countOf(row)));
  if (complete.length === 0) return { kind: "unknown" };
  if (!counted.some((row) => row.run.length > countOf(row))) {
    const isIntact = counted.every((row) => row.run.length === countOf(row));
    return isIntact ? { kind: "none" } : { kind: "unknown" };
  }
  const widths = new Map<number, number>();
  for (const { labels, run } of complete)
    widths.set(labels + run.length, (widths.get(labels + run.length) ?? 0) + 1);
  const common = [...widths].sort((a, b) => b[1] - a[1])[0];
  return common && common[1] * 2 > complete.length
    ? { kind: "width", width: common[0] }
    : { kind: "unknown" };
}

/** Whether the first cells of a run are those of the columns, one by one, and the rest only fills the line. */
function fitsHeads(printed: PrintedRow, count: number, padding: Padding, isLast: boolean): boolean {
  const { run, labels } = printed;
  if (isComplete(printed, count)) return true;
  if (run.length < count || figures(run.slice(count)).length > 0) return false;
  if (padding.kind === "none") return run.length === count;
  if (padding.kind === "unknown") return false;
  // Where rows are filled up, a blank last figure looks the same as a lost figure and one more filler.
  if (run[count - 1]?.kind === "blank") return false;
  // The fillers of the last line are often cut off with the blanks at the end of the text.
  return labels + run.length === padding.width || (isLast && run.length === count);
}

function assignRow(
  reading: Reading,
  printed: PrintedRow,
  heads: Heads,
  padding: Padding,
  isLast: boolean,
  { table }: Vocabulary,
): void {
  const { row, run, label } = printed;
  const key = (column: { key: string }) => cellKey(table.key, row.key, column.key);
  const columns = heads.columns.filter((column) => column !== null);
  if (run.length === 0) return;
  if (!fitsHeads(printed, heads.columns.length, padding, isLast)) {
    const cells = columns.map(key);
    reading.doubts.push({ code: "rowLength", row, cells, words: label.text });
    return;
  }
  const found = heads.columns.flatMap((column, index) => {
    const token = run[index];
    return column && token ? [[key(column), token] as const] : [];
  });
  merge(reading, found, { row, words: label.text });
}

/** Adds the cells of a row; one printed twice counts once where both agree, else not at all. */
export function merge(
  reading: Reading,
  found: readonly (readonly [string, Token])[],
  { row, words }: { row: PrintedRow["row"]; words: string },
): void {
  const repeated = found.filter(([key]) => reading.cells.has(key));
  const differs = repeated.some(([key, token]) => reading.cells.get(key)?.text !== token.text);
  const isClosed = reading.doubts.some((doubt) => doubt.code === "conflict" && doubt.row === row);
  const cells = found.map(([key]) => key);
  if (differs || isClosed) {
    for (const key of cells) reading.cells.delete(key);
    if (!isClosed) reading.doubts.push({ code: "conflict", row, cells, words });
    return;
  }
  if (repeated.length > 0) reading.doubts.push({ code: "repeatedRow", row, cells: [], words });
  for (const [key, token] of found) reading.cells.set(key, token);
}
