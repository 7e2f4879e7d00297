import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "../figures.ts";
import { findHeadings } from "../headings.ts";
import { labelKey } from "../labels.ts";
import { isHeadNote } from "../tables/head-notes.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { type Term, vocabularies } from "../vocabulary.ts";
import { type HeadMeanings, headsInOrder } from "./grid-heads.ts";
import { unstaggered } from "./staggered.ts";

/** A printed cell of a grid: merged cells stand once, blank cells too. */
export interface Spanned {
  text: string;
  /** The first and the last column of the grid it covers. */
  from: number;
  to: number;
  /** How many rows below its own it covers as well. */
  down?: number;
}

/** What is printed of a grid: a row of cells, or a cell that is a heading or prose. */
export type Laid<C> = { kind: "row"; cells: readonly C[] } | { kind: "line"; cell: C };

const MOST_COLUMNS = 16_384;

type Kind = "blank" | "figure" | "word";

interface Judged<C> {
  own: C;
  text: string;
  from: number;
  to: number;
  kind: Kind;
}

/** The lines of a grid, row by row, without the blank cells that only fill it up beside what is printed. */
export function layGrid<C extends Spanned>(rows: readonly (readonly C[])[]): Laid<C>[] {
  return regionsOf(unstaggered(rows)).flatMap(layRegion);
}

/** Stretches of rows under one line of heads: a row without cells, a heading, or the head over the row labels begins another. */
function regionsOf<C extends Spanned>(rows: readonly (readonly C[])[]): Judged<C>[][][] {
  const regions: Judged<C>[][][] = [];
  let open: Judged<C>[][] | null = null;
  /** Whether the open region has rows of figures: what is above them is known. */
  let hasFigures = false;
  for (const row of rows) {
    const judged = row.map((own) => {
      const { text, from, to } = own;
      return { own, text, from, to, kind: kindOf(text) };
    });
    const words = judged.filter(({ kind }) => kind !== "blank");
    if (row.length === 0) open = null;
    const isNext = hasFigures && isHeadLine(words);
    if (words.length > 0 && (!open || isNext || beginsRegion(words))) {
      open = [];
      regions.push(open);
      hasFigures = false;
    }
    hasFigures ||= words.some(({ kind }) => kind === "figure");
    if (row.length > 0) open?.push(judged);
  }
  return regions;
}

const FEWEST_HEADS = 2;

/** Whether a row holds heads of columns and no figures: below rows of figures it begins the next table. */
function isHeadLine(words: readonly Judged<unknown>[]): boolean {
  const heads = words.filter(isHead);
  return heads.length >= FEWEST_HEADS && words.every(({ kind }) => kind === "word");
}

/** Whether a cell is blank, or what it holds may be a figure. */
export function kindOf(text: string): Kind {
  if (/^\s*\d{1,9}\s*$/u.test(text)) return "figure";
  const folded = fold(text.slice(0, LONGEST_LABEL)).trim();
  if (folded === "") return "blank";
  return isFigure(folded) ? "figure" : "word";
}

function beginsRegion(words: readonly Judged<unknown>[]): boolean {
  const [first] = words;
  if (first?.kind !== "word") return false;
  return isLine(words) || isOneOf(first, ["frame", "article"]);
}

/** Whether a row holds no cells of a form but a heading or prose, written into its first cell. */
function isLine(words: readonly Judged<unknown>[]): boolean {
  const [only, ...more] = words;
  if (only?.kind !== "word" || more.length > 0) return false;
  if (only.text.length > LONGEST_LABEL || findHeadings(fold(only.text)).length > 0) return true;
  return isOneOf(only, ["article"]);
}

function isOneOf({ text }: { text: string }, kinds: readonly Term["kind"][]): boolean {
  const label = labelKey(fold(text));
  return EDITIONS.some((edition) =>
    vocabularies(edition).some((table) =>
      table.find(label).some(({ term }) => kinds.includes(term.kind)),
    ),
  );
}

function layRegion<C>(rows: readonly Judged<C>[][]): Laid<C>[] {
  const width = rows.reduce((widest, row) => Math.max(widest, lastWritten(row)), 0);
  const labels = labelColumns(rows);
  const isFilled = rows.some((row) =>
    row.some(({ kind, from }) => kind === "blank" && from > width),
  );
  const heads = isFilled ? columnHeads(rows) : 0;
  const isCut = width - labels < heads;
  return withHeadsInOrder(rows).map((row): Laid<C> => {
    const label = row.findLastIndex(({ kind }) => kind === "word");
    const cells = row.filter(({ kind, from, to }, index) => {
      // Where heads do not stand over their columns, the form says how many figures follow a label.
      const isOwn = from <= width || (isCut && label >= 0 && index <= label + heads);
      return kind !== "blank" || (isOwn && to > labels);
    });
    const words = cells.filter(({ kind }) => kind !== "blank");
    const [only] = words;
    // A line over the whole width is a heading or prose, no row of cells.
    const isWhole = cells.length === 1 && only?.kind === "word";
    if (only && (isWhole || isLine(words))) return { kind: "line", cell: only.own };
    return { kind: "row", cells: fromFirstWord(cells).map(({ own }) => own) };
  });
}

