import type { Table } from "#lib/editions/edition.ts";
import type { Doubt } from "./doubt.ts";
import { figuresIn } from "./fit.ts";
import { cellsOf, type PrintedRow } from "./rows.ts";

/** In rows as long as these a word over all columns stands under one of them. */
const MANY_COLUMNS = 5;
/** Fewer full rows show nothing of the others. */
const FEWEST_FULL = 2;
const MOST = 0.8;
const NONE = /^(?:0|[零无無/\\—–-]+|不适用|不適用)$/u;

/**
 * Rows that hold one 无 or 0 and blanks, in a table whose other rows are full: it may have stood over all columns of its row,
 * which were one cell, or be meant for all of them.
 */
export function loneNones(rows: readonly PrintedRow[], { key: table }: Table): Doubt[] {
  const filled = rows.filter(({ run }) => figuresIn(run).length > 0);
  return [...Map.groupBy(filled, ({ block }) => block)].flatMap(([block, own]) => {
    const [lone, others] = [own.filter(isLone), own.filter((row) => !isLone(row))];
    const full = others.filter(({ run }) => figuresIn(run).length >= block.columns.length).length;
    if (full < FEWEST_FULL || full < others.length * MOST) return [];
    return lone.map(({ row, run }): Doubt => {
      const cells = cellsOf({ row, block }, table);
      return { code: "loneNone", row, cells, words: figuresIn(run)[0]?.text.trim() ?? "" };
    });
  });
}

/** Whether a long row has one word for none, not as its total, and nothing else. */
function isLone({ block, run }: PrintedRow): boolean {
  const [only, ...more] = figuresIn(run);
  if (!only || more.length > 0 || block.columns.length < MANY_COLUMNS) return false;
  return NONE.test(only.text.trim()) && only !== run[block.columns.length - 1];
}
