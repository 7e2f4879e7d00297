import { foldWithOffsets, withoutUnseen } from "#lib/chinese/fold.ts";
import { stripPinyinNotes } from "#lib/chinese/pinyin-notes.ts";
import { toSimplified, traditionalShare } from "#lib/chinese/simplify.ts";
import type { Cell, Place } from "#lib/editions/content.ts";

/** What is odd about a cell of a sheet or of a Word table: its figure has the colour of its ground, may be hidden or changed by a condition of the sheet, was never computed, is shown rounded, or is what a control shows where nobody has typed. */
export type Oddity =
  | "unseen"
  | "conditional"
  | "uncomputed"
  | "stale"
  | "unconfirmed"
  | "shared"
  | "rounded"
  | "prompt";

/** What a file's own reader hands on: lines of text, cells of a row parted by `|`, and the way back to the source. */
export interface Plain {
  text: string;
  /** Only of plain text: the source itself, of which `text` may be without some marks. */
  source?: string;
  /** Where the source spells out the UTF-16 unit at an index of `text`. */
  origin(index: number): number;
  /** Where the source's spelling of that unit ends. */
  originEnd(index: number): number;
  /** What the page's own `<meta>` tags say, by lower-cased name; empty for plain text. */
  meta: ReadonlyMap<string, string>;
  /** Only where the source has tables or sheets instead of characters: the place of the cell at an index of `text`. */
  placeAt?: (index: number) => Place | null;
  /** Only of office files: what is odd about the cell at an index of `text`. */
  oddityAt?: (index: number) => Oddity | null;
  /** Whether every printed cell, blank or not, stands in its line once and nothing else does. */
  hasExactRows?: boolean;
  /** Where not all tables have: whether the row at an index of `text` is exact. */
  isExact?: (index: number) => boolean;
  /** Whether the table at an index of `text` has no rules, so that only the room between figures says in which column they stand. */
  isLoose?: (index: number) => boolean;
}

/** A file in one spelling, with two ways back: to the text as found and to the source. */
export interface Page {
  /** Folded text: everything is searched here. */
  text: string;
  plain: string;
  source: string | null;
  plainAt(index: number): number;
  origin(plainIndex: number): number;
  originEnd(plainIndex: number): number;
  meta: ReadonlyMap<string, string>;
  isTraditional: boolean;
  placeAt: ((plainIndex: number) => Place | null) | null;
  hasExactRows: boolean;
  isExact: (plainIndex: number) => boolean;
  isLoose: ((plainIndex: number) => boolean) | null;
}

const SCRIPT_SAMPLE = 50_000;
const TRADITIONAL = 0.01;

/** Folds a text once for the whole reader. */
export function pageOf(plain: Plain): Page {
  const folded = foldWithOffsets(plain.text);
  return {
    text: folded.text,
    plain: plain.text,
    source: plain.source ?? null,
    plainAt: folded.at,
    origin: plain.origin,
    originEnd: plain.originEnd,
    meta: plain.meta,
    isTraditional: traditionalShare(plain.text.slice(0, SCRIPT_SAMPLE)) > TRADITIONAL,
    placeAt: plain.placeAt ?? null,
    hasExactRows: plain.hasExactRows ?? false,
    isExact: plain.isExact ?? (() => plain.hasExactRows ?? false),
    isLoose: plain.isLoose ?? null,
  };
}

/** A stretch of the folded text as [start, end). */
export interface Range {
  start: number;
  end: number;
}

/** Where a figure stood: between which characters of the source, or in which cell of a table or a sheet. */
export function whereOf(page: Page, range: Range): Pick<Cell, "at" | "where"> {
  const where = page.placeAt?.(page.plainAt(range.start));
  return { at: sourceOf(page, range), ...(where ? { where } : {}) };
}

/** The text of a range as found, without the blanks around it. */
export function rawOf(page: Page, range: Range): string {
  return page.plain.slice(page.plainAt(range.start), page.plainAt(range.end)).trim();
}

/** The text of a stretch as it stands in the source; where that has no characters to count, as its reader wrote it down. */
export function foundOf(page: Page, range: Range): string {
  const at = page.source === null ? null : sourceOf(page, range);
  return at && page.source !== null ? page.source.slice(...at).trim() : rawOf(page, range);
}

/** The text of a range in clean Simplified Chinese: marks as printed, no pinyin notes, no doubled blanks. */
export function cleanOf(page: Page, range: Range): string {
  const text = stripPinyinNotes(withoutUnseen(rawOf(page, range))).replace(/[^\S\n]+/gu, " ");
  return page.isTraditional ? toSimplified(text) : text;
}

/** The lines of a stretch of folded text that are not blank, without the blanks around them. */
export function linesOf(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  for (let from = start; from < end; ) {
    const stop = text.indexOf("\n", from);
    const to = stop < 0 || stop > end ? end : stop;
    const line = trimmed(text, { start: from, end: to });
    if (line.end > line.start) lines.push(line);
    from = to + 1;
  }
  return lines;
}

/** Where a range stood in the source, without the blanks around it; null where the source has no characters to count. */
export function sourceOf(page: Page, range: Range): [number, number] | null {
  if (page.placeAt) return null;
  const { start, end } = trimmed(page.plain, {
    start: page.plainAt(range.start),
    end: page.plainAt(range.end),
  });
  const from = page.origin(start);
  return [from, end > start ? page.originEnd(end - 1) : from];
}

/** [start, end) in UTF-16 units of a text. */
export type Span = [number, number];

/** Where a range stood in the text as its own reader wrote it down, line by line. */
export function plainSpan(page: Page, range: Range): Span {
  const { start, end } = trimmed(page.plain, {
    start: page.plainAt(range.start),
    end: page.plainAt(range.end),
  });
  return [start, end];
}

/** A range without the blanks at its ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || unit === 0x200b;
}
