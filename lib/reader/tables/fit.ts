import type { Token } from "../tokens.ts";
import type { Heads } from "./heads.ts";
import type { PrintedRow } from "./rows.ts";

/** Whether rows are filled up with layout cells, and to which width: only then can a blank be told from a missing cell. */
export type Padding = { kind: "none" } | { kind: "width"; width: number } | { kind: "unknown" };

/** The tokens that are not blank. */
export function figuresIn(run: readonly Token[]): Token[] {
  return run.filter(({ kind }) => kind !== "blank");
}

/** A run without the blanks at its end. */
export function withoutFillers(run: readonly Token[]): Token[] {
  return run.slice(0, run.findLastIndex(({ kind }) => kind !== "blank") + 1);
}

/** A row whose every column has a figure speaks for itself; from such rows the others are judged. */
function isComplete({ run }: PrintedRow, { columns }: Heads): boolean {
  const own = run.slice(0, columns.length);
  return (
    own.length === columns.length &&
    // What stands in a column of remarks may be blank.
    own.every(({ kind }, index) => kind !== "blank" || columns[index] === null) &&
    figuresIn(run.slice(columns.length)).length === 0
  );
}

const EVEN_ROWS = 5;
const MOST = 0.9;

/** Judges from the complete rows whether the others are filled up with empty cells. */
export function paddingOf(
  rows: readonly PrintedRow[],
  headsOf: (row: PrintedRow) => Heads | null,
): Padding {
  const counted = rows.flatMap((row) => {
    const heads = headsOf(row);
    // A row of which nothing was kept says nothing of the others.
    return heads && heads.columns.length > 0 && row.run.length > 0 ? [{ row, heads }] : [];
  });
  const complete = counted.filter(({ row, heads }) => isComplete(row, heads));
  // Where no row is complete, as without totals, many rows just as long as their heads were not filled up; a few may be damaged.
  const even = counted.filter(({ row, heads }) => row.run.length === heads.columns.length).length;
  const isEven = even >= EVEN_ROWS && even >= counted.length * MOST;
  if (complete.length === 0) return { kind: isEven ? "none" : "unknown" };
  if (!counted.some(({ row, heads }) => row.run.length > heads.columns.length)) {
    const isIntact = counted.every(({ row, heads }) => row.run.length === heads.columns.length);
    return isIntact ? { kind: "none" } : { kind: "unknown" };
  }
  const widths = new Map<number, number>();
  for (const { row } of complete) {
    const width = row.labels + row.run.length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const common = [...widths].sort((a, b) => b[1] - a[1])[0];
  return common && common[1] * 2 > complete.length
    ? { kind: "width", width: common[0] }
    : { kind: "unknown" };
}

/** Whether the first cells of a run are those of the columns, one by one, and the rest only fills the line. */
export function fitsHeads(
  printed: PrintedRow,
  heads: Heads,
  padding: Padding,
  isLast: boolean,
): boolean {
  const { run, labels } = printed;
  const count = heads.columns.length;
  if (isComplete(printed, heads)) return true;
  if (run.length < count || figuresIn(run.slice(count)).length > 0) return false;
  if (padding.kind === "none") return run.length === count;
  if (padding.kind === "unknown") return false;
  // Where rows are filled up, a blank last figure looks the same as a lost figure and one more filler.
  if (run[count - 1]?.kind === "blank") return false;
  // The fillers of the last line are often cut off with the blanks at the end of the text.
  return labels + run.length === padding.width || (isLast && run.length === count);
}
