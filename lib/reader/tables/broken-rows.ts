import { likeness } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Doubt } from "./doubt.ts";
import { cellsOf, type PrintedRow, type PrintedTable } from "./rows.ts";

/** Two characters may stand in any label. */
const SHORTEST = 3;
/** How like a label two pieces of one in other words have to be, and how much liker than the first alone. */
const LIKE = 0.6;
const MORE = 0.08;

/**
 * Rows the rest of whose label stands behind them with figures of its own, 一、本年新收政府信息公 54 12 and then 开申请数量 48 11:
 * in narrow columns the digits were broken over both lines.
 */
export function brokenRows({ rows, strangers }: PrintedTable, vocabulary: Vocabulary): Doubt[] {
  return strangers.flatMap((stranger): Doubt[] => {
    const before = rows.findLast(({ label }) => label.start < stranger.start);
    if (!before || before.run.length === 0 || !isRestOf(stranger, before, vocabulary)) return [];
    const { row } = before;
    const cells = cellsOf(before, vocabulary.table.key);
    return [{ code: "brokenRow", row, cells, words: stranger.text }];
  });
}

/** Whether words go on the label of a row: as the form has it, or nearly so. */
function isRestOf(stranger: Token, { row, label }: PrintedRow, vocabulary: Vocabulary): boolean {
  const [first, rest] = [label.label?.key, stranger.label?.key];
  if (!first || !rest) return false;
  const known = vocabulary.entries.flatMap(({ term, label: { key, bare } }) =>
    term.kind === "row" && term.row === row ? [key, bare] : [],
  );
  // To a label that is whole nothing can be added.
  if (known.includes(first)) return false;
  return known.some((whole) => {
    if (whole.startsWith(first)) return whole.slice(first.length).includes(rest);
    const [alone, both] = [likeness(first, whole), likeness(first + rest, whole)];
    return rest.length >= SHORTEST && both >= LIKE && both > alone + MORE;
  });
}
