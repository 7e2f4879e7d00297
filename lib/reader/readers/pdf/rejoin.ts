import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../../figures.ts";
import { isKnown } from "../known.ts";
import type { GridBlock, TextCell } from "./blocks.ts";

/** How far the sides of a table may move from one page to the next. */
const SHIFT = 8;

/** Whether a table goes on in the next: between the same sides, on a later page. */
export function goesOn(table: GridBlock, next: GridBlock): boolean {
  return (
    next.page > table.page &&
    Math.abs(table.left - next.left) < SHIFT &&
    Math.abs(table.right - next.right) < SHIFT
  );
}

/** The rows of a table that goes on over pages: heads that stand again are dropped, cells and rows cut by a page's end made whole. */
export function rejoined(rows: readonly TextCell[][], more: readonly TextCell[][]): TextCell[][] {
  const rest = withoutHeads(rows, more);
  const whole = rows.map((row) => [...row]);
  const next = rest.map((row) => [...row]);
  joinGroups(whole, next);
  joinHeads(whole, next[0] ?? []);
  if (joinRow(whole, next)) next.shift();
  return [...whole, ...next].filter((row) => row.length > 0);
}

const wordsOf = (row: readonly TextCell[]) =>
  row
    .map(({ text }) => text.replace(/\s+/gu, ""))
    .filter((text) => text !== "")
    .join("|");

/** Drops the rows that repeat those the table begins with. */
function withoutHeads(
  rows: readonly TextCell[][],
  more: readonly TextCell[][],
): readonly TextCell[][] {
  let count = 0;
  while (
    count < more.length &&
    rows[count] !== undefined &&
    wordsOf(rows[count] ?? []) === wordsOf(more[count] ?? []) &&
    !/^\|*$/u.test(wordsOf(more[count] ?? []))
  )
    count++;
  return more.slice(count);
}

const isTall = ({ rows }: TextCell) => rows[1] > rows[0];

/** The label of a group that goes on: blank or the rest of its words at the head of the next page. */
function joinGroups(rows: TextCell[][], next: TextCell[][]): void {
  const [first] = next;
  if (!first) return;
  for (const cell of [...first]) {
    const above = lastAt(rows, cell);
    if (!above || first.indexOf(cell) > 2 || !(isTall(cell) || isTall(above))) continue;
    const text = above.text + cell.text;
    const isRest = cell.text === "" || (!isKnown(cell.text) && isKnown(text));
    if (!isRest) continue;
    above.text = text;
    first.splice(first.indexOf(cell), 1);
  }
}

/** Heads cut by a page's end, beside others that the next page prints whole. */
function joinHeads(rows: readonly TextCell[][], first: TextCell[]): void {
  if (first.some(({ text }) => isNumber(text))) return;
  const pairs = first.flatMap((cell) => {
    const above = lastAt(rows, cell);
    return above ? [{ cell, above }] : [];
  });
  const isCut = ({ cell, above }: (typeof pairs)[number]) =>
    cell.text !== "" && !isKnown(cell.text) && isKnown(above.text + cell.text);
  if (!pairs.some((pair) => isCut(pair) && !isKnown(pair.above.text))) return;
  const cut = pairs.filter(isCut);
  const blank = pairs.filter(({ cell, above }) => cell.text === "" && isKnown(above.text));
  for (const { cell, above } of cut) above.text += cell.text;
  for (const { cell } of [...cut, ...blank]) first.splice(first.indexOf(cell), 1);
}

/** Whether two cells stand in the same column. */
function isUnder(one: TextCell, other: TextCell): boolean {
  return Math.abs(one.left - other.left) < SHIFT && Math.abs(one.right - other.right) < SHIFT;
}

/** The cell that ends the table in the column where another begins. */
function lastAt(rows: readonly TextCell[][], cell: TextCell): TextCell | undefined {
  return rows.flat().findLast((other) => isUnder(other, cell));
}

/** A row that a page's end cut in two: its label is known only as a whole, and each cell was in one part. */
function joinRow(rows: readonly TextCell[][], next: readonly TextCell[][]): boolean {
  const last = rows.at(-1);
  const [first] = next;
  if (!last || !first || first.length === 0) return false;
  const pairs = first.map((cell) => ({
    cell,
    above: last.find((other) => isUnder(other, cell)),
  }));
  if (pairs.some(({ above }) => !above)) return false;
  // Figures in both parts are those of two rows.
  if (pairs.some(({ cell, above }) => isNumber(cell.text) && isNumber(above?.text ?? "")))
    return false;
  // Nor do two labels stand in one row.
  if (pairs.some(({ cell, above }) => isKnown(cell.text) && isKnown(above?.text ?? "")))
    return false;
  const isCut = pairs.some(({ cell, above }) => above && isRest(above.text, cell.text));
  if (!isCut) return false;
  for (const { cell, above } of pairs) {
    if (!above || cell.text === "") continue;
    // A number that goes on would be a guess: its two parts stay apart.
    const gap = /\d$/u.test(above.text) && /^\d/u.test(cell.text) ? " " : "";
    above.text += gap + cell.text;
  }
  return true;
}

/** Whether words go on where others end: known as a label together, or neither known alone. */
function isRest(above: string, text: string): boolean {
  if (above === "" || !isWord(text) || isKnown(text) || isNumber(text)) return false;
  return isKnown(above + text) || !isKnown(above);
}

const isNumber = (text: string) => isFigure(fold(text).trim());
const isWord = (text: string) => /\p{Script=Han}/u.test(text);
