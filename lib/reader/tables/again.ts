import type { Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import type { Reading } from "./doubt.ts";
import type { SeenRow } from "./seen-row.ts";

/** Rows printed twice with other figures that show a table to be there twice. */
const ROWS_OF_TWO_TABLES = 2;

/** Leaves out rows printed twice of which only one could be read, where the other shows other figures: those of another year, or of other organs. */
export function noteAgain(reading: Reading): void {
  for (const { keys, rows, words, label, tokens } of reading.glued)
    compare(reading, { cells: keys, tokens: label ? [label, ...tokens] : tokens }, words, rows[0]);
  const conflicts = reading.doubts.filter(({ code }) => code === "conflict");
  if (conflicts.length < ROWS_OF_TWO_TABLES) return;
  for (const alone of reading.labelsAlone)
    compare(reading, alone, alone.tokens[0]?.text ?? "", undefined);
}

/** A row that was read against the same row printed again. */
function compare(reading: Reading, again: SeenRow, words: string, row: Row | undefined): void {
  const { cells } = again;
  const read = cells.flatMap((key) => reading.cells.get(key) ?? []);
  if (read.length === 0 || digitsOf(read) === digitsOf(again.tokens)) return;
  for (const key of cells) reading.cells.delete(key);
  const seen = [{ cells, tokens: read }, again];
  const about = { cells: [...cells], words, seen, ...(row ? { row } : {}) };
  reading.doubts.push({ code: "conflict", ...about });
}

/** The figures of a row without the room between them, which may have been lost. */
function digitsOf(tokens: readonly Token[]): string {
  return tokens.flatMap(({ kind, text }) => (kind === "figure" ? [text] : [])).join("");
}
