import { groupPath } from "#lib/editions/edition.ts";
import { findHeadings } from "../../headings.ts";
import type { Range } from "../../plain.ts";
import { addsUp } from "../../tables/adds-up.ts";
import { standIn, verbatim } from "../spelled.ts";
import type { SpelledCell } from "../text-builder.ts";
import { hanOf, type WovenForm, wovenForms } from "./woven-forms.ts";
import { type HeadPiece, haveAllHeads, orderOf } from "./woven-heads.ts";
import { type Piece, type WovenLabels, wovenLabels } from "./woven-labels.ts";
import type { Word, WordLine } from "./woven-lines.ts";

/** A stretch of a text that is a table, as rows of cells. */
export interface WovenTable extends Range {
  rows: SpelledCell[][];
}

const FIRST = "本年新收";

/**
 * Finds tables whose labels are broken over lines, above and below the figures of their rows and among the labels of groups:
 * where all words spell the heads and labels of a form, in its order and whole, each line of figures stands among the lines
 * of one label.
 */
export function wovenTables(
  text: string,
  lines: readonly WordLine[],
  numbers: ReadonlySet<WordLine>,
): WovenTable[] {
  const found: WovenTable[] = [];
  let last = 0;
  for (const [from, to] of stretchesOf(lines)) {
    if (from < last) continue;
    const own = lines.slice(from, to);
    const printed = own.filter((line) => !numbers.has(line));
    const rows = rowsOf(text, printed, nextTo(own, numbers));
    if (!rows) continue;
    found.push({ start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, rows });
    last = to;
  }
  return found;
}

const lineText = ({ words }: WordLine) => words.map(({ text }) => text).join("");

const hasFirst = ({ words }: WordLine) => words.some(({ text }) => text.includes(FIRST));

/** Whether a line has pieces of heads alone, or figures. */
function isHead({ words }: WordLine): boolean {
  const isKnown = wovenForms().map(isHeadOf);
  return (
    words.length > 0 &&
    words.every(({ text, isFigure }) => isFigure || isKnown.some((is) => is(hanOf(text))))
  );
}

/** Labels may have the words of a heading in a line: how many lines that might end a table are tried. */
const MOST_STOPS = 4;
const MOST_TABLES = 10;

/** From the first line of heads above the first label to one of the next headings. */
function stretchesOf(lines: readonly WordLine[]): [number, number][] {
  const isHeading = (line: WordLine) =>
    line.words.length > 0 &&
    line.words.every(({ isFigure }) => !isFigure) &&
    findHeadings(lineText(line)).length > 0;
  const stops = [...lines.flatMap((line, at) => (isHeading(line) ? [at] : [])), lines.length];
  const firsts = lines.flatMap((line, at) => (hasFirst(line) ? [at] : []));
  return firsts.slice(0, MOST_TABLES).flatMap((first) => {
    const from = lines.findLastIndex((line, at) => at < first && !isHead(line)) + 1;
    const after = stops.filter((stop) => stop > first).slice(0, MOST_STOPS);
    return after.map((stop): [number, number] => [from, stop]);
  });
}

/** Lines beside a number of a page, which might be a piece of a figure. */
function nextTo(lines: readonly WordLine[], numbers: ReadonlySet<WordLine>): Set<WordLine> {
  const near = lines.flatMap((line, at) =>
    numbers.has(line) ? [lines[at - 1], lines[at + 1]] : [],
  );
  return new Set(near.flatMap((line) => line ?? []));
}

/** A line of figures, with its place among the lines. */
interface FigureLine {
  line: WordLine;
  at: number;
  figures: readonly Word[];
}

function rowsOf(
  text: string,
  lines: readonly WordLine[],
  doubtful: ReadonlySet<WordLine>,
): WovenTable["rows"] | null {
  const figures = lines.flatMap((line, at): FigureLine[] => {
    const own = line.words.filter(({ isFigure }) => isFigure);
    return own.length > 0 ? [{ line, at, figures: own }] : [];
  });
  const isEnding = ({ line, figures: own }: FigureLine) =>
    line.words.slice(-own.length).every(({ isFigure }) => isFigure);
  if (!figures.every(isEnding)) return null;
  for (const form of wovenForms()) {
    const labels = wovenLabels(lines, form, isHeadOf(form));
    const heads = labels && headRows(text, lines, labels, form);
    if (!heads || !labels.rows.some(isBroken)) continue;
    const owners = figures.map(({ at }) => ownerOf(labels, at));
    const isProved = figures.every(
      ({ line, figures: own }) => !doubtful.has(line) || addsUp(own.map(({ text: word }) => word)),
    );
    if (isProved && areRows(figures, owners, form))
      return [...heads, ...figures.map((own, row) => rowOf(text, own, row, labels, form))];
  }
  return null;
}

