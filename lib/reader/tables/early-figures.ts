import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { areColumnNumbers } from "./column-numbers.ts";
import type { Parted, PrintedRow, PrintedTable } from "./rows.ts";

/**
 * Rows under heads after which figures stand before the first label, as where a program puts down what stands in the middle
 * of a cell before what stands at its top: each label then follows its figures, or there is one row, or one column; they
 * are doubted. Where it is none of these, or a label may be lost, nobody knows whose they are.
 */
export function withEarlyFigures(
  printed: PrintedTable,
  tokens: readonly Token[],
  { table }: Vocabulary,
): PrintedTable {
  if (table.layout !== "blocks") return printed;
  const parted: Parted[] = [];
  const rows = [...Map.groupBy(printed.rows, ({ heads }) => heads).values()].flatMap((own) => {
    const early = earlyOf(own, tokens);
    // Where figures stand in the lines of their labels, those above are of a row whose label was lost.
    const isInLine = own.some(({ label, run }) => run.some(({ line }) => line === label.line));
    if (early.length === 0 || isInLine) return own;
    const areLost = areOfLostLabels(own, early);
    if (areLost && own.every(({ block, run }) => run.length >= block.columns.length)) return own;
    // No sum binds these tables, and the number of a page may be among the figures.
    const runs = areLost ? null : dealtOut(own, early);
    if (runs) return own.map((row, at) => ({ ...row, run: runs[at] ?? [], isReordered: true }));
    parted.push({ rows: own, run: [...early, ...own.flatMap(({ run }) => run)] });
    return [];
  });
  return parted.length > 0 || rows.some((row, at) => row !== printed.rows[at])
    ? { ...printed, rows, parted: [...(printed.parted ?? []), ...parted] }
    : printed;
}

/** The figures between the heads and the first label, where they do not only number the columns. */
function earlyOf([first]: readonly PrintedRow[], tokens: readonly Token[]): Token[] {
  const head = first?.heads.at(-1);
  if (!first || !head) return [];
  const between = tokens.slice(tokens.indexOf(head) + 1, tokens.indexOf(first.label));
  // Behind a word they may be those of a row that the form does not have.
  const isAlone = between.every(({ kind }) => kind === "figure");
  return !isAlone || areColumnNumbers(between) ? [] : between;
}

/** Whether the figures before the rows are just as many as the rows above them, whose labels are missing, would have. */
function areOfLostLabels(rows: readonly PrintedRow[], early: readonly Token[]): boolean {
  const [first] = rows;
  if (!first) return false;
  const count = first.block.columns.length;
  const missing = first.block.rows.filter(({ insteadOf }) => !insteadOf).indexOf(first.row);
  return early.length === missing * count;
}

function dealtOut(rows: readonly PrintedRow[], early: Token[]): Token[][] | null {
  const count = rows[0]?.block.columns.length ?? 0;
  const all = [...early, ...rows.flatMap(({ run }) => run)];
  const isOther = rows.some(({ block }) => block !== rows[0]?.block);
  if (isOther || all.length !== rows.length * count) return null;
  if (all.some(({ kind }) => kind !== "figure")) return null;
  const before = [early, ...rows.slice(0, -1).map(({ run }) => run)];
  if (before.every(({ length }) => length === count)) return before;
  return rows.length === 1 || count === 1
    ? rows.map((_, at) => all.slice(at * count, (at + 1) * count))
    : null;
}
