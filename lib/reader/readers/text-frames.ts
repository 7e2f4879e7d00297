import type { Range } from "../plain.ts";
import { frameAt } from "./data-frame.ts";
import { type Laid, layGrid, type Spanned } from "./grid.ts";
import { type Spelled, standIn, verbatim } from "./spelled.ts";
import { textLines } from "./text-lines.ts";

/** A cell between tabs. */
interface TabCell extends Spanned {
  spelled: Spelled;
}

/** A table that a program wrote out with tabs between its cells, as it is printed. */
export interface TextFrame extends Range {
  lines: Laid<TabCell>[];
}

const FEWEST_TABS = 2;
/** The number of a row with nothing in it. */
const NUMBER_ALONE = /^\s*\d{1,4}\s*$/u;

/** Finds the tables of a text whose rows a program has numbered from nought, or whose columns it has named. */
export function textFrames(text: string): TextFrame[] {
  const frames: TextFrame[] = [];
  for (const lines of stretchesOf(text)) {
    const rows = lines.map((line) => cellsOf(text, line));
    for (let at = 0; at < rows.length; ) {
      const frame = frameAt(rows, at, retold);
      const [first, last] = [lines[at], lines[(frame?.end ?? 0) - 1]];
      if (frame && first && last)
        frames.push({ start: first.start, end: last.end, lines: layGrid(frame.rows) });
      at = frame?.end ?? at + 1;
    }
  }
  return frames;
}

/** Lines with tabs, one right after another. */
function stretchesOf(text: string): Range[][] {
  const stretches: Range[][] = [];
  let open: Range[] = [];
  for (const range of textLines(text)) {
    const line = text.slice(range.start, range.end);
    const isRow = line.split("\t", FEWEST_TABS + 1).length > FEWEST_TABS;
    if (isRow && open.length === 0) stretches.push(open);
    if (isRow || (open.length > 0 && NUMBER_ALONE.test(line))) open.push(range);
    else if (open.length > 0) open = [];
  }
  return stretches;
}

function cellsOf(text: string, { start, end }: Range): TabCell[] {
  const cells: TabCell[] = [];
  let from = start;
  for (const own of text.slice(start, end).split("\t")) {
    const to = from + own.length;
    const column = cells.length + 1;
    cells.push({ text: own, from: column, to: column, spelled: verbatim(text, from, to) });
    from = to + 1;
  }
  return cells;
}

function retold(cell: TabCell, text: string): TabCell {
  const { start, end } = cell.spelled;
  const last = Math.max(0, cell.text.length - 1);
  return { ...cell, text, spelled: standIn(text, start(0), end(last)) };
}
