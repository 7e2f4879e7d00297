import { EDITIONS } from "#lib/editions/registry.ts";
import { type LabelKey, labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import { vocabularies } from "../vocabulary.ts";

const TRAILING_FIGURES = /[^\d\s.,][ \t]*(\d[\d, ]*(?:\.\d+)?)$/u;
/** Where a label may begin inside a text: at its numbering, or after a blank. */
const BEGINNING = /\d{1,2}[.、]|\([一二三四五六七]\)|[一二三四]、|(?<=\s)\S/gu;
const MOST_PARTS = 20;

/** Parts what is printed without a gap: a label from the label of its group, and from the figures after it. */
export function splitLabels(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) =>
    token.kind === "word" && token.label ? parts(token, token.label) : [token],
  );
}

function parts(token: Token, label: LabelKey): Token[] {
  if (isKnown(label) || !/[\d(、\s]/u.test(token.text)) return [token];
  const figures = TRAILING_FIGURES.exec(token.text);
  if (figures?.[1]) {
    const at = token.text.length - figures[1].length;
    const words = labelsIn(token.text.slice(0, at), MOST_PARTS);
    const figure = piece(token, at, token.text.length, "figure");
    if (words) return [...place(token, words), { ...figure, isInLabel: true }];
  }
  const words = labelsIn(token.text, MOST_PARTS);
  return words ? place(token, words) : [token];
}

/** Where the labels that make up a text begin; null where it is not made of known labels alone. */
function labelsIn(text: string, most: number): [number, number][] | null {
  const end = text.trimEnd().length;
  if (isKnown(labelKey(text))) return [[0, end]];
  if (most <= 1) return null;
  for (const { index } of text.matchAll(BEGINNING)) {
    if (index === 0 || !isKnown(labelKey(text.slice(0, index)))) continue;
    const rest = labelsIn(text.slice(index), most - 1);
    if (rest)
      return [
        [0, index],
        ...rest.map(([from, to]): [number, number] => [from + index, to + index]),
      ];
  }
  return null;
}

function place(token: Token, words: readonly [number, number][]): Token[] {
  return words.map(([from, to]) => piece(token, from, to, "word"));
}

function piece(token: Token, from: number, to: number, kind: Token["kind"]): Token {
  const text = token.text.slice(from, to).trim();
  const start = token.start + from;
  const label = kind === "word" ? labelKey(text) : null;
  return { ...token, start, end: start + text.length, text, kind, label };
}

let known: Set<string> | undefined;

/** Whether the words are those of a label in any form. */
function isKnown({ key, bare }: LabelKey): boolean {
  known ??= new Set(
    EDITIONS.flatMap(vocabularies).flatMap(({ entries }) =>
      entries.flatMap(({ label }) => [label.key, label.bare]),
    ),
  );
  return key !== "" && (known.has(key) || (bare !== "" && known.has(bare)));
}
