import { fold } from "#lib/chinese/fold.ts";
import { bigrams, calledName, shortForms, stemOf } from "#lib/chinese/names.ts";
import { spellings } from "#lib/chinese/pinyin.ts";
import { opaque } from "#lib/chinese/tokens.ts";
import { BOILERPLATE_PHRASES } from "./boilerplate.ts";

/** A name that may be suggested: its spellings, and the words by which it is found. */
export interface Spelled {
  forms: readonly string[];
  tokens: readonly string[];
}

const unique = (all: readonly string[]) => [...new Set(all.filter((each) => each !== ""))];

function spelledOut(forms: readonly string[]): Spelled {
  const pinyin = forms.flatMap(spellings);
  return {
    forms: unique([...forms, ...pinyin]),
    tokens: unique([...forms, ...forms.flatMap(bigrams), ...pinyin]).map(opaque),
  };
}

/** A region by its name, what it is called, and its stem. */
export function spelledRegion(name: string): Spelled {
  const folded = fold(name).toLowerCase();
  return spelledOut(unique([folded, calledName(folded) ?? "", stemOf(folded)]));
}

/** An agency by all its names, their short forms, and the same with what its place is called for short. */
export function spelledAgency(names: readonly string[], place: string): Spelled {
  const region = fold(place).toLowerCase();
  const called = calledName(region);
  const own = names.map((name) => fold(name).toLowerCase());
  const shorter = called === null ? [] : own.map((name) => name.replace(region, called));
  const full = unique([...own, ...shorter]);
  return spelledOut(unique([...full, ...full.flatMap(shortForms)]));
}

const YEARS = /(?:19|20)\d{2}\s*年?度?/gu;

/** What is typed, made ready to be compared with names: folded, without years and what every title says. */
export function typed(q: string): string {
  const folded = fold(q).toLowerCase().replace(YEARS, " ").replace(BOILERPLATE_PHRASES, " ");
  const plain = folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return /^[a-z ]+$/u.test(plain) ? plain.replaceAll(" ", "") : plain;
}

/** The words that a name must have to be suggested, the last letters of each as a beginning; empty where nothing was typed. */
export function typedWords(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  return unique(
    runs.flatMap((run) => {
      const pairs = bigrams(run);
      return pairs.length > 0 ? pairs : [run];
    }),
  )
    .slice(0, 12)
    .map(opaque);
}

/** How well a name fits what was typed: lower is better. */
export function fitOf(text: string, forms: readonly string[]): number {
  const spaceless = text.replaceAll(" ", "");
  if (forms.includes(spaceless)) return 0;
  if (forms.some((form) => form.startsWith(spaceless))) return 1;
  return forms.some((form) => form.includes(spaceless)) ? 2 : 3;
}
