import { expect, test } from "vitest";
import { formHeads } from "./form-heads.ts";
import { linesOf, type Piece } from "./lines.ts";
import type { Glyph } from "./page.ts";

/** Words of ten points in a line, each in the middle of its place. */
function lineOf(words: readonly (readonly [text: string, middle: number])[]): Piece[] {
  const glyphs = words.flatMap(([text, middle]) =>
    Array.from(text, (character, at): Glyph => {
      const left = middle - text.length * 5 + at * 10;
      const box = { left, right: left + 10, top: 100, bottom: 110 };
      return { ...box, text: character, size: 10, turn: 0, isHidden: false };
    }),
  );
  return linesOf(glyphs).flatMap(({ pieces }) => pieces);
}

const HEADS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const heads = lineOf(
  Array.from({ length: 15 }, (_, at) => [HEADS[at % 5] ?? "", 50 * at + 25] as const),
);

test("the heads of rows side by side are the form's where they stand in its order", () => {
  const names = lineOf([
    ["行政复议", 125],
    ["行政诉讼", 500],
  ]);
  const kinds = lineOf([
    ["未经复议直接起诉", 375],
    ["复议后起诉", 625],
  ]);
  expect(formHeads([names, kinds, heads], () => true)?.columns).toHaveLength(15);
});

test("they are not where the lawsuits stand before the reconsiderations", () => {
  const names = lineOf([
    ["行政诉讼", 250],
    ["行政复议", 625],
  ]);
  const kinds = lineOf([
    ["未经复议直接起诉", 125],
    ["复议后起诉", 375],
  ]);
  expect(formHeads([names, kinds, heads], () => true)).toBeNull();
});
