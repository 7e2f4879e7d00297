import { parseRaw } from "#lib/editions/cell-value.ts";
import type { CellKey, Cells } from "#lib/editions/content.ts";
import { type Column, cellKey, type Edition } from "#lib/editions/edition.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { resolveHeads } from "./heads.ts";
import type { Parted, PrintedRow } from "./rows.ts";

/** Row by row, or column by column. */
export type Direction = "across" | "down";

/** The figures of each row, in the order of its heads, and what told it. */
export interface PartedOrder {
  /** Null for a row whose figures nothing tells. */
  runs: (Token[] | null)[];
  /** Null where both directions say the same. */
  direction: Direction | null;
  isBySums: boolean;
  /** How many sums it fails. */
  failing: number;
  /** The rows told by nothing but one of: the lines of the figures, the other tables, that every order says the same. */
  doubtful: ReadonlySet<number>;
}

/** One way to deal the figures out: which place in the run each cell of each row has, and how long the lines would be. */
interface Way {
  direction: Direction;
  places: number[][];
  lines: number[];
}

interface Tried extends Way {
  runs: Token[][];
  told: number;
  failing: number;
  /** Whether the lines of figures are as many and as long as they would be in this order. */
  isPrinted: boolean;
}

/** A report may fail a few sums, and more where the lines show the order too; an order that is wrong fails most of them. */
const MOST_FAILING = 0.2;
const MOST_FAILING_IN_LINES = 0.34;
/** Where the other order fails nearly all sums, so many that hold are no accident. */
const NEARLY_ALL = 0.95;
const MANY_SUMS = 20;
const LEAST_BETWEEN = 0.5;
const LINES_THAT_TELL = 5;

/** The one order of the figures of a stretch that its sums, its lines or the direction of the other tables leave; null where none is certain. */
export function orderOf(
  stretch: Parted,
  edition: Edition,
  vocabulary: Vocabulary,
  shown: Direction | null,
): PartedOrder | null {
  const { rows, run } = stretch;
  const columns = rows.map((row) => columnsOf(row, vocabulary));
  if (run.some(({ kind }) => kind !== "figure") || !areAll(columns)) return null;
  const widths = columns.map((own) => own.length);
  const lines = [...Map.groupBy(run, ({ line }) => line).values()];
  const ways = run.length === sumOf(widths) ? waysOf(rows, widths) : shortWay(lines, widths);
  const tried = ways.map((way): Tried => {
    const runs = way.places.map((places) => places.flatMap((place) => run[place] ?? []));
    const told = sumsTold(cellsOf(rows, columns, runs, vocabulary), edition);
    return { ...way, runs, ...told, isPrinted: areLines(lines, way.lines) };
  });
  const distinct = [...new Map(tried.map((one) => [written(one.runs), one])).values()];
  const isTold = tried.some(({ told }) => told > 0);
  const one = isTold ? bySums(distinct, shown) : byLines(distinct, shown);
  return one ?? bySameRows(distinct);
}

/** The columns of a row by its heads; null where one of them is unknown. */
function columnsOf({ heads, block }: PrintedRow, vocabulary: Vocabulary): Column[] | null {
  const columns =
    resolveHeads(heads, block, vocabulary, { withStrangers: true, hasExactRows: false })?.columns ??
    [];
  const known = columns.filter((column) => column !== null);
  return known.length > 0 && known.length === columns.length ? known : null;
}

function areAll(columns: (Column[] | null)[]): columns is Column[][] {
  return columns.every((own) => own !== null);
}

/** Row by row; column by column within each block; and so within all rows of the same width. */
function waysOf(rows: readonly PrintedRow[], widths: readonly number[]): Way[] {
  const isAsWide = (one: number, two: number) => widths[one] === widths[two];
  const isSameBlock = (one: number, two: number) =>
    rows[one]?.block === rows[two]?.block && isAsWide(one, two);
  return [
    across(widths),
    down(widths, piecesOf(widths.length, isSameBlock)),
    down(widths, piecesOf(widths.length, isAsWide)),
  ];
}

/** A line for each row, of which most are whole: the others lack a figure or have one too many, and nobody knows which. */
function shortWay(lines: readonly Token[][], widths: readonly number[]): Way[] {
  const isNone = lines.length !== widths.length;
  const whole = lines.filter((line, index) => line.length === widths[index]).length;
  if (isNone || whole * 2 <= widths.length) return [];
  return [across(lines.map((line) => line.length))];
}

function across(widths: readonly number[]): Way {
  let next = 0;
  const places = widths.map((width) => Array.from({ length: width }, () => next++));
  return { direction: "across", places, lines: [...widths] };
}

function down(widths: readonly number[], pieces: readonly number[][]): Way {
  let next = 0;
  const places: number[][] = widths.map(() => []);
  const lines: number[] = [];
  for (const piece of pieces) {
    const width = widths[piece[0] ?? 0] ?? 0;
    for (let column = 0; column < width; column++) {
      for (const row of piece) places[row]?.push(next++);
      lines.push(piece.length);
    }
  }
  return { direction: "down", places, lines };
}

/** The places of rows that follow each other and are of one kind. */
function piecesOf(count: number, isAlike: (one: number, two: number) => boolean): number[][] {
  const pieces: number[][] = [];
  for (let index = 0; index < count; index++) {
    const open = pieces.at(-1);
    if (open && isAlike(index - 1, index)) open.push(index);
    else pieces.push([index]);
  }
  return pieces;
}