/** Whether a label goes on in another line. */
function isBroken(pieces: readonly Piece[]): boolean {
  return pieces[0]?.line !== pieces.at(-1)?.line;
}

const headSets = new WeakMap<WovenForm["table"], ReadonlySet<string>>();

export function isHeadOf({ table, block }: WovenForm): (han: string) => boolean {
  const known = headSets.get(table) ?? headsIn(table, block);
  headSets.set(table, known);
  return (han) => Array.from(han).every((one) => known.has(one));
}

/** Every character of the heads of a table. */
function headsIn(table: WovenForm["table"], block: WovenForm["block"]): ReadonlySet<string> {
  const labels = [
    table.rowHead,
    ...(table.columnHead ? [table.columnHead] : []),
    ...[...table.columnGroups, ...block.columns].map(({ label }) => label),
  ];
  return new Set(labels.flatMap(({ zh }) => Array.from(hanOf(zh))));
}

/** The one row among the lines of whose label a line stands; null where there is none. */
function ownerOf({ rows }: WovenLabels, at: number): number | null {
  const own = rows.flatMap((pieces, row) => {
    const [first, last] = [pieces[0], pieces.at(-1)];
    return first && last && first.line <= at && at <= last.line ? [row] : [];
  });
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** Whether each row has one line of figures, one in each column. */
function areRows(
  figures: readonly FigureLine[],
  owners: readonly (number | null)[],
  { rows, block }: WovenForm,
): boolean {
  return (
    figures.length === rows.length &&
    figures.every(({ figures: own }) => own.length === block.columns.length) &&
    owners.every((owner, index) => owner === index)
  );
}

/** The heads in the form's order; in lines that leave it open, where nothing printed says it. */
function headRows(
  text: string,
  lines: readonly WordLine[],
  { heads }: WovenLabels,
  { table, block }: WovenForm,
): SpelledCell[][] | null {
  const words = heads.map(({ word }) => hanOf(word.text));
  if (!haveAllHeads(words, table, block)) return null;
  const printed = [...Map.groupBy(heads, ({ line }) => line).values()].map((own) =>
    own.map(({ word, line }) => headPiece(word, lines[line])),
  );
  const own = heads.flatMap(({ line }) => lines[line] ?? []);
  const range = { start: own[0]?.start ?? 0, end: own[0]?.end ?? 0 };
  const isLaidOut = own.some(({ start, end }) => /\S\s{2,}\S/u.test(text.slice(start, end)));
  const order = orderOf(printed, table, block, isLaidOut);
  if (order === "other") return null;
  const headOf = ({ label }: { label: { zh: string } }) => ({
    pieces: [standIn(label.zh, range.start, range.end)],
  });
  if (order === "form") return [block.columns.map(headOf)];
  const outer = block.columns.filter(({ group }) => group === undefined);
  const inner = block.columns.filter(({ group }) => group !== undefined);
  return [table.columnGroups, outer, inner].map((own) => own.map(headOf));
}

/** How far a head reaches in its line; not known where only one blank parts it from the next. */
function headPiece(word: Word, line: WordLine | undefined): HeadPiece {
  const before = word.start - (line?.start ?? word.start);
  const wide = line?.words.filter(({ start }) => start < word.start) ?? [];
  const more = wide.reduce((sum, { text }) => sum + hanOf(text).length, 0);
  const han = hanOf(word.text);
  return {
    han,
    reaches: [
      { left: before, right: before + word.end - word.start },
      { left: before + more, right: before + more + word.end - word.start + han.length },
    ],
  };
}

function rowOf(
  text: string,
  { figures }: FigureLine,
  row: number,
  labels: WovenLabels,
  form: WovenForm,
): SpelledCell[] {
  const own = figures.map((figure) => cellOf(text, [figure]));
  return [...labelCells(text, row, labels, form), ...own];
}

/** The label of a row, before it those of the groups that begin with it. */
function labelCells(
  text: string,
  row: number,
  labels: WovenLabels,
  { rows, table }: WovenForm,
): SpelledCell[] {
  const pieces = labels.rows[row] ?? [];
  const at = pieces[0]?.word.start ?? 0;
  const pathOf = (place: number) => groupPath(table.rowGroups, rows[place]?.row.group);
  const before = pathOf(row - 1);
  const groups = pathOf(row).filter((group) => !before.includes(group));
  return [
    ...groups.map(({ label }) => ({ pieces: [standIn(label.zh, at, at)] })),
    cellOf(
      text,
      pieces.map(({ word }: Piece) => word),
    ),
  ];
}

function cellOf(text: string, words: readonly Word[]): SpelledCell {
  return { pieces: words.map(({ start, end }) => verbatim(text, start, end)) };
}
