import { fold } from "./fold.ts";
import { bigrams, calledName, distinctive, shortForms, stemOf } from "./names.ts";
import { spellings } from "./pinyin.ts";
import { placeAndWord, segment } from "./segment.ts";

/** Rises when the tokens of a text change: indexes filled before are then stale. */
export const TOKENS_VERSION = 2;

const WIDTH = 4;
/** No code point begins with it in base 36, so that an engine that cuts a word in two, or glues two together, meets no other word. */
const BEGIN = "z";
const unique = (words: readonly string[]) => [...new Set(words.filter((word) => word !== ""))];

/** A word as engines see it: each code point in base 36 at a fixed width, so that a prefix stays a prefix and nothing is cut, stemmed or folded again. */
export function opaque(word: string): string {
  const digits = (character: string) => (character.codePointAt(0) ?? 0).toString(36);
  return BEGIN + [...word].map((character) => digits(character).padStart(WIDTH, "0")).join("");
}

/** The word that an engine sees as this one: `opaque` undone. */
export function readable(word: string): string {
  const digits = word.slice(BEGIN.length).match(new RegExp(`.{${WIDTH}}`, "gu")) ?? [];
  return digits.map((each) => String.fromCodePoint(Number.parseInt(each, 36))).join("");
}

/** The words of a running text for an index: each word and the shorter words in it, each once. */
export function textWords(text: string): string[] {
  return unique(segment(fold(text)).flatMap(({ text: word, parts }) => [word, ...parts]));
}

/** The words of a query: those of `textWords` that no longer word of the same query contains, but for a place with another word behind it. */
export function queryWords(text: string): string[] {
  return unique(segment(fold(text)).flatMap((word) => placeAndWord(word) ?? [word.text]));
}

/** The words under which the name of a region is found: itself, what it is called, its stem, all in pinyin and by initials. */
export function regionWords(name: string): string[] {
  const folded = fold(name);
  const stem = stemOf(folded);
  const names = [folded, calledName(folded) ?? folded, stem];
  return unique([
    ...names,
    ...names.flatMap(textWords),
    ...bigrams(stem),
    ...names.flatMap(spellings),
  ]);
}

/** The words under which an organ is found: its segments, its short forms, bigrams and single characters of what is its own, pinyin and initials. */
export function agencyWords(name: string): string[] {
  const folded = fold(name);
  const forms = [folded, ...shortForms(folded)];
  return unique([
    ...forms,
    ...forms.flatMap(textWords),
    ...forms.map(distinctive).flatMap(bigrams),
    ...(distinctive(folded).match(/\p{Script=Han}/gu) ?? []),
    ...forms.flatMap(spellings),
  ]);
}
