import { parseRaw } from "#lib/editions/cell-value.ts";
import type { Column } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";

const COUNT: Column = { key: "count", label: { zh: "", en: "" }, type: "count" };
const NUMERAL = /^[〇零一二两三四五六七八九十百千]{1,9}\p{Script=Han}{0,2}$/u;

/** Takes Chinese numerals among figures for figures: 三 may also be the first character of a label. */
export function withNumerals(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const result = [...tokens];
  // From the end, since a numeral is told by what follows it.
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind !== "word" || !isNumeral(token.text)) continue;
    if (isBoundary(tokens[index - 1], vocabulary) && isBoundary(result[index + 1], vocabulary))
      result[index] = { ...token, kind: "figure", label: null };
  }
  return result;
}

/** Whether a cell holds a count in Chinese numerals, perhaps with its unit. */
export function isNumeral(text: string): boolean {
  return NUMERAL.test(text) && parseRaw({ column: COUNT }, text).state === "number";
}

function isBoundary(token: Token | undefined, vocabulary: Vocabulary): boolean {
  if (token?.kind !== "word") return true;
  return isNumeral(token.text) || (token.label !== null && vocabulary.knows(token.label));
}
