import type { Token } from "../tokens.ts";
import type { Reading } from "./doubt.ts";
import type { GluedRun } from "./glued.ts";

/** Leaves out rows printed twice of which only one could be read, where the other shows other figures: those of another year, or of other organs. */
export function noteAgain(reading: Reading): void {
  for (const again of reading.glued) compare(reading, again);
}

/** A row that was read against the same row printed again. */
function compare(reading: Reading, { keys, rows, words, label, tokens }: GluedRun): void {
  const cells = [...keys];
  const read = cells.flatMap((key) => reading.cells.get(key) ?? []);
  if (read.length === 0 || digitsOf(read) === digitsOf(tokens)) return;
  for (const key of cells) reading.cells.delete(key);
  const seen = [
    { cells, tokens: read },
    { cells, tokens: label ? [label, ...tokens] : tokens },
  ];
  const about = { cells, words, seen, ...(rows[0] ? { row: rows[0] } : {}) };
  reading.doubts.push({ code: "conflict", ...about });
}

/** The figures of a row without the room between them, which may have been lost. */
function digitsOf(tokens: readonly Token[]): string {
  return tokens.flatMap(({ kind, text }) => (kind === "figure" ? [text] : [])).join("");
}
