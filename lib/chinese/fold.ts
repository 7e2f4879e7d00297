import { pinyinNotes, stripPinyinNotes } from "./pinyin-notes.ts";
import { toSimplified } from "./simplify.ts";

/** A folded text that still knows where each of its characters stood. */
export interface Folded {
  text: string;
  /** The UTF-16 index in the original of an index in `text`; `text.length` gives the original's end. */
  at(index: number): number;
}

/** Characters without a width. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF\u00AD]+/gu;

/** Where characters nobody sees stand beside Chinese ones, where a line may break or a word was pasted. */
function unseenIn(text: string): [start: number, end: number][] {
  return Array.from(text.matchAll(UNSEEN), ({ 0: unseen, index }): [number, number] => [
    index,
    index + unseen.length,
  ]).filter(
    ([start, end]) =>
      /\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 2), start)) ||
      /^\p{Script=Han}/u.test(text.slice(end, end + 2)),
  );
}

/** A text without the characters nobody sees beside its Chinese ones. */
export function withoutUnseen(text: string): string {
  return without({ text, starts: [] }, unseenIn).text;
}

/** One spelling for all: NFKC (so half-width digits and brackets), no pinyin notes, Simplified; case and blanks stay. */
export function fold(text: string): string {
  return toSimplified(stripPinyinNotes(withoutUnseen(text.normalize("NFKC"))));
}

/** As `fold`, with the way back from every character to the original. */
export function foldWithOffsets(text: string): Folded {
  const { normal, starts } = normalise(text);
  const seen = without({ text: normal, starts }, unseenIn);
  const kept = without(seen, pinyinNotes);
  const { simplified, origins } = simplify(kept.text, kept.starts);
  return {
    text: simplified,
    at: (index) => (index >= simplified.length ? text.length : (origins[Math.max(0, index)] ?? 0)),
  };
}

interface Traced {
  text: string;
  /** Original index of each UTF-16 unit of `text`. */
  starts: number[];
}

function normalise(text: string): { normal: string; starts: number[] } {
  if (text === text.normalize("NFKC"))
    return { normal: text, starts: Array.from({ length: text.length }, (_, index) => index) };
  const parts: string[] = [];
  const starts: number[] = [];
  for (const cluster of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const part = cluster[0].normalize("NFKC");
    parts.push(part);
    for (let unit = 0; unit < part.length; unit++) starts.push(cluster.index);
  }
  return { normal: parts.join(""), starts };
}

/** A text without some stretches of it. */
function without(
  { text, starts }: Traced,
  stretchesIn: (text: string) => [start: number, end: number][],
): Traced {
  const stretches = stretchesIn(text);
  if (stretches.length === 0) return { text, starts };
  const parts: string[] = [];
  const kept: number[] = [];
  let from = 0;
  for (const [start, end] of [...stretches, [text.length, text.length] as const]) {
    parts.push(text.slice(from, start));
    for (let unit = from; unit < start; unit++) kept.push(starts[unit] ?? 0);
    from = end;
  }
  return { text: parts.join(""), starts: kept };
}

function simplify(text: string, starts: number[]): { simplified: string; origins: number[] } {
  const simplified = toSimplified(text);
  if (simplified.length === text.length) return { simplified, origins: starts };
  // A few rare characters change planes, so one unit becomes two: walk both by code points.
  const origins: number[] = [];
  const before = text[Symbol.iterator]();
  let unit = 0;
  for (const character of simplified) {
    for (let index = 0; index < character.length; index++) origins.push(starts[unit] ?? 0);
    unit += before.next().value?.length ?? 0;
  }
  return { simplified, origins };
}
