import type { Range } from "../../plain.ts";
import { isHeading } from "../pdf/columns.ts";
import type { Piece } from "../pdf/lines.ts";
import { NOBODY } from "../pdf/open-table.ts";
import { middleX } from "../pdf/page.ts";
import { type Spelled, standIn, verbatim } from "../spelled.ts";
import type { SpelledCell } from "../text-builder.ts";
import { type LaidHeads, laidHeads } from "./laid-heads.ts";
import { figuresOf, type LaidRow, laidRows } from "./laid-rows.ts";
import { withoutPageMarks } from "./page-marks.ts";
import { type HanWidth, type LaidLine, laidLine, type Places, UNIT } from "./terminal.ts";

/** A stretch of a text that is a table, as rows of cells. */
export interface LaidTable extends Range {
  rows: SpelledCell[][];
}

/** Finds the tables that are laid out by blanks under heads broken over lines, or with one blank between figures; `source` has the form feeds between pages. */
export function laidTables(text: string, source: string): LaidTable[] {
  const places: Places = new WeakMap();
  const lines = linesOf(text, source, places);
  const found = laidHeads(lines);
  const again = found.filter((head, index) => isAgain(lines, head, found[index - 1]));
  const first = found.filter((head) => !again.includes(head));
  return first.flatMap((head, index): LaidTable[] => {
    const heads = lines.slice(head.from, head.to);
    const below = lines.slice(head.to, first[index + 1]?.from);
    const printed = below.slice(0, bodyEnd(below));
    const repeated = new Set(again.flatMap(({ from, to }) => lines.slice(from, to)));
    const body = withoutPageMarks(printed, lines).filter((line) => !repeated.has(line));
    if (!head.isBroken && !body.some(isTight)) return [];
    const rows = rowsOf(text, body, head.columns, places);
    if (!rows || rows.length === 0) return [];
    const range = { start: heads[0]?.start ?? 0, end: printed.at(-1)?.end ?? 0 };
    const cells = rows.map((row) => cellsOf(text, row, places));
    return [{ ...range, rows: [headRow(heads, head.texts), ...cells] }];
  });
}

/** Whether no more than a blank parts the figures of a line. */
function isTight(line: LaidLine): boolean {
  const figures = figuresOf(line);
  return figures.some(({ left }, index) => left - (figures[index - 1]?.right ?? -Infinity) <= UNIT);
}

/** Whether heads are those of the table above once more, on a later page. */
function isAgain(lines: readonly LaidLine[], head: LaidHeads, before?: LaidHeads): boolean {
  if (!before || before.texts.join("|") !== head.texts.join("|")) return false;
  const isLater = lines[before.from]?.page !== lines[head.from]?.page;
  return isLater && !lines.slice(before.to, head.from).some(isHeading);
}

/** Longer lines belong to no table. */
const LONGEST = 500;

function linesOf(text: string, source: string, places: Places): LaidLine[] {
  const lines: LaidLine[] = [];
  let page = 1;
  let index = 0;
  for (let start = 0; start <= text.length; index++) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (source[start - 1] === "\f") page++;
    const isOther = end - start > LONGEST || /[|\t]/u.test(text.slice(start, end));
    // A line with other marks between its cells ends every table.
    const shown = { start, end: isOther ? start : end, index, page };
    if (isOther || text.slice(start, end).trim() !== "")
      lines.push(laidLine(text, shown, 1, places));
    start = end + 1;
  }
  return lines;
}

/** How many of the lines below heads are the table: up to the last with figures before the next heading. */
function bodyEnd(lines: readonly LaidLine[]): number {
  const stop = lines.findIndex(
    (line, index) =>
      line.pieces.length === 0 || (isHeading(line) && !goesOn(line, lines[index - 1])),
  );
  const body = stop < 0 ? lines : lines.slice(0, stop);
  return body.findLastIndex((line) => figuresOf(line).length > 0) + 1;
}

/** Whether a line without a number is the rest of a label that begins above it. */
function goesOn({ pieces, index }: LaidLine, before: LaidLine | undefined): boolean {
  const [own] = pieces;
  if (!own || before?.index !== index - 1 || /^[（(]?[一二三四五六七第]/u.test(own.text))
    return false;
  const isNear = (one: number, other: number) => Math.abs(one - other) <= UNIT;
  return before.pieces.some(
    (piece) => isNear(piece.left, own.left) || isNear(middleX(piece), middleX(own)),
  );
}

/** The rows of all pages, with the width of Chinese characters under which figures stand most under each other. */
function rowsOf(
  text: string,
  body: readonly LaidLine[],
  count: number,
  places: Places,
): LaidRow[] | null {
  const widths: HanWidth[] = [1, 2];
  const ways = widths.map((han) => body.map((line) => laidLine(text, line, han, places)));
  const edges = ways.map((lines) => new Set(lines.flatMap(figuresOf).map(({ left }) => left)).size);
  const lines = ways[(edges[0] ?? 0) <= (edges[1] ?? 0) ? 0 : 1] ?? [];
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const rows = pages.map((page) => laidRows(page, count));
  return rows.some((page) => page === null) ? null : rows.flatMap((page) => page ?? []);
}

function headRow(heads: readonly LaidLine[], texts: readonly string[]): SpelledCell[] {
  const [start, end] = [heads[0]?.start ?? 0, heads.at(-1)?.end ?? 0];
  return texts.map((text) => ({ pieces: [standIn(text, start, end)] }));
}

function cellsOf(text: string, row: LaidRow, places: Places): SpelledCell[] {
  const cells = [...row.labels, ...row.figures].map((pieces) => ({
    pieces: pieces.flatMap((piece) => spelled(text, piece, places)),
  }));
  if (!row.isNobody) return cells;
  const at = cells.flatMap(({ pieces }) => pieces)[0]?.start(0) ?? 0;
  return [{ pieces: [standIn(NOBODY, at, at)] }, ...cells.slice(row.labels.length)];
}

/** The text of a piece, which stands in the source as it is. */
function spelled(text: string, { glyphs }: Piece, places: Places): Spelled[] {
  const [first, last] = [glyphs[0], glyphs.at(-1)].map((glyph) => glyph && places.get(glyph));
  return first && last ? [verbatim(text, first.start, last.end)] : [];
}
