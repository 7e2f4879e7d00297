import { expect, test } from "vitest";
import { wholeFigures } from "./broken-figures.ts";
import { linesOf } from "./lines.ts";
import type { Glyph } from "./page.ts";

/** Digits of size 10, each half as wide, from a place on. */
function digits(text: string, left: number, top: number): Glyph[] {
  return Array.from(text).map((character, at) => {
    const box = { left: left + at * 5, right: left + at * 5 + 5, top, bottom: top + 10 };
    return { ...box, text: character, size: 10, turn: 0, isHidden: false };
  });
}

const textsOf = (glyphs: readonly Glyph[]) =>
  linesOf(wholeFigures(glyphs)).map(({ pieces }) => pieces.map(({ text }) => text).join(" "));

test.each([
  ["in the middle of their cells", 105, 115],
  ["with a blank before the first and behind the last digit", 107.5, 112.5],
])("digits that go on below are one figure, %s", (_, first, second) => {
  const glyphs = [40, 100].flatMap((top) => [
    ...digits("41899", first, top),
    ...digits("9", second, top + 12),
  ]);
  expect(textsOf(glyphs)).toEqual(["418999", "418999"]);
});

test("figures of another column are not the rest of those above", () => {
  const glyphs = [...digits("41899", 105, 40), ...digits("9", 135, 52)];
  expect(textsOf(glyphs)).toEqual(["41899", "9"]);
});
