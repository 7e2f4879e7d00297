import type { Range } from "../../plain.ts";
import { withoutFrames } from "../data-frame.ts";
import { type Laid, layGrid } from "../grid.ts";
import { withoutRepeats } from "../repeats.ts";
import { standIn } from "../spelled.ts";
import { textLines } from "../text-lines.ts";
import { type DrawnLine, drawnLine } from "./drawn-lines.ts";
import { type DrawnText, drawnRows, type Spell } from "./drawn-rows.ts";

/** A table drawn with characters, as it is printed. */
export interface DrawnTable extends Range {
  lines: Laid<DrawnText>[];
}

const FEWEST_ROWS = 2;

/** Finds the tables of a text that are drawn with characters, from their first rule to their last. */
export function drawnTables(text: string, spell: Spell): DrawnTable[] {
  return runsOf(text).flatMap((lines): DrawnTable[] => {
    const [first, last] = [lines[0], lines.at(-1)];
    const rows = drawnRows(text, lines, spell);
    if (!first || !last || !rows) return [];
    const printed = withoutRepeats(withoutFrames(rows, retold).rows);
    return [{ start: first.start, end: last.end, lines: layGrid(printed) }];
  });
}

/** Lines of a drawn table right after another, from a rule to a rule. */
function runsOf(text: string): DrawnLine[][] {
  const runs: DrawnLine[][] = [];
  let open: DrawnLine[] = [];
  const close = () => {
    const run = open.slice(0, open.findLastIndex(({ kind }) => kind === "rule") + 1);
    if (run.filter(({ kind }) => kind === "row").length >= FEWEST_ROWS) runs.push(run);
    open = [];
  };
  for (const range of textLines(text)) {
    const line = drawnLine(text, range);
    if (!line) close();
    else if (open.length > 0 || line.kind === "rule") open.push(line);
  }
  close();
  return runs;
}

function retold(cell: DrawnText, text: string): DrawnText {
  const [first] = cell.pieces;
  const at = first?.start(0) ?? 0;
  return {
    ...cell,
    text,
    parts: [text],
    pieces: text === "" ? [] : [standIn(text, at, first?.end(0) ?? at)],
  };
}
