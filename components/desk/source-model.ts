import { type CellKey, type Place, SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import type { Reading } from "#lib/reports/reading-schema.ts";

/** What a passage of the source belongs to: a figure of the form, or one of its sections. */
export type Target = `cell:${CellKey}` | `section:${SectionKey}`;

/** A piece of the source in one look: plain words, a figure, or the heading of a section. */
export interface Piece {
  start: number;
  text: string;
  target: Target | null;
}

/** Some lines of the source that are laid out together, and only when they come into view. */
export interface Chunk {
  start: number;
  end: number;
  pieces: Piece[];
}

/** Characters of a chunk: a screen or two. */
const CHUNK = 4000;

interface Passage {
  start: number;
  end: number;
  target: Target;
}

/** The source cut into chunks at line ends, each figure and heading a piece of its own. */
export function chunksOf(reading: Reading): Chunk[] {
  const { text } = reading;
  const passages = passagesOf(reading);
  const chunks: Chunk[] = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const end = chunkEnd(text, start, passages);
    const inside: Passage[] = [];
    for (let passage = passages[next]; passage && passage.start < end; passage = passages[next]) {
      inside.push(passage);
      next += 1;
    }
    chunks.push({ start, end, pieces: piecesOf(text, { start, end }, inside) });
    start = end;
  }
  return chunks;
}

/** Every figure, blank or not, every row that was left out, and the heading line of every section, in the order of the source; of two that overlap the first. */
function passagesOf({ text, cells, sections, rows }: Reading): Passage[] {
  const figures = Object.entries(cells).map(([key, { at }]) => ({
    start: at[0],
    end: at[1],
    target: `cell:${key}` as const,
  }));
  // Up to the first figure that was read: that is a passage of its own.
  const left = rows.map(({ at: [start, to], cells: [first = ""] }) => {
    const next = figures.reduce(
      (end, figure) => (figure.start > start ? Math.min(end, figure.start) : end),
      to,
    );
    const words = text.slice(start, next).replace(/[\s|]+$/u, "");
    return { start, end: start + words.length, target: `cell:${first}` as const };
  });
  const heads = SECTION_KEYS.flatMap((key) => {
    const span = sections[key];
    if (!span) return [];
    const line = text.indexOf("\n", span[0]);
    const end = Math.min(span[1], line < 0 ? text.length : line);
    return [{ start: span[0], end, target: `section:${key}` as const }];
  });
  const all: Passage[] = [...figures, ...left, ...heads].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const kept: Passage[] = [];
  for (const passage of all) if (passage.start >= (kept.at(-1)?.end ?? 0)) kept.push(passage);
  return kept;
}

/** A chunk ends at the end of a line, or of a passage, where a line is longer than chunks are. */
function chunkEnd(text: string, start: number, passages: readonly Passage[]): number {
  if (text.length - start <= CHUNK) return text.length;
  const line = text.indexOf("\n", start + CHUNK);
  const end = line < 0 || line > start + 2 * CHUNK ? start + 2 * CHUNK : line + 1;
  const cut = passages.find((passage) => passage.start < end && passage.end > end);
  return Math.min(text.length, cut?.end ?? end);
}

function piecesOf(
  text: string,
  { start, end }: { start: number; end: number },
  passages: readonly Passage[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const add = (until: number, target: Target | null) => {
    if (until > at || target) pieces.push({ start: at, text: text.slice(at, until), target });
    at = until;
  };
  for (const passage of passages) {
    add(passage.start, null);
    add(passage.end, passage.target);
  }
  add(end, null);
  return pieces;
}

/** The passage that stands for a target: the cells of a row that was left out share that of their row. */
export function passageFor({ cells, rows }: Reading, target: Target | null): Target | null {
  if (!target?.startsWith("cell:")) return target;
  const key = target.slice("cell:".length);
  const row = key in cells ? undefined : rows.find((each) => each.cells.includes(key));
  return row ? `cell:${row.cells[0] ?? key}` : target;
}

/** Characters shown on either side of a passage that is said in words. */
const AROUND = 16;
/** Characters shown of the passage itself. */
const WORDS = 40;

interface PassageWords {
  before: string;
  words: string;
  after: string;
  line: number;
  where: Place | null;
  /** Whether it is a row that was left out. */
  isLeftOut: boolean;
}

/** A passage in words: where it stands, what it says, and what stands around it; null where the source does not have it. */
export function passageWords(
  { text, cells, sections, rows }: Reading,
  target: Target,
): PassageWords | null {
  const key = target.slice(target.indexOf(":") + 1);
  const own = target.startsWith("cell:") ? cells[key] : undefined;
  const cell = own ?? rows.find((row) => row.cells.includes(key));
  const span = cell?.at ?? sections[key as SectionKey];
  if (!span) return null;
  const [start, end] = span;
  const isLong = end > start + WORDS;
  // A figure that is cut would be another figure.
  const before = text.slice(Math.max(0, start - AROUND), start);
  const whole = isInFigure(text, start - AROUND) ? before.replace(/^[\d.,]+/u, "") : before;
  const rest = cutAt(text, end, end + AROUND);
  const oneLine = (words: string) => words.replace(/\s+/gu, " ");
  return {
    before: oneLine(`${start > AROUND ? "…" : ""}${whole}`),
    words: oneLine(isLong ? `${cutAt(text, start, start + WORDS)}…` : text.slice(start, end)),
    after: isLong ? "" : oneLine(`${rest}${end + AROUND < text.length ? "…" : ""}`),
    line: text.slice(0, start).split("\n").length,
    where: cell?.where ?? null,
    isLeftOut: cell !== own,
  };
}

/** Whether a place in a text has figures on both sides. */
function isInFigure(text: string, at: number): boolean {
  return at > 0 && /^[\d.,]{2}$/u.test(text.slice(at - 1, at + 1));
}

/** A text up to a place, or up to the figure that the place would cut. */
function cutAt(text: string, start: number, end: number): string {
  const cut = text.slice(start, end);
  return isInFigure(text, end) ? cut.replace(/[\d.,]+$/u, "") : cut;
}
