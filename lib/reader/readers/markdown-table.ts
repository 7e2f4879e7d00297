import { UNREADABLE } from "../lost.ts";
import type { Range } from "../plain.ts";
import { MADE_UP, withoutFrames } from "./data-frame.ts";
import type { Spanned } from "./grid.ts";
import { rowsOfForm } from "./known.ts";
import { inline } from "./markdown-inline.ts";
import { withoutRepeats } from "./repeats.ts";
import { spanlessRows } from "./spanless.ts";
import { type Spelled, standIn } from "./spelled.ts";
import { upright } from "./transposed.ts";

/** A cell of a table in Markdown. */
export interface PipeCell extends Spanned {
  spelled: Spelled;
}

/** Whether a line can be a row of a table: it begins with a bar, or has two. */
export function isPipeRow(line: string): boolean {
  return /^\s*\|/u.test(line) || /(?<!\\)\|.*(?<!\\)\|/u.test(line);
}

/** Whether a line is the rule below the heads of a table; elsewhere, single dashes are figures that do not apply. */
export function isRule(line: string, isSecond: boolean): boolean {
  if (!/[|:-]-|-[|:]/u.test(line) && line.trim() !== "-") return false;
  return (
    isSecond ? /^\s*\|?(?:\s*:?-+:?\s*(?:\||$))+\s*$/u : /^\s*\|?(?:\s*:?-{3,}:?\s*(?:\||$))+\s*$/u
  ).test(line);
}

/** A table as it stands: its rows, and whether they begin and end without bars. */
export interface PipeTable {
  rows: readonly Range[];
  isBare: boolean;
}

/** Takes rows apart into cells with their columns; the text of merged cells that is printed in each of them is taken once. */
export function pipeGrid(source: string, { rows, isBare }: PipeTable): PipeCell[][] {
  const drawn = withPictures(rows.map((row) => cellsOf(source, row, isBare)));
  const cells = upright(withoutFrames(drawn, retold).rows);
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const own = spanlessRows(cells);
  // In a row that is shorter than its table nobody knows which cell is missing: its blanks say nothing.
  const sure = (row: PipeCell[]) =>
    row.length === width || own.has(row) ? row : row.filter(({ text }) => text.trim() !== "");
  return withoutRepeats(cells.map(sure));
}

/** How many cells a row has. */
export function countCells(source: string, row: Range, isBare: boolean): number {
  return cutsOf(source, row, isBare).length;
}

interface Drawn {
  cell: PipeCell;
  isPicture: boolean;
}

function cellsOf(source: string, row: Range, isBare: boolean): Drawn[] {
  return cutsOf(source, row, isBare).map(({ start, end }, index) => {
    const spelled = inline(source, start, end, "cell");
    const isMadeUp = MADE_UP.test(spelled.text.trim());
    const own = isMadeUp ? standIn("", start, start) : spelled;
    const cell = { spelled: own, text: own.text, from: index + 1, to: index + 1 };
    return { cell, isPicture: isPicture(source, { start, end }, own) };
  });
}

/** Pictures in rows with a label of the form, or in tables with several, may be figures: they cannot be read. */
function withPictures(rows: readonly (readonly Drawn[])[]): PipeCell[][] {
  const hasPictures = rows.some((row) => row.some(({ isPicture }) => isPicture));
  const own = rowsOfForm(hasPictures ? rows : [], ({ cell }) => cell.text);
  return rows.map((row) =>
    row.map(({ cell, isPicture }) => (isPicture && own.has(row) ? unreadable(cell) : cell)),
  );
}

/** A picture, or the place where a converter left one out. */
const PICTURE = /!\[[^\]\n]{0,200}\]\(|<img\b|<!--\s{0,9}image\s{0,9}-->/iu;

/** Whether a picture is all there is in a cell: beside the label of a row it may be a figure. */
function isPicture(source: string, { start, end }: Range, { text }: Spelled): boolean {
  return text.trim() === "" && PICTURE.test(source.slice(start, end));
}

function retold(cell: PipeCell, text: string): PipeCell {
  const { start, end } = cell.spelled;
  return {
    ...cell,
    spelled: standIn(text, start(0), end(Math.max(0, cell.text.length - 1))),
    text,
  };
}

function unreadable(cell: PipeCell): PipeCell {
  const { start, end } = cell.spelled;
  return { ...cell, spelled: standIn(UNREADABLE, start(0), end(0)), text: UNREADABLE };
}

function cutsOf(source: string, { start, end }: Range, isBare: boolean): Range[] {
  const cuts: Range[] = [];
  let from = !isBare && source[start] === "|" ? start + 1 : start;
  for (let index = from; index < end; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === "|") {
      cuts.push({ start: from, end: index });
      from = index + 1;
    }
  }
  if (isBare || source.slice(from, end).trim() !== "") cuts.push({ start: from, end });
  return cuts;
}
