import { foldWithOffsets } from "#lib/chinese/fold.ts";

/** A piece of a text, and whether it is one of the words that were searched. */
export interface Piece {
  text: string;
  isHit: boolean;
}

export interface Passage {
  /** Key of the section it stands in. */
  section: string;
  pieces: readonly Piece[];
}

/** [from, to) in UTF-16 units of the text as it is shown. */
type Span = readonly [from: number, to: number];

const SHORTEST = 80;
const LONGEST = 110;
const BEFORE = 24;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? "");
}

/** Where any of the words stands in a text, whatever script or width it is written in; spans do not overlap. */
export function findWords(text: string, words: readonly string[]): Span[] {
  const folded = foldWithOffsets(text);
  const haystack = folded.text.toLowerCase();
  const found: Span[] = [];
  for (const word of words) {
    for (
      let at = haystack.indexOf(word);
      word !== "" && at >= 0;
      at = haystack.indexOf(word, at + word.length)
    ) {
      found.push([folded.at(at), folded.at(at + word.length)]);
    }
  }
  return merged(found);
}

/** Spans in order, those that touch or overlap made one. */
function merged(found: readonly Span[]): Span[] {
  const spans: [number, number][] = [];
  for (const [from, to] of found.toSorted(([a], [b]) => a - b)) {
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) spans.push([from, to]);
  }
  return spans;
}

/** The text from `from` to `to`, cut where a hit begins and ends. */
export function marked(text: string, spans: readonly Span[], from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isHit: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), isHit });
  };
  let at = from;
  for (const [start, end] of spans) {
    if (start < at || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return pieces;
}

/** Pieces as HTML: hits in `<mark>`, everything else escaped. */
export function piecesHtml(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, isHit }) => (isHit ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join("");
}

/** UTF-16 index of every code point of a text, and its end: cuts fall between characters, never inside one. */
function codePoints(text: string): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return starts;
}

const lastAtOrBefore = (starts: readonly number[], at: number) => {
  let index = starts.findIndex((start) => start > at);
  if (index < 0) index = starts.length;
  return Math.max(0, index - 1);
};

/** The stretch that holds the most different words, begun a little before its first hit. */
function window(text: string, spans: readonly Span[]): Span {
  const starts = codePoints(text);
  const last = starts.length - 1;
  let best = { from: 0, to: Math.min(last, LONGEST), score: -1 };
  for (const [start] of spans.slice(0, 200)) {
    const first = Math.max(0, lastAtOrBefore(starts, start) - BEFORE);
    const to = Math.min(last, first + LONGEST);
    const from = Math.max(0, Math.min(first, to - SHORTEST));
    const inside = spans.filter(([a, b]) => a >= (starts[from] ?? 0) && b <= (starts[to] ?? 0));
    const score = new Set(inside.map(([a, b]) => text.slice(a, b))).size;
    if (score > best.score) best = { from, to, score };
  }
  return [starts[best.from] ?? 0, starts[best.to] ?? text.length];
}

const dots = (isCut: boolean): Piece[] => (isCut ? [{ text: "…", isHit: false }] : []);

interface Prose {
  key: string;
  text: string;
}

const flat = (text: string) => text.replace(/\s+/gu, " ");

function cut({ key, text }: Prose, words: readonly string[]): { passage: Passage; score: number } {
  const whole = flat(text);
  const spans = findWords(whole, words);
  const [from, to] = window(whole, spans);
  const inside = spans.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => whole.slice(a, b));
  const pieces = marked(whole, spans, from, to);
  return {
    passage: { section: key, pieces: [...dots(from > 0), ...pieces, ...dots(to < whole.length)] },
    score: new Set(inside).size,
  };
}

/** The passages around the hits, at most `most`, those with more different words first; the beginning of the prose where no word stands in it. */
export function passages(
  sections: readonly Prose[],
  words: readonly string[],
  most = 2,
): Passage[] {
  const written = sections.filter(({ text }) => text.trim() !== "");
  const cuts = written.map((section) => cut(section, words));
  const hits = cuts.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return (hits.length > 0 ? hits.slice(0, most) : cuts.slice(0, 1)).map(({ passage }) => passage);
}