/** The rows of a region with its heads in their order, below the heading that stands over them in the same sheet. */
function withHeadsInOrder<C>(rows: readonly Judged<C>[][]): Judged<C>[][] {
  const words = (row: readonly Judged<C>[]) => row.filter(({ kind }) => kind !== "blank");
  const start = Math.max(
    0,
    rows.findIndex((row) => words(row).length > 0 && !isLine(words(row))),
  );
  const own = rows.slice(start);
  // A line that gives each column its unit or number is no line of heads.
  const note = own.findIndex(isHeadNote);
  const inOrder = headsInOrder(note < 0 ? own : own.toSpliced(note, 1), MEANINGS);
  const notes = note < 0 ? [] : own.slice(note, note + 1);
  const place = inOrder.length - (own.length - note - 1);
  return [...rows.slice(0, start), ...inOrder.toSpliced(note < 0 ? 0 : place, 0, ...notes)];
}

const isHead = (cell: Judged<unknown>) =>
  cell.kind === "word" &&
  cell.text.length <= LONGEST_LABEL &&
  isOneOf(cell, ["column", "columnGroup"]);

const MEANINGS: HeadMeanings<Judged<unknown>> = {
  isHead,
  isTitle: isYearTitle,
  isRowLabel: (cell) =>
    isOneOf(cell, ["row", "rowGroup"]) && !isOneOf(cell, ["column", "columnGroup", "frame"]),
};

/** Whether words name the year of the heads below them, and are no label of the form themselves. */
function isYearTitle(cell: Judged<unknown>): boolean {
  return /^本年/u.test(cell.text.trim()) && !isOneOf(cell, ["column", "row"]);
}

/** How many different columns the heads of a region name. */
function columnHeads(rows: readonly Judged<unknown>[][]): number {
  const words = rows.flat().filter(({ kind }) => kind === "word");
  const heads = new Set(words.map(({ text }) => labelKey(fold(text.slice(0, LONGEST_LABEL))).key));
  return [...heads].filter((text) => isOneOf({ text }, ["column"])).length;
}

/** Whether words are the head of a column of figures and nothing else. */
function isColumnHead(cell: Judged<unknown>): boolean {
  return cell.kind === "word" && isOneOf(cell, ["column"]) && !isOneOf(cell, ["row", "rowGroup"]);
}

/** Whether words are the label of a row and nothing else. */
function isRowName(cell: Judged<unknown>): boolean {
  return cell.kind === "word" && isOneOf(cell, ["row"]) && !isOneOf(cell, ["column"]);
}

function lastWritten(row: readonly Judged<unknown>[]): number {
  return row.reduce((last, { kind, from }) => (kind === "blank" ? last : Math.max(last, from)), 0);
}

/** The last column of labels: blanks up to it are the margin, or labels printed once for several rows, never figures. */
function labelColumns(rows: readonly Judged<unknown>[][]): number {
  const withFigures = rows.filter((row) => row.some(({ kind }) => kind === "figure"));
  const words = new Set<number>();
  let firstFigure = Number.POSITIVE_INFINITY;
  for (const { kind, from } of withFigures.flat()) {
    if (kind === "word") words.add(from);
    if (kind === "figure") firstFigure = Math.min(firstFigure, from);
  }
  const written = rows.flat().filter(({ kind }) => kind !== "blank");
  let last = written.reduce((first, { from }) => Math.min(first, from), MOST_COLUMNS) - 1;
  // A word under the head of a column of figures stands in for a figure, unless it names a row: then heads are off their columns.
  const isHeaded = (column: number) =>
    written.some((cell) => cell.from === column && cell.to === column && isColumnHead(cell)) &&
    !withFigures.flat().some((cell) => cell.from === column && isRowName(cell));
  while (words.has(last + 1) && last + 1 < firstFigure && !isHeaded(last + 1)) last++;
  return last;
}

/** Blanks before a label are the place of a group's label above; blanks before a figure are figures not filled in. */
function fromFirstWord<C>(cells: readonly Judged<C>[]): readonly Judged<C>[] {
  const first = cells.findIndex(({ kind }) => kind !== "blank");
  return cells[first]?.kind === "word" ? cells.slice(first) : cells;
}
