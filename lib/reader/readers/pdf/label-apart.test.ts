import { expect, test } from "vitest";
import { figuresApart } from "./label-apart.ts";
import { type Piece, textOf } from "./lines.ts";
import { around, type Glyph } from "./page.ts";

/** Characters of size 10, each half as wide, `_` for a gap between two. */
function pieceOf(text: string, gap = 3): Piece {
  let at = 0;
  const glyphs = Array.from(text).flatMap((character): Glyph[] => {
    const left = at;
    at += character === "_" ? gap : 5;
    const box = { left, right: at, top: 0, bottom: 10 };
    return character === "_"
      ? []
      : [{ ...box, text: character, size: 10, turn: 0, isHidden: false }];
  });
  return { ...around(glyphs), glyphs, size: 10, text: textOf(glyphs) };
}

test.each([
  ["106_5126", ["106", "5126"]],
  ["1_0_22", ["1", "0", "22"]],
  ["5126", ["5126"]],
  ["1,067_12.5", ["1,067", "12.5"]],
  ["2022_年", ["2022年"]],
])("figures with room for a blank between them are apart: %s", (text, parts) => {
  expect(figuresApart(pieceOf(text)).map((piece) => piece.text)).toEqual(parts);
});

test("each figure keeps its own place", () => {
  const [first, second] = figuresApart(pieceOf("10_7"));
  expect([first?.left, first?.right, second?.left, second?.right]).toEqual([0, 10, 13, 18]);
});

test("digits set a little wide are one figure", () => {
  expect(figuresApart(pieceOf("10_7", 1)).map((piece) => piece.text)).toEqual(["107"]);
});
