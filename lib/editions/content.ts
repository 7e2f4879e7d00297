/** What a report says, whoever wrote it down: the shape shared by reader, checks, desk, pages and exports. */

/** Address of one figure: `table.row.column`; a row may itself contain a dot (`requests.denied.stateSecret.total`). */
export type CellKey = string;

/** The six sections of the form, in their order. */
export const SECTION_KEYS = [
  "overview",
  "proactive",
  "requests",
  "remedies",
  "problems",
  "other",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** A cell is never just a number: a printed blank is `blank`, `/ — 不适用` is `not-applicable`, anything unreadable is `text`. */
export const CELL_STATES = ["number", "blank", "not-applicable", "text"] as const;
export type CellState = (typeof CELL_STATES)[number];

export const AMOUNT_UNITS = ["万元", "元"] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** Where a cell stood in a source that has no characters to count: a page, a sheet or a table. */
export interface Place {
  page?: number;
  sheet?: string;
  table?: number;
  row?: number;
  column?: number;
}

export interface Cell {
  /** What was written, as found. */
  raw: string;
  /** The number it says; null unless `state` is `number`. */
  value: number | null;
  state: CellState;
  /** Only on amounts: the unit printed with the figure or fixed by the form; null where none is known. */
  unit?: AmountUnit | null;
  /** [start, end) in UTF-16 units of the decoded source; null where the source has no such positions. */
  at?: [number, number] | null;
  where?: Place;
}

/** Cells by key. A cell the source does not print is absent. */
export type Cells = Record<CellKey, Cell>;

export interface Section {
  key: SectionKey;
  /** The heading as printed, cleaned; null where the source has none. */
  heading: string | null;
  /** Clean Simplified Chinese, paragraphs separated by one newline. */
  text: string;
  /** The same passage as found. */
  raw: string;
  at?: [number, number] | null;
}

/** Whom the figures of a report cover. */
export const SCOPES = ["organ", "government", "area"] as const;
export type Scope = (typeof SCOPES)[number];

export interface ReportContent {
  /** The edition's id; null for forms before 2019. */
  edition: string | null;
  year: number | null;
  /** Only what is printed: null unless the source says it. */
  title: string | null;
  agency: string | null;
  /** The smallest region printed in the agency's name; absent in content stored before it was read. */
  region?: string | null;
  indexNumber: string | null;
  documentNumber: string | null;
  publisher: string | null;
  /** ISO dates, `2024-01-30`. */
  publishedOn: string | null;
  /** Where the source says that it stood, `http:` or `https:`; absent in content stored before it was read. */
  sourceUrl?: string | null;
  signedOn: string | null;
  period: [string, string] | null;
  scope: Scope | null;
  sections: Section[];
  cells: Cells;
}

/** A report with nothing in it yet, for a draft begun by hand. */
export function emptyContent(edition: string, year: number): ReportContent {
  return {
    edition,
    year,
    title: null,
    agency: null,
    indexNumber: null,
    documentNumber: null,
    publisher: null,
    publishedOn: null,
    signedOn: null,
    period: [`${year}-01-01`, `${year}-12-31`],
    scope: null,
    sections: SECTION_KEYS.map((key) => ({ key, heading: null, text: "", raw: "" })),
    cells: {},
  };
}
