import type { CellKey, Cells } from "#lib/editions/content.ts";

/** The doubts still to be settled: a figure that was typed anew is nobody's guess any more, as the server holds too. */
export function openDoubts<Doubt extends { cell: CellKey }>(
  doubts: readonly Doubt[],
  loaded: Cells,
  typed: Cells,
): Doubt[] {
  return doubts.filter(({ cell }) => loaded[cell]?.raw === typed[cell]?.raw);
}
