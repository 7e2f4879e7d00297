import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import { loneNones } from "./lone-nones.ts";
import type { PrintedRow } from "./rows.ts";

const table = tableOf(EDITION_2021, "requests");
const [block] = table.blocks;
if (!block) throw new Error("the form has no requests");

const token = (text: string): Token => {
  const kind = text === "" ? "blank" : "figure";
  return { start: 0, end: 0, text, kind, line: 0, label: null };
};
/** The rows of the form with these figures, the others full. */
const rowsWith = (own: Readonly<Record<number, string>>): PrintedRow[] =>
  block.rows.map((row, at) => ({
    ...{ row, block, label: token(row.label.zh), heads: [], blankHeads: [], labels: 1 },
    run: (own[at] ?? "1|2|0|1|0|4|8").split("|").map(token),
  }));
const doubted = (own: Readonly<Record<number, string>>) =>
  loneNones(rowsWith(own), table).map(({ row, cells }) => [row?.key, cells.length]);

test.each(["无", "0", "/", "——"])(
  "%s alone amid blanks may stand for all cells of its row",
  (word) => {
    expect(doubted({ 4: `||${word}||||`, 6: `|||${word}|||` })).toEqual([
      [block.rows[4]?.key, block.columns.length],
      [block.rows[6]?.key, block.columns.length],
    ]);
  },
);

test("a figure alone, a total, or a row with more than one is no such thing", () => {
  expect(doubted({ 4: "|||3|||", 5: "||||||0", 6: "0||0||||" })).toEqual([]);
});

test("beside rows with blanks of their own a lone none is nothing odd", () => {
  const most = block.rows
    .slice(0, -4)
    .map((_, at) => [at, at % 2 ? "|||0|||" : "1||||2||3"] as const);
  expect(doubted(Object.fromEntries(most))).toEqual([]);
});

test("many rows of one none each, beside a few full ones, are all told", () => {
  const most = block.rows.slice(0, -4).map((_, at) => [at, "无||||||"] as const);
  expect(doubted(Object.fromEntries(most))).toHaveLength(most.length);
});