/** The order that the sums confirm; where they tell none, as in a table of zeros, what else shows it. */
function bySums(tried: readonly Tried[], shown: Direction | null): PartedOrder | null {
  const [best, other] = tried.toSorted((one, two) => one.failing - two.failing);
  if (!best) return null;
  const isAlone = (best.isPrinted && !other?.isPrinted) || isPlain(best, other);
  const isFew = best.failing <= best.told * (isAlone ? MOST_FAILING_IN_LINES : MOST_FAILING);
  const between = other ? other.failing - best.failing : best.told;
  const isClear = best.failing === 0 ? between > 0 : between >= best.told * LEAST_BETWEEN;
  const isContradicted = best.failing > 0 && other?.isPrinted && !best.isPrinted;
  if (isFew && isClear && !isContradicted) return confirmed(best);
  const left = tried.filter(({ told, failing }) => failing <= told * MOST_FAILING_IN_LINES);
  const printed = left.filter(({ isPrinted }) => isPrinted);
  const [only] = printed;
  // Many lines as long as the table is wide, or wide as it is long, are no accident.
  const isSure = only && (only.failing === 0 || isTelling(only.lines));
  if (isSure && printed.length === 1) return confirmed(only);
  return byLines(left, shown) ?? byTellingLines(tried);
}

/** Whether many sums hold in one order, and next to none in the other. */
function isPlain(best: Tried, other: Tried | undefined): boolean {
  const holding = best.told - best.failing;
  return holding >= MANY_SUMS && other !== undefined && other.failing >= other.told * NEARLY_ALL;
}

/** Many lines as long as the table is wide, whatever the sums say. */
function byTellingLines(tried: readonly Tried[]): PartedOrder | null {
  const [only, ...others] = tried.filter(({ isPrinted }) => isPrinted);
  if (!only || others.length > 0 || !isTelling(only.lines)) return null;
  return { ...only, isBySums: false, doubtful: allOf(only.runs) };
}

/** The rows whose figures are the same in every order, where no order is certain. */
function bySameRows(tried: readonly Tried[]): PartedOrder | null {
  const [first] = tried;
  const same = sameRows(tried);
  if (!first || same.size === 0) return null;
  const runs = first.runs.map((run, row) => (same.has(row) ? run : null));
  return { runs, direction: null, isBySums: false, failing: first.failing, doubtful: same };
}

function sameRows(tried: readonly Tried[]): Set<number> {
  const [first] = tried;
  const rows = [...(first?.runs.keys() ?? [])];
  return new Set(
    rows.filter((row) => new Set(tried.map(({ runs }) => written([runs[row] ?? []]))).size === 1),
  );
}

function allOf(runs: readonly Token[][]): Set<number> {
  return new Set(runs.keys());
}

function isTelling(lines: readonly number[]): boolean {
  return lines.length >= LINES_THAT_TELL && lines.every((length) => length >= LINES_THAT_TELL);
}

function confirmed({ runs, direction, failing }: Tried): PartedOrder {
  return { runs, direction, isBySums: true, failing, doubtful: new Set() };
}

/** Where no sum speaks: the order that both the lines and the other tables show, or with a doubt that one of them shows. */
function byLines(tried: readonly Tried[], shown: Direction | null): PartedOrder | null {
  const [only] = tried;
  if (tried.length === 1 && only) {
    const isSure = shown !== null || areAlike(only.runs);
    return {
      ...only,
      direction: null,
      isBySums: false,
      doubtful: isSure ? new Set() : allOf(only.runs),
    };
  }
  const printed = tried.filter(({ isPrinted }) => isPrinted);
  const alike = tried.filter(({ direction }) => direction === shown);
  const both = printed.filter((one) => alike.includes(one));
  const candidates = printed.length > 0 ? printed : alike;
  const [best] = both.length === 1 ? both : candidates;
  if (!best || (both.length !== 1 && candidates.length !== 1)) return null;
  if (both.length === 1) return { ...best, isBySums: false, doubtful: new Set() };
  // What every order says needs no second witness.
  const doubtful = shown === null ? allOf(best.runs) : allOf(best.runs).difference(sameRows(tried));
  return { ...best, isBySums: false, doubtful };
}

/** Whether all figures are one and the same: no order would say anything else. */
function areAlike(runs: readonly Token[][]): boolean {
  return new Set(runs.flat().map(({ text }) => text)).size === 1;
}

/** Whether the figures stand in lines of these lengths; lines of one figure each show nothing. */
function areLines(lines: readonly Token[][], expected: readonly number[]): boolean {
  return (
    lines.length > 1 &&
    lines.length === expected.length &&
    lines.some((line) => line.length > 1) &&
    lines.every((line, index) => line.length === expected[index])
  );
}

function written(runs: readonly Token[][]): string {
  return runs.map((row) => row.map(({ text }) => text).join(" ")).join("\n");
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function cellsOf(
  rows: readonly PrintedRow[],
  columns: readonly Column[][],
  runs: readonly Token[][],
  { table }: Vocabulary,
): Cells {
  const cells: Cells = {};
  rows.forEach(({ row }, place) => {
    const [own = [], run = []] = [columns[place], runs[place]];
    if (run.length !== own.length) return;
    own.forEach((column, index) => {
      const key: CellKey = cellKey(table.key, row.key, column.key);
      cells[key] = parseRaw({ column }, run[index]?.text ?? "");
    });
  });
  return cells;
}

/** How many sums have all their cells here, and how many of these fail. */
function sumsTold(cells: Cells, edition: Edition): { told: number; failing: number } {
  const told = demandedSums(edition, cells).filter(({ left, right }) =>
    [...left, ...right].every((key) => key in cells),
  );
  // A word for nothing weighs nothing.
  const total = (keys: readonly CellKey[]) =>
    keys.reduce((sum, key) => sum + (cells[key]?.value ?? 0), 0);
  const failing = told.filter(({ left, right }) => total(left) !== total(right));
  return { told: told.length, failing: failing.length };
}
