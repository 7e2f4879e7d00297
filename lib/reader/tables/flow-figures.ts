import { LONE_NUMBER } from "../labels.ts";
import type { Token } from "../tokens.ts";

/** Figures that stand in one line with each other, or behind the words of a label that goes on in the next line. */
const FIGURES = /(?:^|\s)(?:\d+|[/—-])(?: +(?:\d+|[/—-]))*$/u;

/** All figures of a table in the order in which they were put down, each for itself. */
export function flowFigures(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.kind !== "figure" && token.kind !== "word") return [];
    if (LONE_NUMBER.test(token.text)) return [];
    const run = FIGURES.exec(token.text);
    if (!run) return token.kind === "figure" ? [token] : [];
    return [...run[0].matchAll(/\S+/gu)].map(({ 0: text, index }): Token => {
      const start = token.start + run.index + index;
      return { ...token, start, end: start + text.length, text, kind: "figure", label: null };
    });
  });
}
