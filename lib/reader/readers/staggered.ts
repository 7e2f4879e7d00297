/** A cell of a grid, over the columns from one to another. */
interface Cell {
  text: string;
  from: number;
  to: number;
}

/**
 * Rows of a grid as printed: what was taken apart because one of its cells begins a little lower than the others, and
 * stands in the next row of the grid in columns that no cell of its own row covers, is one row again. Converters from PDF
 * make such rows; read one after the other, the figure would follow those right of it.
 */
export function unstaggered<C extends Cell>(rows: readonly (readonly C[])[]): C[][] {
  const whole: C[][] = [];
  // Rows without cells of their own lie between where merged cells go through all of a row.
  let last = -1;
  for (const row of rows) {
    const above = whole[last];
    const late = above && row.length > 0 ? besides(above, row) : null;
    if (above && late && late.length > 0) {
      whole.length = last + 1;
      above.push(...late);
      above.sort((a, b) => a.from - b.from);
      continue;
    }
    whole.push([...row]);
    if (row.length > 0) last = whole.length - 1;
  }
  return whole;
}

/** The cells of a row that stand in columns of their own beside those of another; null where one stands under one of those, blanks under blanks aside. */
function besides<C extends Cell>(above: readonly C[], row: readonly C[]): C[] | null {
  const own: C[] = [];
  let at = 0;
  for (const cell of row) {
    while ((above[at]?.to ?? Number.POSITIVE_INFINITY) < cell.from) at++;
    const over = above[at];
    if (!over || over.from > cell.to) own.push(cell);
    else if (!isBlank(over) || !isBlank(cell)) return null;
  }
  return own;
}

const isBlank = ({ text }: Cell) => text.trim() === "";
