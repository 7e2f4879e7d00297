import type { SheetPlace } from "./xlsx-places.ts";

/** Cells of a sheet from one corner to the other. */
export interface SheetRange {
  from: SheetPlace;
  to: SheetPlace;
}

/** How many ranges, and how many cells of small ones, the areas of a sheet may still keep apart. */
export interface Budget {
  ranges: number;
  cells: number;
}

/** The cells of ranges no larger than this are kept one by one. */
const SMALL = 64;

/** Cells given by ranges, be they ever so many; beyond the budget what lies between ranges belongs to it too. */
export class Area {
  private readonly cells = new Set<string>();
  private readonly ranges: SheetRange[] = [];
  private around: SheetRange | null = null;
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  add(range: SheetRange): void {
    const { from, to } = range;
    const size = (to.row - from.row + 1) * (to.column - from.column + 1);
    if (size > 0 && size <= SMALL && this.budget.cells >= size) this.addCells(range);
    else if (this.ranges.some((one) => isIn(from, one) && isIn(to, one))) return;
    else if (this.budget.ranges > 0) {
      this.budget.ranges -= 1;
      this.ranges.push(range);
    } else this.around = this.around ? spanOf(this.around, range) : range;
  }

  has(place: SheetPlace): boolean {
    if (this.around && isIn(place, this.around)) return true;
    return this.cells.has(keyOf(place)) || this.ranges.some((range) => isIn(place, range));
  }

  private addCells({ from, to }: SheetRange): void {
    const before = this.cells.size;
    for (let { row } = from; row <= to.row; row++)
      for (let { column } = from; column <= to.column; column++)
        this.cells.add(keyOf({ row, column }));
    this.budget.cells -= this.cells.size - before;
  }
}

function keyOf({ row, column }: SheetPlace): string {
  return `${row}.${column}`;
}

function isIn(place: SheetPlace, { from, to }: SheetRange): boolean {
  const isInRow = from.column <= place.column && place.column <= to.column;
  return isInRow && from.row <= place.row && place.row <= to.row;
}

/** The least range that holds two. */
export function spanOf(one: SheetRange, other: SheetRange): SheetRange {
  return {
    from: {
      row: Math.min(one.from.row, other.from.row),
      column: Math.min(one.from.column, other.from.column),
    },
    to: {
      row: Math.max(one.to.row, other.to.row),
      column: Math.max(one.to.column, other.to.column),
    },
  };
}
