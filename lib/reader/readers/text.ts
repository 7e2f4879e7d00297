import type { Plain, Range } from "../plain.ts";
import { type DrawnTable, drawnTables } from "./drawn/drawn-tables.ts";
import { type DumpedHeads, dumpedHeads } from "./dump/dumped-heads.ts";
import { type LaidTable, laidTables } from "./layout/laid-tables.ts";
import { type Spelled, standIn, verbatim } from "./spelled.ts";
import { withoutBorders } from "./text-borders.ts";
import { type SpelledCell, TextBuilder } from "./text-builder.ts";
import { cellLines } from "./text-cell-lines.ts";
import { withClosingBars } from "./text-closing-bars.ts";
import { type ColumnLine, columnLines } from "./text-columns.ts";
import { type TextFrame, textFrames } from "./text-frames.ts";
import { withoutPadding } from "./text-padding.ts";
import { endBeforeScript } from "./text-script.ts";
import { withoutSeparators } from "./text-separators.ts";
import { withoutSlashes } from "./text-slashes.ts";
import { pageNumbers } from "./woven/page-numbers.ts";
import { wordLines } from "./woven/woven-lines.ts";
import { wovenTables } from "./woven/woven-tables.ts";

/** Line ends of other systems, unit for unit, so that no place moves. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/gu;

/** Plain text is its own source; only tables laid out by blanks are written down with bars. */
export function readText(source: string): Plain {
  // Lines that end with semicolons look like those of a script.
  const lineEnds = source.replace(OTHER_LINE_ENDS, "\n");
  const drawn = drawnTables(lineEnds, (start, end) => verbatim(source, start, end));
  const whole = withoutSeparators(withoutPadding(withoutBorders(withoutTables(lineEnds, drawn))), [
    ";",
  ]);
  const rows = withoutOpeningBars(withoutSlashes(whole.slice(0, endBeforeScript(whole))));
  const text = withoutSeparators(withoutPadding(withClosingBars(rows)), [",", "\t", "|"]);
  const numbered = wordLines(text, source);
  const numbers = pageNumbers(numbered);
  const numberStarts = new Set([...numbers].map(({ start }) => start));
  const woven = wovenTables(text, numbered, numbers);
  const isApart = ({ start, end }: Range) =>
    woven.every((table) => end <= table.start || start >= table.end);
  const tables = laidTables(text, source).filter(isApart);
  const frames = textFrames(text).filter(isApart);
  const isBeside = ({ start, end }: Range) =>
    [...woven, ...tables, ...frames].every((table) => end <= table.start || start >= table.end);
  const heads = dumpedHeads(text, ({ start }) => numberStarts.has(start)).filter(isBeside);
  const isBelow = ({ start, end }: Range) =>
    heads.every((head) => end <= head.start || start >= head.end);
  const columns = columnLines(text).filter((line) => isBeside(line) && isBelow(line));
  const grids = [...woven, ...frames.map(asGrid), ...drawn.map(asGrid)];
  const isLaid = [columns, tables, heads, grids].some(({ length }) => length > 0);
  const found = { lines: isLaid ? columns : cellLines(text), tables, heads, grids };
  if (Object.values(found).some(({ length }) => length > 0))
    return { ...withRows(text, found), source };
  return {
    text,
    source,
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

function cellsOf(text: string, { cells }: ColumnLine): SpelledCell[] {
  return cells.map((cell) => ({ pieces: cell ? [verbatim(text, cell.start, cell.end)] : [] }));
}

interface Found {
  lines: readonly ColumnLine[];
  tables: readonly LaidTable[];
  heads: readonly DumpedHeads[];
  /** Tables that say themselves where their cells are. */
  grids: readonly Omit<Part, "isLaid">[];
}

/** A stretch of the text that is written down row by row. */
interface Part extends Range {
  rows: readonly (readonly SpelledCell[] | SpelledCell)[];
  isLaid: boolean;
}

/** The text with what stands in tables written down row by row. */
function withRows(text: string, { lines, tables, heads, grids }: Found): Plain {
  const builder = new TextBuilder();
  const loose: Range[] = [];
  let from = 0;
  const parts: Part[] = [
    ...lines.map((line) => ({ ...line, rows: [cellsOf(text, line)], isLaid: false })),
    ...tables.map((table) => ({ ...table, isLaid: true })),
    ...heads.map(({ start, end, texts }) => {
      const row = texts.map((head) => ({ pieces: [standIn(head, start, end)] }));
      return { start, end, rows: [row], isLaid: false };
    }),
    ...grids.map((grid) => ({ ...grid, isLaid: false })),
  ];
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    builder.addVerbatim(verbatim(text, from, part.start));
    const start = builder.length;
    for (const row of part.rows) addRow(builder, row);
    if (part.isLaid) loose.push({ start, end: builder.length });
    from = part.end;
  }
  builder.addVerbatim(verbatim(text, from, text.length));
  return {
    ...builder.finish(new Map()),
    hasExactRows: false,
    ...(loose.length > 0 ? { isLoose: isIn(loose), isExact: isIn(loose) } : {}),
  };
}

const isIn = (ranges: readonly Range[]) => (index: number) =>
  ranges.some(({ start, end }) => start <= index && index < end);

/** The text with blanks in the place of some tables, unit for unit. */
function withoutTables(text: string, tables: readonly Range[]): string {
  let from = 0;
  const parts = tables.flatMap(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, text.slice(start, end).replace(/[^\n]/gu, " ")];
  });
  return [...parts, text.slice(from)].join("");
}

function asGrid({ start, end, lines }: TextFrame | DrawnTable): Omit<Part, "isLaid"> {
  const piecesOf = (cell: SpelledCell | { spelled: Spelled }) =>
    "pieces" in cell ? cell.pieces : [cell.spelled];
  const rows = lines.map((line) =>
    line.kind === "row"
      ? line.cells.map((cell) => ({ pieces: piecesOf(cell) }))
      : { pieces: piecesOf(line.cell) },
  );
  return { start, end, rows };
}

function addRow(builder: TextBuilder, row: readonly SpelledCell[] | SpelledCell): void {
  builder.breakLine();
  if ("pieces" in row) for (const piece of row.pieces) builder.addText(piece);
  else builder.addRow(row);
  builder.breakLine();
}
