import type { Spanned } from "./grid.ts";
import { isKnown, LABELS_OF_A_FORM } from "./known.ts";
import { withoutRepeats } from "./repeats.ts";

/** Names that programs give to columns without one, and what they write into cells without anything. */
export const MADE_UP = /^(?:col(?:umn)?\s?\d+|unnamed:?\s?\d+(?:_level_\d+)?|nan)$/iu;

/** What a program writes where nothing stands. */
const NOTHING = /^(?:nan|none|nat|<na>)$/iu;
const UNNAMED = /^unnamed:?\s?\d+(?:_level_\d+)?$/iu;
/** What may stand over the numbers of the rows. */
const CORNER = /^(?:unnamed:?\s?0|index|nan)?$/iu;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;

/** The same cell with other words. */
export type Retold<C> = (cell: C, text: string) => C;

type Rows<C> = readonly (readonly C[])[];

/** A table as a program keeps it: where it ends, its rows without what the program added, its names first. */
interface Frame<C> {
  end: number;
  rows: C[][];
}

/**
 * Rows without what a program adds to a table that it writes out: a column that numbers the rows from nought, a line that
 * numbers the columns from nought, names for columns without one, words for blanks; merged cells, which it repeats, are one
 * again. No form begins a row with a figure, so such a column is never one of figures.
 */
export function withoutFrames<C extends Spanned>(
  rows: Rows<C>,
  retold: Retold<C>,
): { rows: C[][]; hasFrames: boolean } {
  const found: C[][] = [];
  let hasFrames = false;
  for (let at = 0; at < rows.length; ) {
    const frame = frameAt(rows, at, retold);
    found.push(...(frame?.rows ?? [[...(rows[at] ?? [])]]));
    at = frame?.end ?? at + 1;
    if (frame) hasFrames = true;
  }
  return { rows: found, hasFrames };
}

/** The table that a program wrote from a row on; null where none begins there. */
export function frameAt<C extends Spanned>(
  rows: Rows<C>,
  at: number,
  retold: Retold<C>,
): Frame<C> | null {
  const names = rows[at] ?? [];
  const isNumbered = isCount(names.slice(1)) && isCorner(names[0]);
  const hasNames = isCorner(names[0]) && rows[at + 1]?.[0]?.text.trim() === "0";
  const from = hasNames ? at + 1 : at;
  const own = rows.slice(from, from + numbered(rows, from));
  const clean = (row: readonly C[]) =>
    row.map((cell) => (NOTHING.test(cell.text.trim()) ? retold(cell, "") : cell));
  if (own.length >= FEWEST_ROWS && names.length > FEWEST_COLUMNS && hasLabels(own)) {
    const body = own.map((row) => clean(row.slice(1)));
    const heads = hasNames && !isNumbered ? [named(names.slice(1), retold)] : [];
    return { end: from + own.length, rows: withoutRepeats([...heads, ...body]) };
  }
  const isAlone = isCount(names) && names.length > FEWEST_COLUMNS;
  const isNamed = names.some(({ text }) => UNNAMED.test(text.trim()));
  // Names stand above all rows that are as long.
  const isFirst = rows[at - 1]?.length !== names.length;
  if (!isFirst || (!isAlone && !isNamed)) return null;
  let end = at + 1;
  while (rows[end]?.length === names.length) end++;
  if (!hasLabels(rows.slice(at, end))) return null;
  const heads = isAlone ? [] : [named(names, retold)];
  return { end, rows: withoutRepeats([...heads, ...rows.slice(at + 1, end).map(clean)]) };
}

/** Whether rows have labels of a form: where they have none, a column of figures may count on from nought. */
function hasLabels(rows: Rows<Spanned>): boolean {
  return rows.flat().filter(({ text }) => isKnown(text)).length >= LABELS_OF_A_FORM;
}

function isCorner(cell: Spanned | undefined): boolean {
  return cell !== undefined && CORNER.test(cell.text.trim());
}

function wordsOf(row: readonly Spanned[] | undefined): string[] {
  return row?.map(({ text }) => text.trim()) ?? [];
}

/** Whether cells count on from nought. */
function isCount(cells: readonly Spanned[]): boolean {
  return cells.length >= FEWEST_COLUMNS && wordsOf(cells).every((text, at) => text === String(at));
}

/** How many rows from one on are numbered from nought, one by one. */
function numbered(rows: Rows<Spanned>, from: number): number {
  let count = 0;
  while (rows[from + count]?.[0]?.text.trim() === String(count)) count++;
  return count;
}

/** Names without those that were made up, and without the number that tells those alike apart: 其他.1. */
function named<C extends Spanned>(names: readonly C[], retold: Retold<C>): C[] {
  const before = new Set<string>();
  return names.map((cell) => {
    const text = cell.text.trim();
    const alike = /^(.+)\.\d{1,2}$/u.exec(text)?.[1];
    before.add(text);
    if (UNNAMED.test(text) || NOTHING.test(text)) return retold(cell, "");
    return alike !== undefined && before.has(alike) ? retold(cell, alike) : cell;
  });
}
