import { DOMAIN_WORDS } from "#lib/chinese/domain-words.ts";
import { fold } from "#lib/chinese/fold.ts";
import { lookAlikeWords } from "#lib/chinese/look-alikes.ts";
import { pinyinOf } from "#lib/chinese/pinyin.ts";
import { opaque } from "#lib/chinese/tokens.ts";
import { placeSpans } from "./understand.ts";

/** A query with one of its words written otherwise: as one that sounds the same, or looks like it. */
export interface Respelling {
  q: string;
  from: string;
  to: string;
}

/** A name that public reports know, in all its spellings. */
export interface KnownName {
  forms: readonly string[];
  /** Lower stands first among equals. */
  standing: number;
}

const LONGEST = 8;
const MOST_SPANS = 100;
const MOST = 4;
const soundOf = (word: string) => pinyinOf(word).full;

const DOMAIN: readonly KnownName[] = DOMAIN_WORDS.map((word) => ({
  forms: [word, soundOf(word)],
  standing: Number.MAX_SAFE_INTEGER,
}));

/** The pieces of a query that may be a name or a word of the field gone wrong, the longest first. */
export function suspects(q: string): string[] {
  return placeSpans(q)
    .filter((span) => span.length <= LONGEST)
    .slice(0, MOST_SPANS)
    .sort((a, b) => b.length - a.length);
}

/** The opaque words under which a name is kept that one of these pieces may stand for. */
export function soundsAndShapes(spans: readonly string[]): string[] {
  const words = spans.flatMap((span) => [soundOf(span), ...lookAlikeWords(span)]);
  return [...new Set(words.filter((word) => word !== ""))].map(opaque);
}

const lengthOf = (word: string) => [...word].length;

/** The spelling of a name for which a piece may stand; undefined where it is none of it. */
function meant(span: string, sound: string, shapes: ReadonlySet<string>, { forms }: KnownName) {
  const sounds = forms.includes(sound);
  return forms.find(
    (form) =>
      shapes.has(form) || (sounds && lengthOf(form) === lengthOf(span) && soundOf(form) === sound),
  );
}

/** The query with a piece of it replaced by a known name, or a word of the field, that sounds or looks the same; the longest pieces first. */
export function respellings(q: string, names: readonly KnownName[]): Respelling[] {
  const folded = fold(q);
  const known = [...names].sort((a, b) => a.standing - b.standing).concat(DOMAIN);
  const wrong = suspects(q).filter((span) => known.every(({ forms }) => !forms.includes(span)));
  const found = wrong.flatMap((span) => {
    const [sound, shapes] = [soundOf(span), new Set(lookAlikeWords(span))];
    return known.flatMap((name): Respelling[] => {
      const to = meant(span, sound, shapes, name);
      return to ? [{ q: folded.replaceAll(span, to), from: span, to }] : [];
    });
  });
  return [...new Map(found.reverse().map((each) => [each.q, each])).values()]
    .reverse()
    .slice(0, MOST);
}
