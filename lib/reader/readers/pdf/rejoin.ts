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

/** A cell at the head of a page, and the one of the row above it in its column. */
interface CutCell {
  cell: TextCell;
  above: TextCell;
}

/** A row that a page's end cut in two: its label is known only as a whole, or the part below has nothing but the ends of figures. */
function joinRow(rows: readonly TextCell[][], next: readonly TextCell[][]): boolean {
  const last = rows.at(-1);
  const [first] = next;
  if (!last || !first || first.length === 0) return false;
  const pairs = first.flatMap((cell) => {
    const above = last.find((other) => isUnder(other, cell));
    return above ? [{ cell, above }] : [];
  });
  if (pairs.length < first.length || !isOneRow(pairs)) return false;
  for (const { cell, above } of pairs) {
    if (cell.text === "") continue;
    // A number that goes on would be a guess: its two parts stay apart.
    const gap = /\d$/u.test(above.text) && /^\d/u.test(cell.text) ? " " : "";
    above.text += gap + cell.text;
  }
  return true;
}

function isOneRow(pairs: readonly CutCell[]): boolean {
  // Two labels do not stand in one row.
  if (pairs.some(({ cell, above }) => isKnown(cell.text) && isKnown(above.text))) return false;
  if (pairs.some(isOneLabel) || areEndsOfFigures(pairs)) return true;
  // Figures in both parts are those of two rows.
  if (pairs.some(({ cell, above }) => isNumber(cell.text) && isNumber(above.text))) return false;
  return pairs.some(({ cell, above }) => isRest(above.text, cell.text));
}

/** Whether two parts are a label together, and neither of them is one. */
function isOneLabel({ cell, above }: CutCell): boolean {
  const parts = [above.text, cell.text];
  return parts.every((part) => isWord(part) && !isKnown(part)) && isKnown(parts.join(""));
}

/** Whether a row without a label has digits only, and only under digits: fewer than the row above, as where the longest of its figures go on. */
function areEndsOfFigures(pairs: readonly CutCell[]): boolean {
  const printed = pairs.filter(({ cell }) => cell.text !== "");
  const figures = pairs.filter(({ above }) => isNumber(above.text));
  return (
    printed.length > 0 &&
    printed.length < figures.length &&
    printed.every(({ cell, above }) => /^\d+$/u.test(cell.text) && /^\d+$/u.test(above.text))
  );
}

/** Whether words go on where others end: known as a label together, or neither known alone. */
function isRest(above: string, text: string): boolean {
  if (above === "" || !isWord(text) || isKnown(text) || isNumber(text)) return false;
  return isKnown(above + text) || !isKnown(above);
}

const isNumber = (text: string) => isFigure(fold(text).trim());
const isWord = (text: string) => /\p{Script=Han}/u.test(text);
