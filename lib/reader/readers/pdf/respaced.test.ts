import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";
import type { Glyph } from "./page.ts";
import { closedUp, withSpacedFigures } from "./respaced.ts";

/** Characters of ten points, six wide, each with the room before it that is given. */
function piecesOf(text: string, rooms: readonly number[], gap: number) {
  let right = 100;
  const glyphs = Array.from(text, (character, at): Glyph => {
    const left = right + (rooms[at] ?? 0);
    right = left + 6;
    const box = { left, right, top: 100, bottom: 110 };
    return { ...box, text: character, size: 10, turn: 0, isHidden: false };
  });
  return linesOf(glyphs, gap).flatMap(({ pieces }) => pieces);
}
const texts = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text);

test.each([
  ["spaced out around a point", "1.82", [0, 5, 5, 5], ["1.82"]],
  ["spaced out around a comma", "1,234", [0, 5, 5, 0, 0], ["1,234"]],
  ["side by side without a point", "182", [0, 5, 5], ["1", "8", "2"]],
  ["the next column further off", "1.82", [0, 5, 5, 12], ["1.8", "2"]],
  ["a point with nothing behind it", "1.", [0, 5], ["1", "."]],
])("%s", (_, text, rooms, expected) => {
  expect(texts(withSpacedFigures(piecesOf(text, rooms, 0.4)))).toEqual(expected);
});

test("a figure with room on both sides of its point is one, two figures are not", () => {
  expect(texts(piecesOf("1.82", [0, 5, 5, 5], 0.9).map(closedUp))).toEqual(["1.82"]);
  expect(texts(piecesOf("1.82", [0, 0, 0, 5], 0.9).map(closedUp))).toEqual(["1.8 2"]);
});
