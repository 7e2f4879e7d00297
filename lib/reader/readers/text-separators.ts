import { fold } from "#lib/chinese/fold.ts";
import { isFigure } from "../figures.ts";

/** What parts the cells of text that was saved from a spreadsheet. */
export type Separator = "," | ";" | "\t" | "|";

/** A row of such text: where it stands, what parts its cells, and the cells; quotes may hold the end of a line. */
interface Row {
  start: number;
  end: number;
  marks: number[];
  cells: string[];
  hasQuotes: boolean;
}

const FEWEST_MARKS = 2;
const LINES_OF_A_TABLE = 3;
const LONGEST = 4000;
/** Where quotes stay open in more lines, they are no quotes of a spreadsheet. */
const MOST_BROKEN = 200;

/** Text saved from a spreadsheet with one of these marks between its cells, tabs put in their place, unit for unit, so that no place moves. */
export function withoutSeparators(text: string, separators: readonly Separator[]): string {
  const named = NAMED.exec(text);
  const plain = named ? " ".repeat(named[0].length) + text.slice(named[0].length) : text;
  for (const separator of separators) {
    if (!plain.includes(separator) || (named && named[1] !== separator)) continue;
    const rows = rowsOf(plain, separator);
    // Tabs and bars part cells by themselves: only quotes hide them.
    const isHidden = separator === "," || separator === ";" || rows.some((row) => row.hasQuotes);
    if (isHidden && isTable(rows, separator)) return withTabs(plain, rows, separator);
  }
  return text;
}

/** How a spreadsheet is told what parts the cells: in a line of its own before all others. */
const NAMED = /^\uFEFF?"?sep=([,;|\t])"?[^\S\n]*(?=\n)/iu;

function rowsOf(text: string, separator: Separator): Row[] {
  const rows: Row[] = [];
  let broken = 0;
  for (let start = 0; start <= text.length; ) {
    const row = rowAt(text, start, separator);
    const end = row?.end ?? lineEnd(text, start);
    if (row && end - start <= LONGEST) rows.push(row);
    if (!row && ++broken > MOST_BROKEN) return [];
    start = end + 1;
  }
  return rows;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** The row that begins here; null where quotes do not close before long. */
function rowAt(text: string, start: number, separator: Separator): Row | null {
  const marks: number[] = [];
  const cells: string[] = [];
  let isQuoted = false;
  let hasQuotes = false;
  /** Whether nothing but blanks and quotes stands in the cell so far. */
  let isFresh = true;
  let from = start;
  for (let index = start; index - start <= LONGEST; index++) {
    const character = text[index] ?? "\n";
    // Only at the beginning of a cell quotes open; within, two are one.
    if (character === '"' && (isQuoted || isFresh)) {
      isQuoted = !isQuoted;
      hasQuotes = true;
    } else if (character.trim() !== "") isFresh = false;
    const isEnd = index >= text.length || (character === "\n" && !isQuoted);
    if (isEnd && isQuoted) return null;
    if (!isEnd && (character !== separator || isQuoted)) continue;
    cells.push(text.slice(from, index).replaceAll('"', "").trim());
    if (isEnd) return { start, end: index, marks, cells, hasQuotes };
    marks.push(index);
    from = index + 1;
    isFresh = true;
  }
  return null;
}

/** Several rows with as many marks, among them rows of figures. */
function isTable(rows: readonly Row[], separator: Separator): boolean {
  const wide = rows.filter(({ marks }) => marks.length >= FEWEST_MARKS);
  const alike = Map.groupBy(wide, ({ marks }) => marks.length);
  const isRow = (row: Row) => hasFigures(row, separator);
  return [...alike.values()].some(
    (some) => some.filter(isRow).length >= LINES_OF_A_TABLE && some.length * 2 > wide.length,
  );
}

/** Figures with commas in them and blanks between them: 1,355 0 1,167. */
const GROUPED = /(?<![\d,])\d{1,3}(?:,\d{3})+\s+[-+]?\d|\d\s+[-+]?\d{1,3}(?:,\d{3})+(?![\d,])/u;

function hasFigures({ cells }: Row, separator: Separator): boolean {
  if (separator === "," && GROUPED.test(cells.join(","))) return false;
  const figures = cells.filter((cell) => cell !== "" && isFigure(fold(cell)));
  return figures.length > 1 && figures.length < cells.length;
}

function withTabs(text: string, rows: readonly Row[], separator: Separator): string {
  const parts: string[] = [];
  let from = 0;
  for (const row of rows.filter(({ marks }) => marks.length >= FEWEST_MARKS)) {
    parts.push(text.slice(from, row.start), rowWithTabs(text, row, separator));
    from = row.end;
  }
  return [...parts, text.slice(from)].join("");
}

function rowWithTabs(text: string, { start, end, marks, cells }: Row, separator: Separator) {
  const [, ...more] = cells;
  // A line of prose in its first cell has marks behind it only because the sheet is wide.
  const mark = more.every((cell) => cell === "") ? " " : "\t";
  const own = new Set(marks);
  // What quotes hold parts no cells.
  const isHeld = (character: string) =>
    /["\n\t|]/u.test(character) || (character === separator && separator !== ",");
  return Array.from({ length: end - start }, (_, index) => {
    const character = text[start + index] ?? "";
    if (own.has(start + index)) return mark;
    return isHeld(character) ? " " : character;
  }).join("");
}
