import type { Plain } from "../plain.ts";
import { verbatim } from "./spelled.ts";
import { TextBuilder } from "./text-builder.ts";
import { type ColumnLine, columnLines } from "./text-columns.ts";
import { withoutCommas } from "./text-commas.ts";
import { endBeforeScript } from "./text-script.ts";

/** Line ends of other systems, unit for unit, so that no place moves. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/gu;

/** Plain text is its own source; only tables laid out by blanks are written down with bars. */
export function readText(source: string): Plain {
  const whole = source.replace(OTHER_LINE_ENDS, "\n");
  const text = withoutCommas(withoutOpeningBars(whole.slice(0, endBeforeScript(whole))));
  const lines = columnLines(text);
  if (lines.length > 0) return withBars(text, lines);
  return {
    text,
    origin: (index) => index,
    originEnd: (index) => index + 1,
    meta: new Map(),
  };
}

const ROWS_THAT_SHOW = 3;

/** Where bars stand around every row, the first one opens the row and is no blank cell; unit for unit, so that no place moves. */
function withoutOpeningBars(text: string): string {
  const lines = text.split("\n");
  const rows = lines.filter((line) => line.includes("|") && filledCells(line) > 1);
  if (rows.length < ROWS_THAT_SHOW || !rows.every(isEnclosed)) return text;
  return lines.map((line) => (isEnclosed(line) ? line.replace("|", " ") : line)).join("\n");
}

function filledCells(line: string): number {
  return line.split("|").filter((cell) => cell.trim() !== "").length;
}

function isEnclosed(line: string): boolean {
  const row = line.trim();
  return row.length > 1 && row.startsWith("|") && row.endsWith("|");
}

function withBars(text: string, lines: readonly ColumnLine[]): Plain {
  const builder = new TextBuilder();
  let from = 0;
  for (const { start, end, cells } of lines) {
    builder.addVerbatim(verbatim(text, from, start));
    builder.addRow(
      cells.map((cell) => ({ pieces: cell ? [verbatim(text, cell.start, cell.end)] : [] })),
    );
    from = end;
  }
  builder.addVerbatim(verbatim(text, from, text.length));
  return { ...builder.finish(new Map()), hasExactRows: false };
}
