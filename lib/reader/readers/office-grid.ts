import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "../figures.ts";
import { findHeadings } from "../headings.ts";
import { labelKey } from "../labels.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { vocabularies } from "../vocabulary.ts";
import type { OfficeText, PlacedCell } from "./office-text.ts";

/** A printed cell of a grid: merged cells stand once, blank cells too. */
export interface GridCell extends PlacedCell {
  /** The first and the last column of the grid it covers. */
  from: number;
  to: number;
}
export type GridRow = readonly GridCell[];

type Kind = "blank" | "figure" | "word";

interface Judged extends GridCell {
  kind: Kind;
}

/** Writes a grid down row by row, without the blank cells that only fill it up beside what is printed. */
export function addGrid(text: OfficeText, rows: readonly GridRow[]): void {
  for (const region of regionsOf(rows)) addRegion(text, region);
}

/** Stretches of rows under one line of heads: a row without cells, a heading, or the head over the row labels begins another. */
function regionsOf(rows: readonly GridRow[]): Judged[][][] {
  const regions: Judged[][][] = [];
  let open: Judged[][] | null = null;
  for (const row of rows) {
    const judged = row.map((cell) => ({ ...cell, kind: kindOf(cell.text) }));
    const words = judged.filter(({ kind }) => kind !== "blank");
    if (row.length === 0) open = null;
    if (words.length > 0 && (!open || beginsRegion(words))) {
      open = [];
      regions.push(open);
    }
    if (row.length > 0) open?.push(judged);
  }
  return regions;
}

function kindOf(text: string): Kind {
  const folded = fold(text.slice(0, LONGEST_LABEL)).trim();
  if (folded === "") return "blank";
  return isFigure(folded) ? "figure" : "word";
}

function beginsRegion(words: readonly Judged[]): boolean {
  const [first] = words;
  if (first?.kind !== "word") return false;
  if (first.text.length > LONGEST_LABEL * 2) return true;
  const folded = fold(first.text);
  if (words.length === 1 && findHeadings(folded).length > 0) return true;
  const label = labelKey(folded);
  return EDITIONS.some((edition) =>
    vocabularies(edition).some((table) =>
      table.find(label).some(({ term }) => term.kind === "frame" || term.kind === "article"),
    ),
  );
}

function addRegion(text: OfficeText, rows: readonly Judged[][]): void {
  const width = Math.max(...rows.map(lastWritten));
  const labels = labelColumns(rows);
  for (const row of rows) {
    const cells = row.filter(
      ({ kind, from, to }) => kind !== "blank" || (from <= width && to > labels),
    );
    const [only] = cells;
    // A line over the whole width is a heading or prose, no row of cells.
    if (only && cells.length === 1 && only.kind === "word") text.addLines(only.text);
    else text.addRow(fromFirstWord(cells));
  }
}

function lastWritten(row: readonly Judged[]): number {
  return row.reduce((last, { kind, from }) => (kind === "blank" ? last : Math.max(last, from)), 0);
}

/** How many columns hold labels alone: blanks there are labels printed once for several rows, never figures. */
function labelColumns(rows: readonly Judged[][]): number {
  const withFigures = rows.filter((row) => row.some(({ kind }) => kind === "figure"));
  const words = new Set<number>();
  let firstFigure = Number.POSITIVE_INFINITY;
  for (const { kind, from } of withFigures.flat()) {
    if (kind === "word") words.add(from);
    if (kind === "figure") firstFigure = Math.min(firstFigure, from);
  }
  let count = 0;
  while (words.has(count + 1) && count + 1 < firstFigure) count++;
  return count;
}

/** Blanks before a label are the place of a group's label above; blanks before a figure are figures not filled in. */
function fromFirstWord(cells: readonly Judged[]): readonly Judged[] {
  const first = cells.findIndex(({ kind }) => kind !== "blank");
  return cells[first]?.kind === "word" ? cells.slice(first) : cells;
}
