import { DOCUMENT_NUMBER, INDEX_NUMBER } from "#lib/chinese/document-numbers.ts";
import { fold } from "#lib/chinese/fold.ts";
import { isEverydayWord, segment } from "#lib/chinese/segment.ts";
import { queryWords } from "#lib/chinese/tokens.ts";
import { BOILERPLATE_PHRASES, BOILERPLATE_WORDS, LEVEL_WORDS } from "./boilerplate.ts";
import { MAX_WORDS, type RegionNode } from "./engine.ts";

/** A region that public reports come from. */
export interface Place extends RegionNode {
  name: string;
  stem: string;
  level: string;
  /** Names from the province down to this one. */
  names: readonly string[];
}

/** A filter lifted out of the query. */
export interface Lifted {
  facet: "year" | "region" | "level";
  value: string;
  /** Where it stood in the folded query. */
  at: [number, number];
  place?: Place;
}

export interface Understood {
  lifted: readonly Lifted[];
  /** Words every hit must have; plain, not yet opaque. */
  words: readonly string[];
  /** Quoted phrases, folded: every hit must have them literally. */
  phrases: readonly string[];
  /** Words beyond the limit that were not searched. */
  dropped: readonly string[];
  /** The query without what was lifted, for a form that shows it as filters. */
  rest: string;
}

const QUOTED = /["“”「『]([^"“”「」『』]{1,80})["“”」』]/gu;
const LONGEST_NAME = 15;
const MAX_SPANS = 800;
const SUFFIX = /[省市区县旗盟州镇乡]$/u;

/** A run of blanks as long as what is masked, so that positions stay. */
const blank = (text: string, [from, to]: readonly [number, number]) =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

function masked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => " ".repeat(match.length));
}

const numbersMasked = (text: string) =>
  masked(text, new RegExp(`${DOCUMENT_NUMBER}|${INDEX_NUMBER}`.replace(/\?<\w+>/gu, "?:"), "giu"));

const unquoted = (q: string) => masked(fold(q), QUOTED);

/** The pieces of a query that may be the name of a place, and the same without 县, 市 …; for one look-up in the table of regions. */
export function placeSpans(q: string): string[] {
  const spans = new Set<string>();
  for (const [run] of unquoted(q).matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let from = 0; from < run.length - 1; from += 1) {
      for (let to = from + 2; to <= Math.min(run.length, from + LONGEST_NAME); to += 1) {
        const span = run.slice(from, to);
        spans.add(span);
        if (span.length > 2 && SUFFIX.test(span)) spans.add(span.slice(0, -1));
      }
    }
  }
  return [...spans].slice(0, MAX_SPANS);
}

const isNamed = (place: Place, span: string) =>
  place.name === span ||
  (SUFFIX.test(span) && place.stem === span.slice(0, -1) && place.name.at(-1) === span.at(-1));

/** Places whose name, or whose stem as a word of its own, stands at this point, with the longest match only. */
function placesAt(
  text: string,
  from: number,
  places: readonly Place[],
  starts: ReadonlyMap<number, readonly number[]>,
) {
  for (let to = Math.min(text.length, from + LONGEST_NAME); to >= from + 2; to -= 1) {
    const span = text.slice(from, to);
    const isWord = starts.get(from)?.includes(to) === true && !isEverydayWord(span);
    const found = places.filter((place) => isNamed(place, span) || (isWord && place.stem === span));
    if (found.length > 0) return { to, found };
  }
  return null;
}

/** Where a word that is two places in a row (上海浦东) is to be cut; null elsewhere. */
function cutBetween(word: string, isPlace: (span: string) => boolean): number | null {
  for (let cut = 2; cut <= word.length - 2; cut += 1)
    if (isPlace(word.slice(0, cut)) && isPlace(word.slice(cut))) return cut;
  return null;
}

/** Where the words of a text begin and end. */
function wordBounds(text: string, places: readonly Place[]): Map<number, number[]> {
  const bounds = new Map<number, number[]>();
  const add = (at: number, to: number) => bounds.set(at, [...(bounds.get(at) ?? []), to]);
  const isPlace = (span: string) => places.some((each) => each.stem === span || each.name === span);
  let from = 0;
  for (const { text: word } of segment(text)) {
    const at = text.toLowerCase().indexOf(word, from);
    if (at < 0) continue;
    add(at, at + word.length);
    const cut = cutBetween(word, isPlace);
    if (cut !== null) {
      add(at, at + cut);
      add(at + cut, at + word.length);
    }
    from = at;
  }
  return bounds;
}

