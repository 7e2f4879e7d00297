import type { Token } from "../tokens.ts";
import type { PrintedRow, PrintedTable } from "./rows.ts";

/** What stands over a column that only numbers the rows. */
const HEAD = /^(?:行次|栏次|行号|序号)$/u;
const FEWEST = 5;

/** Drops the numbers of the rows that stand in a column of their own between labels and figures, one more in each row. */
export function withoutLineNumbers(printed: PrintedTable): PrintedTable {
  const runs = new Map<PrintedRow, Token[]>();
  for (const rows of Map.groupBy(printed.rows, ({ block }) => block).values())
    if (areNumbered(rows)) for (const row of rows) runs.set(row, row.run.slice(1));
  if (runs.size === 0) return printed;
  const heads = new Map<readonly Token[], readonly Token[]>();
  for (const row of runs.keys())
    if (!heads.has(row.heads))
      heads.set(
        row.heads,
        row.heads.filter(({ text }) => !HEAD.test(text)),
      );
  return {
    ...printed,
    rows: printed.rows.map((row) => ({
      ...row,
      run: runs.get(row) ?? row.run,
      heads: heads.get(row.heads) ?? row.heads,
    })),
  };
}

/** Whether the first cells count on one by one, and each row has a figure more than the form: figures never do both. */
function areNumbered(rows: readonly PrintedRow[]): boolean {
  const first = Number(rows[0]?.run[0]?.text);
  return (
    rows.length >= FEWEST &&
    rows.every(
      ({ run, block }, index) =>
        run.length > block.columns.length && run[0]?.text === String(first + index),
    )
  );
}
