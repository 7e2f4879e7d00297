import { isOpenRemark, parseRaw, remarkOf } from "#lib/editions/cell-value.ts";
import type { Cell, CellKey, Cells } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { type Page, plainSpan, rawOf, type Span, whereOf } from "../plain.ts";
import type { Token } from "../tokens.ts";
import { type Term, type Vocabulary, vocabularies } from "../vocabulary.ts";
import { assignRows } from "./assign.ts";
import type { Neighbours } from "./constraints.ts";
import type { Doubt, Reading } from "./doubt.ts";
import { withEarlyFigures } from "./early-figures.ts";
import { withFlowedRows } from "./flowed.ts";
import { gridSpellingDoubts, type Spelling, spelledInGrid } from "./grid-spelling.ts";
import { withoutHeadNotes } from "./head-notes.ts";
import { withoutLabelBlanks } from "./label-blanks.ts";
import { withoutLineNumbers } from "./line-numbers.ts";
import { withPrintedUnit } from "./money-unit.ts";
import { withNumerals } from "./numerals.ts";
import { oddRows } from "./odd-rows.ts";
import { directionShown, withPartedRows } from "./parted.ts";
import type { Direction } from "./parted-order.ts";
import { readAgain, wordsWithFigures } from "./read-again.ts";
import { type PrintedTable, readRows } from "./rows.ts";
import type { SeenRow } from "./seen-row.ts";
import { settle } from "./settle.ts";
import { readSideBySide } from "./side-by-side.ts";
import { joinLabels, type Zone } from "./zones.ts";

/** Steps for all searches in one report: some hundredths of a second. */
const STEPS = 250_000;

export interface TablesRead {
  cells: Cells;
  doubts: Doubt[];
  /** Where each cell stood in the text as written down, for whoever shows both side by side. */
  spans: Record<CellKey, Span>;
  /** Rows of which nothing but the label is printed. */
  labelsAlone: SeenRow[];
}

/** Reads all tables of one report by the form of an edition. */
export function readTables(
  page: Page,
  edition: Edition,
  zones: readonly Zone[],
  neighbours: Neighbours = {},
): TablesRead {
  const budget = { steps: STEPS };
  const specs = cellSpecs(edition);
  const found = new Map<CellKey, Token>();
  const doubts: Doubt[] = [];
  const labelsAlone: SeenRow[] = [];
  const tables = vocabularies(edition).map((vocabulary) => tableOf(zones, vocabulary));
  const shown = tables.flatMap(({ printed, vocabulary }) =>
    printed ? (directionShown(printed, vocabulary) ?? []) : [],
  );
  const direction = new Set(shown).size === 1 ? (shown[0] ?? null) : null;
  for (const table of tables) {
    const isExact = hasExactRows(page, table);
    const reading = readTable(table, direction, isExact);
    settle(reading, edition, neighbours, budget);
    for (const [key, token] of reading.cells) found.set(key, token);
    doubts.push(...reading.doubts);
    labelsAlone.push(...reading.labelsAlone);
  }
  const cells: Cells = {};
  const spans: Record<CellKey, Span> = {};
  const spelled = new Map<CellKey, Spelling>();
  // In the order of the form, whatever the order in the source.
  for (const [key, spec] of specs) {
    const token = found.get(key);
    if (!token) continue;
    spans[key] = plainSpan(page, token);
    const printed = parseRaw(spec, rawOf(page, token));
    const { cell, spelling } = spelledInGrid(printed, spec, token, page);
    if (spelling) spelled.set(key, spelling);
    const table = tables.find(({ vocabulary }) => vocabulary.table === spec.table);
    const amount = withPrintedUnit(cell, spec, [
      ...(table?.before ?? []),
      ...(table?.tokens ?? []),
    ]);
    cells[key] = cellOf(page, token, amount.cell);
    if (amount.doubt) doubts.push(amount.doubt);
    const fraction = FRACTION.exec(page.text.slice(token.end, token.end + NEAR));
    if (fraction)
      doubts.push({ code: "fraction", cells: [key], words: `${token.text} ${fraction[1]}` });
    const remark = remarkOf(cell.raw);
    if (cell.value !== null && remark !== null && isOpenRemark(remark, cell.value))
      doubts.push({ code: "remark", cells: [key], words: token.text });
  }
  doubts.push(...gridSpellingDoubts(edition, cells, spelled));
  doubts.push(...oddRows(edition, cells, doubts, page.hasExactRows));
  const left = doubts.flatMap((doubt) => stillDoubtful(doubt, cells));
  return { cells, doubts: left, spans, labelsAlone };
}

