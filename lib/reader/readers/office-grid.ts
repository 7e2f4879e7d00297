import type { Oddity } from "../plain.ts";
import { withoutFrames } from "./data-frame.ts";
import { layGrid, type Spanned } from "./grid.ts";
import { sharedFigures } from "./grid-shared.ts";
import type { OfficeText, PlacedCell } from "./office-text.ts";
import { withoutSpacers } from "./spacers.ts";
import { unstacked } from "./stacked.ts";
import { upright } from "./transposed.ts";

/** A printed cell of an office file's grid. */
export interface GridCell extends PlacedCell, Spanned {}
export type GridRow = readonly GridCell[];

/** Writes a grid down row by row, without the blank cells that only fill it up beside what is printed. */
export function addGrid(text: OfficeText, rows: readonly GridRow[]): void {
  const printed = withoutFrames(withoutSpacers(rows), (cell, text) => ({ ...cell, text })).rows;
  const laid = upright(printed).flatMap((row) => unstacked(row, linesOf));
  const shared = sharedFigures(laid);
  const oddityOf = (cell: GridCell): Oddity | undefined =>
    cell.oddity ?? (shared.has(cell) ? "shared" : undefined);
  for (const line of layGrid(laid))
    if (line.kind === "line") text.addLines(line.cell.text);
    else text.addRow(line.cells.map((cell) => ({ ...cell, oddity: oddityOf(cell) })));
}

/** The lines of a cell as cells in its place. */
function linesOf(cell: GridCell): GridCell[] {
  return cell.text.split("\n").map((text) => ({ ...cell, text }));
}
