import { fold } from "#lib/chinese/fold.ts";
import { type Block, type Column, cellKey, type Row } from "#lib/editions/edition.ts";
import { isDebris } from "../debris.ts";
import { labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { asideRows } from "./aside-rows.ts";
import { leaveOutBlankTwins } from "./blank-twins.ts";
import { figuresMayBeOff } from "./broken-heads.ts";
import { brokenRows } from "./broken-rows.ts";
import { type Doubt, emptyReading, type Reading } from "./doubt.ts";
import { figuresIn, fitsHeads, type Padding, paddingOf, withoutFillers } from "./fit.ts";
import { digitsIn, figuresAtBlanks, mayBeGlued } from "./glued.ts";
import { type Heads, hasOtherHeads, resolveHeads } from "./heads.ts";
import { loneNones } from "./lone-nones.ts";
import { lostHeads, unlessAlike } from "./lost-heads.ts";
import { noteFigures } from "./note-figures.ts";
import { cellsOf, isBlank, type Parted, type PrintedRow, type PrintedTable } from "./rows.ts";
import { seenRow } from "./seen-row.ts";
import { sharedLabels } from "./shared-labels.ts";
import { rowsInTwoLines } from "./two-lines.ts";
import { partUnlabelled } from "./unlabelled.ts";

const ROWS_THAT_OVERRULE = 3;
const TOO_LONG = 6;
const NAMED_FIGURES = 5;

/** Gives each figure its cell: the row by its label, the column by its head; a row that does not fit its heads is left out. */
export function assignRows(
  printed: PrintedTable,
  vocabulary: Vocabulary,
  isExact: boolean,
): Reading {
  const reading = emptyReading();
  const { table } = vocabulary;
  for (const stranger of printed.strangers) {
    const rows = printed.rows.filter((row) => row.stranger === stranger && isBlank(row));
    const cells = rows.flatMap((row) => cellsOf(row, table.key));
    const seen = [{ cells, tokens: [stranger] }];
    reading.doubts.push({ code: "unknownRow", cells, words: stranger.text, seen });
  }
  const alone = printed.rows.filter(({ run }) => run.length === 0);
  reading.labelsAlone.push(...alone.map((row) => seenRow(row, table.key)));
  for (const stretch of printed.parted ?? [])
    reading.doubts.push(...partedDoubt(stretch, table.key));
  const torn = columnsIn(printed.strangers, vocabulary);
  const groups = Map.groupBy(printed.rows, ({ heads }) => heads);
  const resolved = new Map<PrintedRow, Heads | null>();
  const withFigures = new Set(
    printed.rows.flatMap(({ row, run }) => (run.length > 0 ? [row] : [])),
  );
  for (const rows of groups.values())
    for (const [block, own] of Map.groupBy(rows, (row) => row.block)) {
      if (areLabelsAgain(own, withFigures, vocabulary)) continue;
      const heads = headsFor(own, block, vocabulary, isExact);
      for (const row of own) resolved.set(row, heads);
      noteHeads(reading, heads, own, block, vocabulary, isExact);
      noteTorn(reading, heads, own, torn, vocabulary);
    }
  const headsOf = (row: PrintedRow) => resolved.get(row) ?? null;
  const padding: Padding = isExact ? { kind: "none" } : paddingOf(printed.rows, headsOf);
  const isPrinted = new Set(printed.rows.map(({ row }) => row));
  printed.rows.forEach((row, index) => {
    const heads = headsOf(row);
    if (!heads) return;
    const next = printed.rows[index + 1];
    const { own, unlabelled } = partUnlabelled(row, next, heads, vocabulary.table.key, isPrinted);
    reading.unlabelled.push(...unlabelled);
    if (own) assignRow(reading, own, heads, padding, next === undefined, vocabulary);
  });
  reading.doubts.push(...lostHeads(reading, printed.rows, headsOf, vocabulary, isExact));
  leaveOutBlankTwins(reading, printed.rows, table.key);
  reading.doubts.push(...(isExact ? sharedLabels : rowsInTwoLines)(printed.rows, table));
  reading.doubts.push(...brokenRows(printed, vocabulary));
  reading.doubts.push(...loneNones(printed.rows, table).filter((one) => isRead(reading, one)));
  reading.doubts.push(...noteFigures(printed.rows, reading.cells, table));
  reading.doubts.push(...asideRows(printed.rows, headsOf, table, isExact));
  noteUneven(reading, printed, vocabulary);
  noteBlankRows(reading, printed.rows, table.key);
  return reading;
}

/** A blank row behind one that has more figures than columns, or behind figures without a label: they may be its own, printed above its label. */
function noteBlankRows({ doubts }: Reading, rows: readonly PrintedRow[], table: string): void {
  const misfits = new Set(doubts.flatMap(({ code, row }) => (code === "rowLength" ? [row] : [])));
  rows.forEach((blank, index) => {
    if (!isBlank(blank)) return;
    const before = rows[index - 1];
    const isMore =
      before !== undefined &&
      misfits.has(before.row) &&
      before.run.slice(before.block.columns.length).some(isFigure);
    if (!isMore && !blank.isAfterFigures) return;
    const cells = cellsOf(blank, table);
    const { row, label } = blank;
    const seen = [seenRow(blank, table)];
    doubts.push({ code: "unlabelledOpen", row, cells, words: label.text, seen });
  });
}

/** Whether a doubt is about cells that were read: of a row that was not, that is told. */
const isRead = ({ cells }: Reading, doubt: Doubt) => doubt.cells.some((cell) => cells.has(cell));

const isFigure = ({ kind }: Token) => kind === "figure";

/** Whether rows are labels alone under no heads of columns, each of which stands beside its figures elsewhere: web pages keep a copy of the labels to hold them in place. */
function areLabelsAgain(
  rows: readonly PrintedRow[],
  withFigures: ReadonlySet<PrintedRow["row"]>,
  { find }: Vocabulary,
): boolean {
  const isColumn = ({ label }: Token) =>
    label !== null && find(label).some(({ term }) => /^column/u.test(term.kind));
  return rows.every(
    ({ row, run, heads }) => run.length === 0 && withFigures.has(row) && !heads.some(isColumn),
  );
}

/** Where most rows do not fit their heads, or are pieces of labels beside pieces of figures, those that do fit may do so by chance. */
function noteUneven(
  reading: Reading,
  { rows, strangers }: PrintedTable,
  { table }: Vocabulary,
): void {
  const misfits = new Set(
    reading.doubts.flatMap(({ code, row }) => (code === "rowLength" && row ? [row] : [])),
  );
  const isRead = ({ row, block }: PrintedRow) =>
    block.columns.some(({ key }) => reading.cells.has(cellKey(table.key, row.key, key)));
  const fitting = rows.filter(
    (printed) => printed.block.columns.length > 1 && !misfits.has(printed.row) && isRead(printed),
  );
  const pieces = strangers.filter(({ text }) => isDebris(text, table.section));
  if (Math.max(misfits.size, pieces.length / 2) <= fitting.length) return;
  for (const printed of fitting) {
    const cells = cellsOf(printed, table.key).filter((key) => reading.cells.has(key));
    reading.doubts.push({ code: "unevenRows", row: printed.row, cells, words: printed.label.text });
  }
}

/** Names what stood apart from its rows, for whoever looks for it in the source. */
function partedDoubt({ rows, run }: Parted, table: string): Doubt[] {
  const figures = run.filter(({ kind }) => kind === "figure");
  const [first] = rows;
  if (!first || figures.length === 0) return [];
  const cells = rows.flatMap((row) => cellsOf(row, table));
  const words = figures.slice(0, NAMED_FIGURES).map(({ text }) => text);
  const seen = rows.map((row) => seenRow(row, table));
  const about = { row: first.row, cells, words: words.join(" "), seen };
  return [{ code: "parted", ...about, found: figures.length }];
}

/** Unknown heads count as columns, unless most rows show that they are stray words. */
function headsFor(
  rows: readonly PrintedRow[],
  block: Block,
  vocabulary: Vocabulary,
  hasExactRows: boolean,
): Heads | null {
  const [first] = rows;
  if (!first || hasOtherHeads(first.heads, block, vocabulary.table)) return null;
  const all = resolveHeads(first.heads, block, vocabulary, { withStrangers: true, hasExactRows });
  const known = resolveHeads(first.heads, block, vocabulary, {
    withStrangers: false,
    hasExactRows,
  });
  // A blank among the figures is the figure of an unknown head, not of a stray word.
  const fits = ({ run }: PrintedRow, count: number) =>
    hasExactRows
      ? run.length === count
      : figuresIn(run).length === count && figuresIn(run.slice(0, count)).length === count;
  const fitting = (heads: Heads | null) =>
    heads ? rows.filter((row) => fits(row, heads.columns.length)).length : 0;
  const half = halfOf(all);
  // Heads printed twice over stand above one set of figures, or above two.
  if (half && fitting(half) >= fitting(all)) return half;
  if (!known || all?.columns.length === known.columns.length) return all;
  const forKnown = fitting(known);
  return forKnown >= ROWS_THAT_OVERRULE && forKnown * 2 > rows.length ? known : all;
}

function halfOf(heads: Heads | null): Heads | null {
  if (!heads || heads.columns.length % 2 > 0) return null;
  const half = heads.columns.slice(0, heads.columns.length / 2);
  const isTwice = heads.columns.every((column, index) => column === half[index % half.length]);
  return isTwice ? { ...heads, columns: half } : null;
}

function noteHeads(
  reading: Reading,
  heads: Heads | null,
  rows: readonly PrintedRow[],
  block: Block,
  { table }: Vocabulary,
  isExact: boolean,
): void {
  const words = rows[0]?.heads.map(({ text }) => text).join("、") ?? "";
  if (heads) {
    const cellsOf = (columns: readonly Column[]) =>
      rows.flatMap(({ row }) => columns.map(({ key }) => cellKey(table.key, row.key, key)));
    const known = heads.columns.filter((column) => column !== null);
    // A piece of a head may be that of another line where not all columns have theirs.
    const lacksColumns = new Set(known).size < block.columns.length;
    if (heads.cut.length > 0) {
      const cells = lacksColumns ? cellsOf(known) : [];
      reading.doubts.push({ code: "cutHead", cells, words: heads.cut.join("、") });
    }
    if (heads.isOpen) reading.doubts.push({ code: "headsOpen", cells: cellsOf(known), words });
    if (heads.columns.includes(null)) {
      const mayBeOff = figuresMayBeOff(heads, rows, isExact);
      const cells = mayBeOff ? cellsOf(known) : [];
      reading.doubts.push({ code: "unknownColumn", cells, words });
    }
    return;
  }
  const cells = rows.flatMap(({ row }) =>
    block.columns.map((column) => cellKey(table.key, row.key, column.key)),
  );
  const isOther = rows[0] && hasOtherHeads(rows[0].heads, block, table);
  const row = rows[0]?.row;
  reading.doubts.push({
    code: isOther ? "otherEdition" : "heads",
    ...(row ? { row } : {}),
    cells,
    words,
    seen: rows.map((own) => seenRow(own, table.key)),
  });
}

/** The columns whose heads have figures after them, as if they were rows. */
function columnsIn(strangers: readonly Token[], { find }: Vocabulary): ReadonlySet<string> {
  const terms = strangers.flatMap(({ label }) => (label ? find(label) : []));
  return new Set(terms.flatMap(({ term }) => (term.kind === "column" ? [term.key] : [])));
}

/** Rows under heads from which one was torn away that has figures after it: these may be the rows' own. */
function noteTorn(
  reading: Reading,
  heads: Heads | null,
  rows: readonly PrintedRow[],
  torn: ReadonlySet<string>,
  { table }: Vocabulary,
): void {
  const known = new Set(heads?.columns);
  for (const { row, block, label } of rows) {
    const isTorn = block.columns.some((column) => torn.has(column.key) && !known.has(column));
    if (!heads || !isTorn) continue;
    const cells = cellsOf({ row, block }, table.key);
    reading.doubts.push({ code: "lostHead", row, cells, words: label.text });
  }
}

function assignRow(
  reading: Reading,
  printed: PrintedRow,
  heads: Heads,
  padding: Padding,
  isLast: boolean,
  { table }: Vocabulary,
): void {
  const { row, label } = printed;
  const key = (column: Column) => cellKey(table.key, row.key, column.key);
  const known = heads.columns.filter((column) => column !== null);
  if (printed.run.length === 0) return;
  const tokens = withoutFillers(printed.run);
  // A word behind the figures may be one of them: then blanks inside those need not part them.
  const atBlanks = printed.hasWordBehind ? null : figuresAtBlanks(tokens, heads.columns.length);
  const run = atBlanks ?? printed.run;
  const own = withoutAsides(heads, run.length);
  // Where a cell is blank, the word behind the figures may be one of them.
  const isOpen = printed.hasWordBehind && figuresIn(run).length < own.columns.length;
  const hasTail = isTailOf(printed.label, row, run.at(-1));
  const fits = !isOpen && !hasTail && fitsHeads({ ...printed, run }, own, padding, isLast);
  if (!fits || isLikelyGlued(run, own)) {
    const isOneSet = known.length === heads.columns.length && new Set(known).size === known.length;
    const columns = own.columns.filter((column) => column !== null);
    const keys = known.map(key);
    const words = label.text;
    if (isOneSet && mayBeGlued(tokens, known.length))
      reading.glued.push({ rows: [row], words, label, keys, columns, tokens });
    else {
      const seen = [seenRow(printed, table.key)];
      reading.doubts.push({ code: "rowLength", row, cells: keys, words, seen });
    }
    return;
  }
  const found = own.columns.flatMap((column, index) => {
    const token = run[index];
    return column && token ? [[key(column), token] as const] : [];
  });
  const doubted = (
    code: Doubt["code"],
    words = label.text,
    of: readonly (typeof found)[number][] = found,
  ) => reading.doubts.push({ code, row, cells: of.map(([cell]) => cell), words });
  if (printed.isUnlabelled) doubted("unlabelled", row.label.zh);
  if (printed.isReordered) doubted("partedOrder");
  if (lacksHead(printed, run, own)) doubted("lostHead", label.text, unlessAlike(found));
  if (mayBeAll(run, own)) doubted("loneFigure", figuresIn(run)[0]?.text);
  merge(reading, onceEach(reading, found, label), { row, words: label.text, label });
}

/** Whether the last of the figures is the end of the row's own label, which a narrow column broke off. */
function isTailOf({ label }: Token, row: Row, last: Token | undefined): boolean {
  const [printed, tail] = [label?.key, last?.label?.key];
  if (!printed || !tail || last?.kind !== "word") return false;
  return labelKey(fold(row.label.zh)).key === printed + tail;
}

/** More cells than heads, and fewer heads than the form has: what is blank at the end may be the last column, and a figure before it that of the lost head. */
function lacksHead({ block }: PrintedRow, run: readonly Token[], { columns }: Heads): boolean {
  const known = new Set(columns.filter((column) => column !== null));
  return known.size < block.columns.length && run.length > columns.length;
}

/** Columns of remarks at the end may be missing where nothing is written into them. */
function withoutAsides(heads: Heads, length: number): Heads {
  let end = heads.columns.length;
  while (end > length && heads.columns[end - 1] === null) end--;
  return end === heads.columns.length ? heads : { ...heads, columns: heads.columns.slice(0, end) };
}

/** One figure too long to be true, with blank cells after it, has all figures of its row in it. */
function isLikelyGlued(run: readonly Token[], heads: Heads): boolean {
  const { columns } = heads;
  return columns.length > 2 && digitsAlone(run, heads) >= Math.max(columns.length, TOO_LONG);
}

/** One figure with digits enough for all cells of its row, which are blank: it may be true, or all figures in one. */
function mayBeAll(run: readonly Token[], heads: Heads): boolean {
  return heads.columns.length > 1 && digitsAlone(run, heads) >= heads.columns.length;
}

/** In a row of so many cells figures that touch may lie in any of them. */
const MANY_COLUMNS = 5;

/** How many words or marks for no figure stand between digits. */
function nonesIn(text: string): number {
  return text.match(/[无零〇/—-]/gu)?.length ?? 0;
}

/** How many digits, or words for none, the first cell has, or any of a long row, where all others are blank; 0 where they are not. */
function digitsAlone(run: readonly Token[], { columns }: Heads): number {
  const [only, ...more] = figuresIn(run);
  const isFirst = only === run[0] || columns.length >= MANY_COLUMNS;
  const isAlone = only !== undefined && /\d/u.test(only.text) && more.length === 0 && isFirst;
  return isAlone && run.length >= columns.length ? digitsIn(only.text) + nonesIn(only.text) : 0;
}

/** A column printed twice counts once where both agree, else not at all. */
function onceEach(
  reading: Reading,
  found: readonly (readonly [string, Token])[],
  label: Token,
): (readonly [string, Token])[] {
  const texts = new Map<string, Set<string>>();
  for (const [key, { text }] of found) texts.set(key, (texts.get(key) ?? new Set()).add(text));
  const unequal = [...texts].flatMap(([key, own]) => (own.size > 1 ? [key] : []));
  // Which of the two is one too many nobody knows, nor which column the figures after it stand in.
  if (unequal.length > 0) {
    const cells = [...texts.keys()];
    const seen = [{ cells, tokens: [label, ...found.map(([, token]) => token)] }];
    reading.doubts.push({ code: "unequalColumns", cells, words: label.text, seen });
  }
  return [...new Map(found)].filter(([key]) => !unequal.includes(key));
}

/** Adds the cells of a row; one printed twice counts once where both agree, else not at all. */
export function merge(
  reading: Reading,
  found: readonly (readonly [string, Token])[],
  { row, words, label }: { row: PrintedRow["row"]; words: string; label?: Token },
): void {
  const repeated = found.filter(([key]) => reading.cells.has(key));
  const differs = repeated.some(([key, token]) => reading.cells.get(key)?.text !== token.text);
  const isClosed = reading.doubts.some((doubt) => doubt.code === "conflict" && doubt.row === row);
  const cells = found.map(([key]) => key);
  if (differs || isClosed) {
    const before = cells.flatMap((key) => reading.cells.get(key) ?? []);
    const again = found.map(([, token]) => token);
    const seen = [
      { cells, tokens: before },
      { cells, tokens: label ? [label, ...again] : again },
    ];
    for (const key of cells) reading.cells.delete(key);
    if (!isClosed) reading.doubts.push({ code: "conflict", row, cells, words, seen });
    return;
  }
  if (repeated.length > 0) reading.doubts.push({ code: "repeatedRow", row, cells: [], words });
  for (const [key, token] of found) reading.cells.set(key, token);
}
