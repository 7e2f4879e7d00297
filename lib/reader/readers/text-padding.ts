import { mostCommon } from "../most-common.ts";

/** A cell that a bar closes, or a run of bars that only fills its row up. */
interface Piece {
  kind: "word" | "figure" | "blank" | "padding";
  /** The bars themselves. */
  start: number;
  end: number;
}

/** Bars that touch, at the end of their line. */
const PADDING = /(?<=^|\s)\|{2,40}(?=[^\S\n]*$)/gmu;
/** Bars that touch with a cell behind them: then they are how this text writes blank cells. */
const BLANK_CELLS = /\|\|[^\S\n]*[^\s|]/u;
const ROWS_THAT_SHOW = 3;
const FEWEST_CELLS = 3;
const LONGEST_CELL = 400;

/**
 * The text without the bars that fill rows up to the width of their table where merged cells were written once, as
 * readers of web pages for language models write them (`label | 3 | | 3 | ||`); unit for unit, so that no place moves.
 */
export function withoutPadding(text: string): string {
  const runs = [...text.matchAll(PADDING)];
  if (runs.length < ROWS_THAT_SHOW || BLANK_CELLS.test(text)) return text;
  const pads = new Map(runs.map((run) => [run.index, run.index + run[0].length]));
  const gone = paddingOf(piecesOf(text, pads));
  let from = 0;
  const parts = gone.flatMap(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, " ".repeat(end - start)];
  });
  return [...parts, text.slice(from)].join("");
}

function piecesOf(text: string, pads: ReadonlyMap<number, number>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/\|/gu)) {
    if (index < from) continue;
    const end = pads.get(index);
    const words = text.slice(Math.max(from, index - LONGEST_CELL), index).trim();
    if (end !== undefined) pieces.push({ kind: "padding", start: index, end });
    else pieces.push({ kind: kindOf(words), start: index, end: index + 1 });
    from = end ?? index + 1;
  }
  return pieces;
}

function kindOf(words: string): Piece["kind"] {
  if (words === "") return "blank";
  return /\p{L}{2}/u.test(words) ? "word" : "figure";
}

/** What follows the label of a row: its cells, and the bars that are none. */
interface PaddedRow {
  cells: readonly Piece[];
  padding: readonly Piece[];
}

/** The bars that are no cells: the runs, those that open a row in a line of their own, and one alone at the end of a row. */
function paddingOf(pieces: readonly Piece[]): Piece[] {
  const rows = withoutOpening(rowsOf(pieces));
  const filledUp = filledUpOf(rows);
  const isShown = filledUp.length >= ROWS_THAT_SHOW;
  const width = isShown ? mostCommon(filledUp.map(({ cells }) => cells.length)) : null;
  const isKept = keepsBlanks(rows, width);
  return rows.flatMap(({ cells, padding }) => {
    // One bar more is a blank cell, or fills up a row that lost one: that row is left one short, and told.
    const isOver = cells.length - 1 === width || !(isKept || cells.every(isBlank));
    const isOpen = padding.every(({ kind }) => kind !== "padding");
    const last = cells.at(-1);
    return last && isBlank(last) && isOver && isOpen ? [last, ...padding] : padding;
  });
}

const isBlank = ({ kind }: Piece) => kind === "blank";

/** Whether blank cells are written, and none left out: no row that is filled up is short. */
function keepsBlanks(rows: readonly PaddedRow[], width: number | null): boolean {
  const isWhole = filledUpOf(rows).every(({ cells }) => width === null || cells.length >= width);
  return isWhole && rows.some(({ cells }) => cells.slice(0, -1).some(isBlank));
}

function filledUpOf(rows: readonly PaddedRow[]): readonly PaddedRow[] {
  return rows.filter(({ cells, padding }) => cells.length >= FEWEST_CELLS && padding.length > 0);
}

/** The rows without the bar that opens the next one, where bars stand so behind most that are filled up. */
function withoutOpening(rows: readonly PaddedRow[]): readonly PaddedRow[] {
  const filledUp = filledUpOf(rows);
  const isOpened =
    filledUp.filter(({ padding }) => padding.length > 1).length * 2 > filledUp.length;
  if (!isOpened) return rows;
  return rows.map(({ cells, padding }) => {
    const opens = padding.length === 0 && cells.at(-1)?.kind === "blank";
    return opens ? { cells: cells.slice(0, -1), padding: cells.slice(-1) } : { cells, padding };
  });
}

function rowsOf(pieces: readonly Piece[]): PaddedRow[] {
  const rows: Piece[][] = [[]];
  let isFilledUp: boolean = false;
  for (const piece of pieces) {
    // A row without a label, as that of the remedies, begins below the bars that fill up the one before.
    const begins: boolean = piece.kind === "word" || (piece.kind === "figure" && isFilledUp);
    if (begins) rows.push([]);
    if (piece.kind !== "word") rows.at(-1)?.push(piece);
    isFilledUp = piece.kind === "padding" || (isFilledUp && !begins);
  }
  return rows.map((row) => {
    const cells = row.findIndex(({ kind }) => kind === "padding");
    const end = cells < 0 ? row.length : cells;
    return { cells: row.slice(0, end), padding: row.slice(end) };
  });
}
