import { isVertical, type Laid, layOut } from "./office-shapes.ts";
import { widthOf } from "./pdf-file.ts";
import type { Written } from "./written.ts";

export const TABLE_SIZE = 9;
export const TABLE_LEADING = 12;
export const CELL_PADDING = 2;

/** A printed cell with its lines, and where it stands in its table. */
export interface SketchedCell {
  cell?: string | undefined;
  lines: string[];
  left: number;
  right: number;
  /** Its rows as [first, end). */
  first: number;
  end: number;
}

/** A table measured: its cells with their lines, and how high each row must be. */
export interface Sketch {
  cells: SketchedCell[];
  heights: number[];
  /** Rows of heads, repeated where the table goes on on another page. */
  heads: number;
  width: number;
}

/** Measures a table for a width in points; labels break where they do not fit. */
export function sketch(rows: readonly Written[][], width: number, gap: number): Sketch {
  const laid = layOut(rows);
  const edges = edgesOf(laid, width);
  const cells = laid.flatMap((row, index) =>
    row.flatMap((cell) => (cell.kind === "below" ? [] : [sketchCell(cell, index, edges)])),
  );
  const heights = laid.map(() => TABLE_LEADING + gap);
  for (const { lines, first, end } of cells.toSorted((a, b) => a.end - a.first - b.end + b.first)) {
    const needed = lines.length * TABLE_LEADING + gap;
    const there = heights.slice(first, end).reduce((sum, height) => sum + height, 0);
    heights[end - 1] = (heights[end - 1] ?? 0) + Math.max(0, needed - there);
  }
  const heads = laid.findIndex((row) => row.some(({ cell }) => cell !== undefined));
  return { cells, heights, heads: Math.max(0, heads), width };
}

function sketchCell(cell: Laid, row: number, edges: readonly number[]): SketchedCell {
  const left = edges[cell.column - 1] ?? 0;
  const right = edges[cell.column - 1 + cell.colSpan] ?? left;
  const lines = isVertical(cell)
    ? Array.from(cell.text.replaceAll("\n", ""))
    : broken(cell.text, right - left - 2 * CELL_PADDING, TABLE_SIZE);
  return { cell: cell.cell, lines, left, right, first: row, end: row + cell.rowSpan };
}

/** Figures get narrow columns, labels wide ones, labels printed from top to bottom very narrow ones. */
function edgesOf(rows: readonly Laid[][], width: number): number[] {
  const weights: number[] = [];
  for (const cell of rows.flat()) {
    const { column, colSpan, cell: figure } = cell;
    for (let index = column - 1; index < column - 1 + colSpan; index++)
      weights[index] = Math.max(weights[index] ?? 0, 1);
    if (colSpan > 1 || figure !== undefined || cell.text.length < 6) continue;
    weights[column - 1] = Math.max(weights[column - 1] ?? 0, isVertical(cell) ? 0.8 : 2.5);
  }
  const figures = new Set(
    rows.flat().flatMap(({ cell, column, colSpan }) => (cell && colSpan === 1 ? [column] : [])),
  );
  const shares = weights.map((weight, index) => (figures.has(index + 1) ? 1 : weight));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const edges = [0];
  for (const share of shares) edges.push((edges.at(-1) ?? 0) + (share / total) * width);
  return edges;
}

/** Breaks a text into lines of a width, as Chinese breaks: anywhere, and where it has a break of its own. */
export function broken(text: string, width: number, size: number): string[] {
  return text.split("\n").flatMap((part) => brokenPart(part, width, size));
}

function brokenPart(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const character of text) {
    if (line !== "" && widthOf(line + character, size) > width) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  return line === "" ? lines : [...lines, line];
}
