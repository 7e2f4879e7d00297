import type { Plain, Range } from "../plain.ts";
import { type DrawnTable, drawnTables } from "./drawn/drawn-tables.ts";
import { layGrid } from "./grid.ts";
import { addMarkup } from "./html.ts";
import { inline } from "./markdown-inline.ts";
import { countCells, isPipeRow, isRule, type PipeTable, pipeGrid } from "./markdown-table.ts";
import { TextBuilder } from "./text-builder.ts";

type Block =
  | { kind: "line" | "markup"; range: Range }
  | { kind: "drawn"; table: DrawnTable }
  | { kind: "table"; rows: Range[]; width: number; isBare: boolean };

/** Markdown as lines, each row of a table as one line of cells; what a strict reading would drop (cells beyond the heads) is kept. */
export function readMarkdown(source: string): Plain {
  const builder = new TextBuilder();
  for (const block of blocksOf(source)) {
    builder.breakLine();
    if (block.kind === "markup") addMarkup(source, block.range.start, block.range.end, builder);
    else if (block.kind === "table") addTable(source, block, builder);
    else if (block.kind === "drawn") addDrawn(block.table, builder);
    else builder.addText(inline(source, block.range.start, block.range.end, "line"));
  }
  builder.breakLine();
  return builder.finish(new Map());
}

function addTable(source: string, table: PipeTable, builder: TextBuilder): void {
  for (const line of layGrid(pipeGrid(source, table))) {
    builder.breakLine();
    if (line.kind === "row")
      builder.addRow(line.cells.map(({ spelled }) => ({ pieces: [spelled] })));
    else builder.addText(line.cell.spelled);
    builder.breakLine();
  }
}

function addDrawn({ lines }: DrawnTable, builder: TextBuilder): void {
  for (const line of lines) {
    builder.breakLine();
    if (line.kind === "row") builder.addRow(line.cells);
    else for (const piece of line.cell.pieces) builder.addText(piece);
    builder.breakLine();
  }
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  // How many lines of a table stand right above, and whether its rule has no bars around it.
  let above = 0;
  let isBare = false;
  let last = 0;
  const drawn = drawnTables(source, (start, end) => inline(source, start, end, "cell"));
  const tables = new Map(drawn.map((table) => [table.start, table]));
  for (const { start, end, isMarkup, table } of linesOf(source, tables)) {
    if (table) {
      blocks.push({ kind: "drawn", table });
      above = 0;
      last = end;
      continue;
    }
    const line = source.slice(start, end);
    const isNext = source.indexOf("\n", last) === source.lastIndexOf("\n", start - 1);
    if (!isNext) above = 0;
    last = end;
    if (isMarkup) blocks.push({ kind: "markup", range: { start, end } });
    else if (isRule(line, above === 1)) {
      isBare = !line.startsWith("|");
      if (above === 1) addRow(blocks, source, { row: lastRow(blocks), isBare, isNext: false });
      above = 2;
      continue;
    } else if (isPipeRow(line)) {
      if (above === 0) isBare = false;
      addRow(blocks, source, { row: { start, end }, isBare, isNext: above > 0 });
      above++;
      continue;
    } else if (!isMark(line))
      blocks.push({ kind: "line", range: withoutMarks(source, start, end) });
    above = 0;
  }
  return blocks;
}

/** Takes the row above a rule back: the rule says how it begins and ends. */
function lastRow(blocks: Block[]): Range {
  const table = blocks.at(-1);
  const row = table?.kind === "table" ? table.rows.pop() : undefined;
  if (table?.kind === "table" && table.rows.length === 0) blocks.pop();
  return row ?? { start: 0, end: 0 };
}

interface FoundRow {
  row: Range;
  isBare: boolean;
  /** Whether it stands right below another row. */
  isNext: boolean;
}

/** Rows of as many cells continue the table above, over the end of a page too. */
function addRow(blocks: Block[], source: string, { row, isBare, isNext }: FoundRow): void {
  const width = countCells(source, row, isBare);
  const last = blocks.at(-1);
  const isSame = last?.kind === "table" && last.isBare === isBare;
  if (isSame && (isNext || last.width === width)) last.rows.push(row);
  else blocks.push({ kind: "table", rows: [row], width, isBare });
}

const TABLE = /[^\S\n]*(?:<(?:html|body|div|center)\b[^<>\n]{0,200}>\s{0,4})*<table\b/iuy;

/** The lines of Markdown that are not blank; a table in markup is one, however many lines it takes. */
function* linesOf(
  source: string,
  drawn: ReadonlyMap<number, DrawnTable>,
): Generator<Range & { isMarkup: boolean; table?: DrawnTable }> {
  for (let from = 0; from < source.length; ) {
    const table = drawn.get(from);
    if (table) {
      yield { start: table.start, end: table.end, isMarkup: false, table };
      from = table.end + 1;
      continue;
    }
    TABLE.lastIndex = from;
    const isMarkup = TABLE.test(source);
    const stop = isMarkup ? endOfTable(source, from) : source.indexOf("\n", from);
    const to = stop < 0 ? source.length : stop;
    let start = from;
    let end = to;
    while (start < end && /\s/u.test(source[start] ?? "")) start++;
    while (end > start && /\s/u.test(source[end - 1] ?? "")) end--;
    if (end > start) yield { start, end, isMarkup };
    from = isMarkup ? to : to + 1;
  }
}

function endOfTable(source: string, from: number): number {
  const tag = /<(\/?)table\b[^<>]*>/giu;
  tag.lastIndex = from;
  let depth = 0;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    depth += match[1] === "/" ? -1 : 1;
    if (depth <= 0) return tag.lastIndex;
  }
  return source.length;
}

/** Lines that only mark something: rules, fences, comments, ends of pages. */
function isMark(line: string): boolean {
  return (
    /^(?:[-*_=]\s?){3,}$/u.test(line) ||
    /^(?:`{3,}|~{3,})[\w-]*$/u.test(line) ||
    /^<!--.*-->$/u.test(line) ||
    /^\{\d{1,4}\}-{3,}$/u.test(line) ||
    // The number of a page is no entry of a list.
    /^[-—–]\s?\d{1,3}\s?[-—–]$/u.test(line) ||
    /^<\/?(?:html|body|div|center|thead|tbody|p|page)\b[^<>]*>$/iu.test(line)
  );
}

/** A line without the marks of headings, quotations and lists. */
function withoutMarks(source: string, start: number, end: number): Range {
  const lead = /^(?:#{1,6}\s*|>\s*|[-*+]\s+)*/u.exec(source.slice(start, end))?.[0].length ?? 0;
  const tail = /\s#+$/u.exec(source.slice(start + lead, end))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}
