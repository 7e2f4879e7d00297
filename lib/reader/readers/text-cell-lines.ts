import { fold } from "#lib/chinese/fold.ts";
import { parseRaw } from "#lib/editions/cell-value.ts";
import { isFigure } from "../figures.ts";
import { mostCommon } from "../most-common.ts";
import type { Range } from "../plain.ts";
import type { ColumnLine } from "./text-columns.ts";
import { textLines } from "./text-lines.ts";

/** The label of a row in a line of its own, and the lines below it that are figures, or blank. */
interface Run {
  label: Range;
  cells: (Range | null)[];
}

const FEWEST_ROWS = 5;
const FEWEST_CELLS = 3;
const MOST_CELLS = 16;
const ROWS_THAT_SHOW = 3;
const LONGEST_LABEL = 80;
const COLUMN = { key: "", label: { zh: "", en: "" }, type: "count" } as const;

/**
 * Rows of a table whose cells stand in lines of their own, blank cells as blank lines: only where each row takes as many
 * lines, and no line is blank in all of them, which may just part one from the next.
 */
export function cellLines(text: string): ColumnLine[] {
  if (!/\n[^\S\n]*\n/u.test(text)) return [];
  const runs = runsOf(text);
  const last = runs.at(-1);
  const width = mostCommon(runs.slice(0, -1).map(({ cells }) => cells.length));
  if (last && last.cells.length === width + 1 && last.cells.at(-1) === null) last.cells.pop();
  const first = runs.findIndex(({ cells }) => cells.length === width);
  const end = runs.findLastIndex(({ cells }) => cells.length === width);
  const rows = runs.slice(first, end + 1);
  const isEven = rows.every(({ cells }) => cells.length === width);
  const withBlanks = rows.filter(({ cells }) => cells.includes(null));
  if (!isEven || rows.length < FEWEST_ROWS || withBlanks.length < ROWS_THAT_SHOW) return [];
  // A line that is blank in every row may part cells, or rows.
  const always = Array.from({ length: width }, (_, at) => at).filter((at) =>
    rows.every(({ cells }) => cells[at] === null),
  );
  if (always.length > 0 && !(always.length === 1 && lackTotals(text, rows))) return [];
  return rows.map(({ label, cells }) => ({
    start: label.start,
    end: cells.reduce((end_, cell) => cell?.end ?? end_ + 1, label.end),
    cells: [label, ...cells],
  }));
}

/** Whether in rows that all end with a blank, and have no other, the last figure is not the sum of those before it: then it is the total that is blank. */
function lackTotals(text: string, rows: readonly Run[]): boolean {
  const differ = rows.filter(({ cells }) => {
    const figures = cells.slice(0, -1).map((cell) => (cell ? numberIn(text, cell) : null));
    const numbers = figures.filter((figure) => figure !== null);
    if (numbers.length < figures.length) return false;
    const sum = numbers.slice(0, -1).reduce((all, number) => all + number, 0);
    return sum !== numbers.at(-1);
  });
  const isLast = rows.every(({ cells }) => cells.indexOf(null) === cells.length - 1);
  return isLast && differ.length >= ROWS_THAT_SHOW;
}

function numberIn(text: string, { start, end }: Range): number | null {
  return parseRaw({ column: COLUMN }, text.slice(start, end)).value;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let label: Range | null = null;
  let cells: (Range | null)[] = [];
  const close = () => {
    const isRun = cells.length >= FEWEST_CELLS && cells.some((cell) => cell !== null);
    if (label && isRun && cells.length <= MOST_CELLS) runs.push({ label, cells });
    cells = [];
  };
  for (const line of textLines(text)) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL)).trim();
    if (words === "") cells.push(null);
    else if (isFigure(fold(words))) cells.push(line);
    else {
      close();
      label = line.end - line.start < LONGEST_LABEL && !/[|\t]/u.test(words) ? line : null;
    }
  }
  close();
  return runs;
}
