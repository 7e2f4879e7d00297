import type { Issue } from "#lib/checks/issue.ts";
import type { Cell, Place } from "#lib/editions/content.ts";
import type { ReadReport } from "#lib/reader/read.ts";

/** A few words of the source: the part an issue is about, and what stands around it. */
export interface Passage {
  /** Where it begins, in UTF-16 units of the decoded source, or of the section's text where it is running text. */
  start: number;
  before: string;
  /** The figures themselves, each as found, with what stands between them. */
  marked: string;
  after: string;
}

export interface Passages {
  shown: Passage[];
  /** The cells of a Word file or a workbook, whose places have no words around them. */
  places: Place[];
  /** How many more there are of either. */
  more: number;
}

type Span = readonly [start: number, end: number];

const SHOWN = 3;
const SHOWN_PLACES = 6;
/** Characters on either side. */
const AROUND = 36;
/** Characters of a passage itself: the beginning of a long one stands for it. */
const LONGEST = 160;
/** How far to look for words around a figure, markup included. */
const REACH = 3000;
/** Figures that stand this near to each other are one passage. */
const NEAR = 60;

/** Where the source says what an issue is about: the passage of its text, the figures it counts with, else its section. */
export function passagesOf(issue: Issue, report: ReadReport): Passages {
  // What must not stand in the text is not repeated either.
  if (issue.rule === "R26") return { shown: [], places: [], more: 0 };
  const passage = passageInText(issue, report);
  if (passage) return { shown: [passage], places: [], more: 0 };
  const told = tellingPlaces(issue, report);
  const spans = nearTogether(spansOf(issue, told, report));
  const places = different(told.flatMap(({ where }) => where ?? []));
  return {
    shown: spans.slice(0, SHOWN).map((span) => passageAt(span, report)),
    places: places.slice(0, SHOWN_PLACES),
    more: Math.max(0, spans.length - SHOWN) + Math.max(0, places.length - SHOWN_PLACES),
  };
}

/** Many cells of a PDF have one place, their page. */
function different(places: readonly Place[]): Place[] {
  const nameOf = (place: Place) => Object.entries(place).join();
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
}

/** Of a sum's cells those that say something: zeros would bury them, unless there is nothing else. What is doubted is all to be looked at. */
function tellingCells({ rule, cells }: Issue, { content }: ReadReport): Cell[] {
  const printed = cells.flatMap((key) => content.cells[key] ?? []);
  if (rule.startsWith("read.")) return printed;
  const telling = printed.filter(({ value }) => value !== 0);
  return telling.length > 0 ? telling : printed;
}

/** The words of a section that an issue points at, in the clean text. */
function passageInText({ section, span }: Issue, { content }: ReadReport): Passage | null {
  const text = content.sections.find(({ key }) => key === section)?.text;
  if (text === undefined || !span) return null;
  const [start, end] = span;
  const marked = [...text.slice(start, end)];
  return {
    start,
    before: [...text.slice(0, start)].slice(-AROUND).join(""),
    marked: marked.length > LONGEST ? `${marked.slice(0, LONGEST).join("")}…` : marked.join(""),
    after: [...text.slice(end, end + REACH)].slice(0, AROUND).join(""),
  };
}

/** The figures an issue counts with; where none was read, the rows they would have been read from. */
function tellingPlaces(issue: Issue, report: ReadReport): Pick<Cell, "at" | "where">[] {
  const cells = tellingCells(issue, report);
  return cells.length > 0 ? cells : [...(issue.seen ?? [])];
}

function spansOf(
  issue: Issue,
  told: readonly Pick<Cell, "at" | "where">[],
  report: ReadReport,
): Span[] {
  const spans = told.flatMap(({ at }) => (at ? [at] : []));
  if (spans.length > 0) return spans;
  const passage = report.content.sections.find(({ key }) => key === issue.section)?.at;
  return passage ? [passage] : [];
}

function nearTogether(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && span[0] - last[1] <= NEAR)
      joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
    else joined.push(span);
  }
  return joined;
}

function passageAt([start, end]: Span, { source, format }: ReadReport): Passage {
  const said = (text: string) =>
    (format === "html" || format === "markdown" ? withoutMarkup(text) : text).replace(/\s+/gu, " ");
  // A window that begins or ends within a tag shows a piece of it: that piece goes too.
  const head = source.slice(Math.max(0, start - REACH), start).replace(/^[^<>]*>/u, "");
  const tail = source.slice(end, end + REACH).replace(/<[^<>]*$/u, "");
  const marked = [...said(source.slice(start, end)).trim()];
  return {
    start,
    before: [...said(head)].slice(-AROUND).join(""),
    marked: marked.length > LONGEST ? `${marked.slice(0, LONGEST).join("")}…` : marked.join(""),
    after: [...said(tail)].slice(0, AROUND).join(""),
  };
}

/** A tag to its end, a `>` inside a quoted attribute passed over. */
const TAG = /<[a-z!/?][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/giu;

/** Cells parted by a bar, everything else of the markup left out; what it hides is not for people. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<!--.*?-->|<(script|style)\b.*?<\/\1>/gisu, "")
    .replace(/<\/t[dh]\s*>/giu, " | ")
    .replace(TAG, "")
    .replace(/&nbsp;|&#160;/gu, " ")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&amp;/gu, "&");
}