const AMBIGUOUS = 3;

/** 玉溪市元江县: the later name stands under the earlier one, says more, and takes its place. */
function liftPlaces(text: string, places: readonly Place[]): Lifted[] {
  if (places.length === 0) return [];
  const lifted: Lifted[] = [];
  const bounds = wordBounds(text, places);
  for (let from = 0; from < text.length - 1; from += 1) {
    const match = placesAt(text, from, places, bounds);
    if (!match) continue;
    const above = new Set(lifted.map(({ value }) => value));
    const below = match.found.filter(({ code, path }) =>
      path.some((each) => each !== code && above.has(each)),
    );
    const meant = below.length > 0 ? below : match.found;
    if (meant.length > AMBIGUOUS) continue;
    const at: [number, number] = [from, match.to];
    lifted.push(
      ...meant.map((place): Lifted => ({ facet: "region", value: place.code, at, place })),
    );
    from = match.to - 1;
  }
  return lifted;
}

const YEAR = String.raw`(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度|年)?`;

/** 2021—2023年 means every year between. */
function liftYears(text: string): Lifted[] {
  const pattern = new RegExp(String.raw`${YEAR}(?:\s*[-~—–至到]+\s*${YEAR})?`, "gu");
  return [...text.matchAll(pattern)].flatMap((match) => {
    const first = Number(match[1]);
    const last = Math.max(first, Number(match[2] ?? first));
    const at: [number, number] = [match.index, match.index + match[0].trimEnd().length];
    const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
    return years.map((value): Lifted => ({ facet: "year", value, at }));
  });
}

function liftLevels(text: string): Lifted[] {
  return LEVEL_WORDS.flatMap(([pattern, value]): Lifted[] => {
    const match = pattern.exec(text);
    return match
      ? [{ facet: "level", value, at: [match.index, match.index + match[0].length] }]
      : [];
  });
}

const isBelow = (place: Place | undefined, code: string) =>
  place !== undefined && place.code !== code && place.path.includes(code);

/**
 * Of places that stand one under another and were named apart (玉溪市元江县) the narrowest; of those that one name may
 * mean (黄山: 黄山市, 黄山区 in it) the widest, which holds the others.
 */
function effective(lifted: readonly Lifted[]): Lifted[] {
  const isSame = (a: Lifted, b: Lifted) => a.at[0] === b.at[0];
  return lifted.filter((each) => {
    if (each.facet !== "region") return true;
    const isAbove = lifted.some(
      (other) => isBelow(other.place, each.value) && !isSame(other, each),
    );
    const isHeld = lifted.some((other) => isBelow(each.place, other.value) && isSame(other, each));
    return !isAbove && !isHeld;
  });
}

function searchWords(text: string, hasOthers: boolean): string[] {
  const cut = text.replace(BOILERPLATE_PHRASES, " ");
  const words = queryWords(cut).filter((word) => !BOILERPLATE_WORDS.has(word));
  if (words.length > 0 || hasOthers) return words;
  return queryWords(text);
}

/** 元江 yuan jiang: neighbouring syllables are one word in the index. */
const joinSyllables = (text: string) =>
  /^[a-z ]+$/iu.test(text.trim()) ? text.replaceAll(" ", "") : text;

/** Understands a query: years, places and levels become filters, what everyone says is left out where something else remains, the rest are words and quoted phrases. `places` answers `placeSpans`. */
export function understand(q: string, places: readonly Place[]): Understood {
  const folded = fold(q);
  const phrases = [...folded.matchAll(QUOTED)]
    .map((match) => (match[1] ?? "").trim())
    .filter(Boolean);
  const open = unquoted(q);
  const plain = numbersMasked(open);
  const inPlaces = liftPlaces(plain, places);
  const withoutPlaces = inPlaces.reduce((text, { at }) => blank(text, at), plain);
  const all = [...liftYears(plain), ...inPlaces, ...liftLevels(withoutPlaces)];
  const rest = all.reduce((text, { at }) => blank(text, at), open);
  const lifted = effective(all);
  const words = searchWords(joinSyllables(rest), lifted.length > 0 || phrases.length > 0);
  const wanted = [...new Set([...phrases.flatMap(queryWords), ...words])];
  return {
    lifted,
    phrases,
    words: wanted.slice(0, MAX_WORDS),
    dropped: wanted.slice(MAX_WORDS),
    rest: [...phrases.map((phrase) => `“${phrase}”`), rest.replace(/\s+/gu, " ").trim()]
      .join(" ")
      .trim(),
  };
}
