import { type LabelKey, labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { isNumeral } from "./numerals.ts";

/** A stretch of tokens that prints one table, or a piece of it. */
export interface Zone {
  vocabulary: Vocabulary;
  tokens: Token[];
  /** The words right before it, as a caption with the unit of its figures. */
  before: readonly Token[];
  /** All that stands between it and the heading or the table above it. */
  above: readonly Token[];
}

const CAPTION = 2;

const MOST_PARTS = 16;
/** What may be the numbering of a label that goes on in the next line. */
const BEGINS_NUMBER = /^\(?(?:[一二三四五六七八九十]{1,2}|\d{1,2})?[.、)]?$/u;
const NUMERALS = /^[一二两三四五六七八九十百千]+$/u;
const CELLS_AHEAD = 60;
const WORDS_AHEAD = 14;
const LABELS_TO_OPEN = 3;
const WORDS_BEFORE_PROSE = 8;
const LABELS_OF_A_BLANK_FORM = 8;
const MOST_CELLS = 20;

/** Finds the tables among the tokens: a run of labels of one table opens it, prose or a heading ends it. */
export function findZones(tokens: readonly Token[], tables: readonly Vocabulary[]): Zone[] {
  const zones: Zone[] = [];
  let open: Zone | undefined;
  let strangers = 0;
  tokens.forEach((token, index) => {
    const isWord = token.kind === "word";
    const isOurs = open !== undefined && isWord && knownAt(tokens, index, open.vocabulary) > 0;
    strangers = isWord && !isOurs && !isNumeral(token.text) ? strangers + 1 : 0;
    const owner = isWord && !isOurs ? opened(tokens, index, tables, open) : null;
    const isProse = token.kind === "heading" || (isWord && !token.label);
    if (isProse || owner || strangers > WORDS_BEFORE_PROSE) {
      if (open) keep(zones, open);
      const before = tokens.slice(Math.max(0, index - CAPTION), index);
      open = owner && !isProse ? { vocabulary: owner, tokens: [], before, above: [] } : undefined;
    }
    open?.tokens.push(token);
  });
  if (open) keep(zones, open);
  return zones.map((zone, at) => ({ ...zone, above: aboveOf(zone, zones[at - 1], tokens) }));
}

/** The tokens between a table and the heading or the table above it, of tokens in the order of their places. */
function aboveOf({ tokens }: Zone, before: Zone | undefined, all: readonly Token[]): Token[] {
  const [first] = tokens;
  if (!first) return [];
  const last = before?.tokens.at(-1);
  const own = all.slice(last ? firstFrom(all, last.start + 1) : 0, firstFrom(all, first.start));
  return own.slice(own.findLastIndex(({ kind }) => kind === "heading") + 1);
}

/** The index of the first token that begins at a place or behind it. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many tokens from here on are together one known label, since lines may break inside it, even after each character; 0 if none. */
export function knownAt(tokens: readonly Token[], index: number, table: Vocabulary): number {
  let joined = "";
  for (let count = 1; count <= MOST_PARTS; count++) {
    const token = tokens[index + count - 1];
    if (token?.kind !== "word" || !token.label) return 0;
    // Numerals before a label that has its own number are figures, or dashes for them.
    if (NUMERALS.test(joined) && token.label.number !== null) return 0;
    joined += token.text;
    const label: LabelKey = count === 1 ? token.label : labelKey(joined);
    if (label.key !== "" && table.knows(label)) return count;
    // What was lost cannot be made up for by the next line.
    if (label.lost !== undefined) return 0;
    const begins = label.key !== "" && table.begins(label.key);
    if (!begins && !BEGINS_NUMBER.test(joined)) return 0;
  }
  return 0;
}

function opened(
  tokens: readonly Token[],
  index: number,
  tables: readonly Vocabulary[],
  current: Zone | undefined,
): Vocabulary | null {
  for (const table of tables) {
    if (table === current?.vocabulary || knownAt(tokens, index, table) === 0) continue;
    if (labelsAhead(tokens, index, table) >= LABELS_TO_OPEN) return table;
  }
  return null;
}

function labelsAhead(tokens: readonly Token[], index: number, table: Vocabulary): number {
  let labels = 0;
  let words = 0;
  for (let ahead = index; ahead < index + CELLS_AHEAD && words < WORDS_AHEAD; ahead++) {
    const kind = tokens[ahead]?.kind;
    if (kind === undefined || kind === "heading") break;
    if (kind === "blank") continue;
    words++;
    if (knownAt(tokens, ahead, table) > 0) labels++;
  }
  return labels;
}

function keep(zones: Zone[], zone: Zone): void {
  const { tokens, vocabulary } = zone;
  // Words after the last figure that the table does not know are what follows the table, but for those in its row.
  const row = lastRow(tokens);
  let end = tokens.length;
  while (end > 0) {
    const token = tokens[end - 1];
    if (token?.kind !== "word" || isNumeral(token.text) || token.line === row) break;
    if (token.label && vocabulary.knows(token.label)) break;
    end--;
  }
  const kept = tokens.slice(0, end);
  const hasFigures = kept.some(({ kind, text }) => kind !== "word" || isNumeral(text));
  // A table left blank prints nothing but labels.
  const isBlankForm = () =>
    kept.filter((_, index) => knownAt(kept, index, vocabulary) > 0).length >=
    LABELS_OF_A_BLANK_FORM;
  if (hasFigures || isBlankForm()) zones.push({ ...zone, tokens: kept });
}

/** The line of the last figure, where it is no longer than a row of a form; null where it is, or where there is none. */
function lastRow(tokens: readonly Token[]): number | null {
  const line = tokens.findLast(({ kind }) => kind === "figure")?.line ?? null;
  const cells = tokens.filter((token) => token.line === line);
  return cells.length <= MOST_CELLS ? line : null;
}

/** The tokens of a table with labels that were broken over several lines put together again. */
export function joinLabels(tokens: readonly Token[], table: Vocabulary): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const count = Math.max(1, knownAt(tokens, index, table));
    const parts = tokens.slice(index, index + count);
    const [first] = parts;
    const last = parts.at(-1);
    if (first && last && count > 1) {
      const text = parts.map((part) => part.text).join("");
      joined.push({ ...first, end: last.end, text, label: labelKey(text) });
    } else if (first) joined.push(first);
    index += count;
  }
  return joined;
}
