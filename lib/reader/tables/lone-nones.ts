import { cellKey, type Table } from "#lib/editions/edition.ts";
import type { Doubt } from "./doubt.ts";
import { figuresIn } from "./fit.ts";
import type { PrintedRow } from "./rows.ts";

/** In rows as long as these a word over all columns stands under one of them. */
const MANY_COLUMNS = 5;
const MOST = 0.5;
const NONE = /^(?:0|[零无無/\\—–-]+|不适用|不適用)$/u;

/**
 * Rows of text laid out in columns that hold one 无 or 0 and blanks, in a table whose other rows are mostly full: it may have
 * stood over all columns of its row, which were one cell.
 */
export function loneNones(rows: readonly PrintedRow[], { key: table }: Table): Doubt[] {
  const filled = rows.filter(({ run }) => figuresIn(run).length > 0);
  const isFull = ({ run, block }: PrintedRow) => figuresIn(run).length >= block.columns.length;
  const dense = new Set(
    [...Map.groupBy(filled, ({ block }) => block)].flatMap(([block, own]) =>
      own.filter(isFull).length < own.length * MOST ? [] : [block],
    ),
  );
  return filled.flatMap(({ row, block, run }): Doubt[] => {
    const [only, ...more] = figuresIn(run);
    const isLong = block.columns.length >= MANY_COLUMNS;
    if (!only || more.length > 0 || !isLong || !dense.has(block)) return [];
    if (!NONE.test(only.text.trim()) || only === run.at(-1)) return [];
    const cells = block.columns.map((column) => cellKey(table, row.key, column.key));
    return [{ code: "loneNone", row, cells, words: only.text.trim() }];
  });
}
