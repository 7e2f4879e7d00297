import { type Column, cellKey, type Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { merge } from "./assign.ts";
import { areColumnNumbers } from "./column-numbers.ts";
import { emptyReading, type Reading } from "./doubt.ts";
import { withoutFillers } from "./fit.ts";
import { digitsIn, figuresAtBlanks, mayBeGlued } from "./glued.ts";
import { lineReadAgain, wordsWithFigures } from "./read-again.ts";

/** Reads the table whose rows are printed side by side: all heads first, then the figures of every row in one line. */
export function readSideBySide(
  tokens: readonly Token[],
  above: readonly Token[],
  vocabulary: Vocabulary,
  isExact: boolean,
): Reading {
  const reading = emptyReading();
  const unread = [...above];
  let index = 0;
  while (index < tokens.length) {
    const from = index;
    while (index < tokens.length && !beginsFigures(tokens, index, isExact)) index++;
    const above = tokens.slice(from, index);
    const heads = above.filter(({ kind }) => kind === "word");
    // Blanks right before the first figure are figures not filled in, or the rest of the line of heads.
    const blanks = leadingBlanks(tokens, from, index);
    const start = index;
    while (index < tokens.length && !endsFigures(tokens, start, index, vocabulary, isExact))
      index++;
    const run = figureLine(withoutNumbers([...blanks, ...tokens.slice(start, index)]), isExact);
    const isFilledUp = above.length - blanks.length > heads.length;
    if (heads.some(({ label }) => label && vocabulary.knows(label)) && run.length > 0)
      readBlock(reading, { heads, run, isFilledUp, isExact }, vocabulary);
    else {
      if (reading.cells.size === 0) unread.push(...wordsWithFigures(tokens.slice(from, index)));
      noteFurther(reading, above, run);
      if (run.length === 0) noteHeadsAgain(reading, heads, vocabulary);
    }
  }
  noteOpenLine(reading, vocabulary);
  reading.doubts.push(...lineReadAgain(reading.cells.keys(), unread, vocabulary.table));
  return reading;
}

/** Figures of which nobody knows where they stand, beside a line that was read: that may be an example, or of another year. */
function noteOpenLine({ cells, doubts, glued }: Reading, { table }: Vocabulary): void {
  const read = glued.some(({ keys }) => keys.some((key) => cells.has(key)))
    ? [...cells.keys()]
    : [];
  if (read.length > 0) doubts.push({ code: "furtherLine", cells: read, words: table.caption.zh });
}

/** Fewer figures after a strange word are no line of the table. */
const FEWEST_FIGURES = 3;

/** What a line is called that holds the figures of another time, or of several. */
const TIME = /年|期|累计|合计|总计/u;

/** A year before figures in its own line. */
const YEAR = /^\d{4}年度?$/u;

/** Another line of figures, or of blanks for figures, with a word of its own: the one that was read may be that of another year. */
function noteFurther(
  { cells, doubts }: Reading,
  above: readonly Token[],
  run: readonly Token[],
): void {
  const heads = above.filter(({ kind }) => kind === "word");
  const figures = run.filter(({ kind }) => kind === "figure");
  const isOfTime = heads.some(({ text, line }) => YEAR.test(text) && figures[1]?.line === line);
  const isLine = isOfTime || figures.length >= FEWEST_FIGURES || run.length >= cells.size;
  const isBlank = heads.some(
    ({ label, text, line }) => label && TIME.test(text) && blanksIn(above, line) >= cells.size,
  );
  if (cells.size === 0 || heads.length === 0 || !(isLine || isBlank)) return;
  const words = heads.map(({ text }) => text).join("、");
  doubts.push({ code: "furtherLine", cells: [...cells.keys()], words });
}

/** All heads once more, with no figures after them: a table of this year that was left blank may follow that of the last. */
function noteHeadsAgain(
  { cells, doubts }: Reading,
  heads: readonly Token[],
  vocabulary: Vocabulary,
): void {
  if (cells.size === 0) return;
  const columns = heads.flatMap(({ label }) => {
    const term = label ? vocabulary.find(label)[0]?.term : undefined;
    return term?.kind === "column" ? [term.key] : [];
  });
  const known = new Set(vocabulary.table.blocks.flatMap((block) => block.columns));
  if (new Set(columns).size < known.size) return;
  doubts.push({
    code: "headsAgain",
    cells: [...cells.keys()],
    words: vocabulary.table.caption.zh,
  });
}

function blanksIn(tokens: readonly Token[], line: number): number {
  return tokens.filter((token) => token.kind === "blank" && token.line === line).length;
}

/** Figures without the line that only numbers their columns from one upwards. */
function withoutNumbers(run: readonly Token[]): readonly Token[] {
  const first = run.filter(({ line }) => line === run[0]?.line);
  const rest = run.slice(first.length);
  return areColumnNumbers(first) && first.length > FEWEST_FIGURES && rest.length >= first.length
    ? rest
    : run;
}

/** Where every printed cell is there, the one line that has figures, without lines above and below that were left blank. */
function figureLine(run: readonly Token[], isExact: boolean): readonly Token[] {
  const lines = [...Map.groupBy(run, ({ line }) => line).values()];
  const [filled, ...more] = lines.filter((line) => line.some(({ kind }) => kind !== "blank"));
  return isExact && filled && filled.length > FEWEST_FIGURES && more.length === 0 ? filled : run;
}

/** Figures begin with a figure; where every printed cell is there, also with a whole line of blanks. */
function beginsFigures(tokens: readonly Token[], index: number, isExact: boolean): boolean {
  const token = tokens[index];
  if (token?.kind !== "blank" || !isExact) return token?.kind === "figure";
  if (tokens[index - 1]?.line === token.line) return false;
  let end = index;
  while (tokens[end]?.kind === "blank" && tokens[end]?.line === token.line) end++;
  return end > index + 1 && tokens[end]?.line !== token.line;
}

/** Figures end at a word; where every printed cell is there, a strange word in their line stands in for a figure. */
function endsFigures(
  tokens: readonly Token[],
  start: number,
  index: number,
  vocabulary: Vocabulary,
  isExact: boolean,
): boolean {
  const token = tokens[index];
  if (token?.kind !== "word") return token?.kind === "heading";
  const isStrange = token.label !== null && !vocabulary.knows(token.label);
  return !isExact || !isStrange || token.line !== tokens[start]?.line;
}

function leadingBlanks(tokens: readonly Token[], from: number, end: number): Token[] {
  const first = tokens[end];
  let start = end;
  while (
    start > from &&
    tokens[start - 1]?.kind === "blank" &&
    tokens[start - 1]?.line === first?.line
  )
    start--;
  return tokens.slice(start, end);
}

interface Printed {
  heads: readonly Token[];
  run: readonly Token[];
  /** Whether lines are filled up with empty cells: then a blank at the end may stand for a figure lost before it. */
  isFilledUp: boolean;
  isExact: boolean;
}

function readBlock(reading: Reading, printed: Printed, vocabulary: Vocabulary): void {
  const { heads } = printed;
  const { rows, isOpen } = rowsInOrder(heads, vocabulary, printed.isExact);
  const found = columnsInOrder(heads, vocabulary, rows.length, printed.isExact);
  const words = heads.map(({ text }) => text).join("、");
  const { table } = vocabulary;
  const address = (row: Row, column: Column) => cellKey(table.key, row.key, column.key);
  if (!found || rows.length === 0) {
    const cells = table.blocks.flatMap((block) =>
      block.rows.flatMap((row) => block.columns.map((column) => address(row, column))),
    );
    reading.doubts.push({ code: "heads", cells, words, seen: [{ cells, tokens: heads }] });
    return;
  }
  const { columns, hasMore } = found;
  const keys = rows.flatMap((row) => columns.map((column) => address(row, column)));
  if (hasMore) reading.doubts.push({ code: "unknownColumn", cells: [], words });
  if (isOpen) reading.doubts.push({ code: "headsOpen", cells: keys, words });
  const all = hasMore ? withoutCell(printed.run, keys.length) : printed.run;
  const tokens = withoutFillers(all);
  const run = figuresAtBlanks(tokens, keys.length) ?? all;
  const fits = fitsHeads({ ...printed, run }, keys.length) && !isLikelyGlued(run, keys.length);
  if (!fits && mayBeGlued(tokens, keys.length)) {
    const name = table.caption.zh;
    reading.glued.push({ rows, words: name, keys, columns: rows.flatMap(() => columns), tokens });
    return;
  }
  rows.forEach((row, place) => {
    const cells = columns.map((column) => address(row, column));
    if (!fits) {
      const seen = [{ cells, tokens: printed.run }];
      reading.doubts.push({ code: "rowLength", row, cells, words: row.label.zh, seen });
      return;
    }
    const found = cells.flatMap((key, index) => {
      const token = run[place * columns.length + index];
      return token ? [[key, token] as const] : [];
    });
    merge(reading, found, { row, words: row.label.zh });
  });
}

/** A line without the cell behind those of the form; one that does not have it fits nothing. */
function withoutCell(run: readonly Token[], place: number): readonly Token[] {
  return run.length > place ? run.toSpliced(place, 1) : [];
}

/** One long figure with blanks alone after it has all figures of the line in it. */
function isLikelyGlued(run: readonly Token[], count: number): boolean {
  const tokens = withoutFillers(run);
  const [only] = tokens;
  return tokens.length === 1 && only !== undefined && digitsIn(only.text) >= count;
}

function fitsHeads({ run, isFilledUp }: Printed, count: number): boolean {
  const isWhole = run.slice(0, count).every(({ kind }) => kind !== "blank");
  if (run.length === count) return isWhole || !isFilledUp || run.at(-1)?.kind !== "blank";
  const rest = run.slice(count);
  return run.length > count && isWhole && rest.every(({ kind }) => kind === "blank");
}

/**
 * The rows in the order of their figures: the members of a group stand where its head stands. A head alone in its line says
 * nothing of that; where it would turn round rows that stand in the form's order, these stay, and in the same line it is
 * open which of the two is meant, but for exact rows. So it is where no line has the form's order.
 */
function rowsInOrder(
  heads: readonly Token[],
  vocabulary: Vocabulary,
  isExact: boolean,
): { rows: Row[]; isOpen: boolean } {
  const lines = new Map<string, number>();
  const rowLines = new Set<number>();
  const groups: string[] = [];
  const rows: Row[] = [];
  const top: ({ row: Row } | { group: string })[] = [];
  for (const { label, line } of heads) {
    const term = label ? vocabulary.find(label)[0]?.term : undefined;
    if (term?.kind === "row") rowLines.add(line);
    if (term?.kind === "rowGroup" && !groups.includes(term.key)) {
      groups.push(term.key);
      lines.set(term.key, line);
      top.push({ group: term.key });
    } else if (term?.kind === "row" && !rows.includes(term.row)) {
      rows.push(term.row);
      if (term.row.group === undefined || !groups.includes(term.row.group))
        top.push({ row: term.row });
    }
  }
  // The head of a group may stand between those of its rows, over the middle of their columns.
  const inOrder = top.flatMap((item) =>
    "row" in item ? [item.row] : rows.filter(({ group }) => group === item.group),
  );
  const turned = [...new Set(inOrder)];
  const form = vocabulary.table.blocks.flatMap((block) => block.rows);
  const isForms = (some: readonly Row[]) =>
    some.every((row, at) => at === 0 || form.indexOf(row) > form.indexOf(some[at - 1] ?? row));
  if (isForms(turned)) return { rows: turned, isOpen: false };
  if (!isForms(rows)) return { rows: turned, isOpen: isTorn(rows, isExact) };
  const isAlone = [...lines.values()].every((line) => !rowLines.has(line));
  if (isExact && !isAlone) return { rows: turned, isOpen: false };
  // Where each head has a line of its own, all are alone.
  return { rows, isOpen: !isAlone || rowLines.size > 1 };
}

/** Whether a row without a group, or of another, stands between rows of one group, or no grid says where rows stand. */
function isTorn(rows: readonly Row[], isExact: boolean): boolean {
  const isBack = ({ group }: Row, index: number) =>
    group !== undefined &&
    rows[index - 1]?.group !== group &&
    rows.slice(0, index).some((row) => row.group === group);
  return !isExact || rows.some(isBack);
}

/**
 * The columns that every row has; null where rows differ, since heads alone do not say whose they are. In exact rows a
 * total of all rows may stand behind them where each row has its columns in the form's order.
 */
function columnsInOrder(
  heads: readonly Token[],
  vocabulary: Vocabulary,
  rows: number,
  isExact: boolean,
): { columns: Column[]; hasMore: boolean } | null {
  const all = heads.flatMap(({ label }) => {
    const term = label ? vocabulary.find(label)[0]?.term : undefined;
    return term?.kind === "column" ? [term.key] : [];
  });
  const known = vocabulary.table.blocks.flatMap(({ columns }) => columns);
  const form = known.map(({ key }) => key);
  const last = form.at(-1);
  const hasMore = isExact && rows > 1 && all.length === rows * form.length + 1;
  const own = hasMore && all.at(-1) === last ? all.slice(0, -1) : all;
  const perRow = own.length / Math.max(1, rows);
  const first = own.slice(0, perRow);
  const isRepeated = own.every((key, index) => key === first[index % perRow]);
  if (!Number.isInteger(perRow) || perRow === 0 || !isRepeated) return null;
  if (new Set(first).size !== first.length) return null;
  if (hasMore && first.some((key, index) => key !== form[index])) return null;
  const columns = first.flatMap((key) => known.find((column) => column.key === key) ?? []);
  return { columns, hasMore };
}