/** The decimals of the figure before, in a line or a cell of their own. */
const FRACTION = /^[\s|]*(\.\d+)/u;
/** How far behind a figure they may stand. */
const NEAR = 16;

/** Rows in the heads of another edition are no loss where the table of this one is printed too. */
function stillDoubtful(doubt: Doubt, cells: Cells): Doubt[] {
  if (doubt.code !== "otherEdition") return [doubt];
  return [{ ...doubt, cells: doubt.cells.filter((key) => !(key in cells)) }];
}

/** Whether all figures of a table stand in rows of a real one, and each head over a column of its own. */
function hasExactRows(page: Page, table: Found): boolean {
  const isInRow = ({ kind, start }: Token) => kind === "word" || page.isExact(page.plainAt(start));
  return table.tokens.every(isInRow) && areApart(page, table);
}

/** Lines that were pasted into cells one after another have two heads in one column of the sheet. */
function areApart(page: Page, { tokens, vocabulary, printed }: Found): boolean {
  const kind = printed ? "column" : "row";
  if (!page.placeAt || (printed && vocabulary.table.columnGroups.length === 0)) return true;
  const heads = new Map<string, string>();
  return tokens.every(({ label, start }) => {
    const term = label ? vocabulary.find(label)[0]?.term : undefined;
    const place = page.placeAt?.(page.plainAt(start));
    if (term?.kind !== kind || place?.column === undefined) return true;
    const key = term.kind === "row" ? term.row.key : term.key;
    const column = `${place.sheet ?? place.table} ${place.column}`;
    const before = heads.get(column) ?? key;
    heads.set(column, before);
    return before === key;
  });
}

interface Found {
  vocabulary: Vocabulary;
  tokens: Token[];
  before: readonly Token[];
  /** Words beside rows of figures above it that could not be told to be the table. */
  above: readonly Token[];
  /** Null where all its rows are printed side by side. */
  printed: PrintedTable | null;
}

function tableOf(zones: readonly Zone[], vocabulary: Vocabulary): Found {
  const own = zones.filter((zone) => zone.vocabulary === vocabulary);
  const all = own.flatMap((zone) => zone.tokens);
  const before = own.flatMap((zone) => zone.before);
  const above = own.flatMap((zone) => wordsWithFigures(zone.above));
  const tokens = withNumerals(joinLabels(withoutHeadNotes(all), vocabulary), vocabulary);
  const isSideBySide =
    vocabulary.table.layout === "side-by-side" && !hasRowLines(tokens, vocabulary);
  if (isSideBySide) return { vocabulary, tokens, before, above, printed: null };
  const rows = withoutLabelBlanks(withoutLineNumbers(readRows(tokens, vocabulary)), tokens);
  const printed = withEarlyFigures(rows, tokens, vocabulary);
  return { vocabulary, tokens, before, above, printed };
}

function readTable(
  { vocabulary, tokens, above, printed }: Found,
  direction: Direction | null,
  isExact: boolean,
): Reading {
  if (!printed) return readSideBySide(tokens, above, vocabulary, isExact);
  const dealt = withPartedRows(printed, vocabulary, direction);
  const rows = isExact ? dealt : withFlowedRows(printed, dealt, tokens, vocabulary);
  const reading = assignRows(rows, vocabulary, isExact);
  reading.doubts.push(...readAgain(rows, above, vocabulary));
  return reading;
}

/** Two rows in lines of their own are no heads side by side. */
const FEWEST_ROWS = 2;

/**
 * Whether figures follow right after row labels, or rows stand below all heads in lines of their own with their cells: some
 * reports turn the side-by-side table into lines.
 */
function hasRowLines(tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const isA = ({ label }: Token, kind: Term["kind"]) =>
    label !== null && vocabulary.find(label).some(({ term }) => term.kind === kind);
  const isRow = (token: Token) => isA(token, "row");
  if (tokens.some((token, index) => isRow(token) && tokens[index + 1]?.kind === "figure"))
    return true;
  // A label above heads is that of the columns below it.
  const below = tokens.slice(tokens.findLastIndex((token) => isA(token, "column")) + 1);
  const lines = [...Map.groupBy(below, ({ line }) => line).values()];
  const own = lines.filter(([first, ...cells]) => {
    const areCells = cells.length > 1 && cells.every(({ kind }) => kind !== "word");
    return first !== undefined && isRow(first) && areCells;
  });
  return own.length >= FEWEST_ROWS;
}

function cellOf(page: Page, token: Token, cell: Cell): Cell {
  return { ...cell, ...whereOf(page, token) };
}
