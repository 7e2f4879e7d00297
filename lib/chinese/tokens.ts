import { fold } from "./fold.ts";
import { bigrams, shortForms, stemOf } from "./names.ts";
import { pinyinOf } from "./pinyin.ts";
import { segment } from "./segment.ts";

/** Rises when the tokens of a text change: indexes filled before are then stale. */
export const TOKENS_VERSION = 1;

const WIDTH = 4;
const unique = (words: readonly string[]) => [...new Set(words.filter((word) => word !== ""))];

/** A word as engines see it: each code point in base 36 at a fixed width, so that a prefix stays a prefix and nothing is cut, stemmed or folded again. */
export function opaque(word: string): string {
  return [...word]
    .map((character) => (character.codePointAt(0) ?? 0).toString(36).padStart(WIDTH, "0"))
    .join("");
}

/** The words of a running text for an index: each word and the shorter words in it, each once. */
export function textWords(text: string): string[] {
  return unique(segment(fold(text)).flatMap(({ text: word, parts }) => [word, ...parts]));
}

/** The words of a query: those of `textWords` that no longer word of the same query contains. */
export function queryWords(text: string): string[] {
  return unique(segment(fold(text)).map((word) => word.text));
}

const spelled = (name: string) => Object.values(pinyinOf(name));

/** The words under which the name of a region is found: itself, its stem, both in pinyin and by initials. */
export function regionWords(name: string): string[] {
  const folded = fold(name);
  const stem = stemOf(folded);
  return unique([folded, stem, ...textWords(folded), ...bigrams(stem), ...spelled(folded), ...spelled(stem)]);
}

/** The words under which an organ is found: its segments, its short forms, all bigrams and single characters, pinyin and initials. */
export function agencyWords(name: string): string[] {
  const folded = fold(name);
  const forms = [folded, ...shortForms(folded)];
  return unique([
    ...forms,
    ...forms.flatMap(textWords),
    ...forms.flatMap(bigrams),
    ...(folded.match(/\p{Script=Han}/gu) ?? []),
    ...forms.flatMap(spelled),
  ]);
}
