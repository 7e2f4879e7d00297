import { expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";
import type { Glyph, Rule } from "./page.ts";

const level = (y: number): Rule => ({ left: 100, right: 300, top: y, bottom: y, isLevel: true });
const steep = (x: number): Rule => ({ left: x, right: x, top: 100, bottom: 140, isLevel: false });
const RULES = [100, 120, 140].map(level).concat([100, 200, 300].map(steep));

function word(text: string, left: number, top: number): Glyph[] {
  return Array.from(text, (character, at) => ({
    text: character,
    left: left + at * 5,
    right: left + at * 5 + 5,
    top,
    bottom: top + 10,
    size: 10,
    turn: 0,
    isHidden: false,
  }));
}

test("the digits of a figure that hang over the edge of its table are part of it", () => {
  const glyphs = [
    ...word("甲", 110, 105),
    ...word("2460", 284, 105),
    ...word("乙", 110, 125),
    ...word("13", 297, 125),
    ...word("旁", 320, 125),
  ];
  const page = blocksOf({ width: 500, height: 800, glyphs, rules: RULES, pictures: [] }, 1);
  const [grid, ...rest] = page?.blocks ?? [];
  expect(grid?.kind === "grid" && grid.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ["甲", "2460"],
    ["乙", "13"],
  ]);
  expect(rest).toHaveLength(1);
});

const textsOf = (glyphs: readonly Glyph[]) => {
  const rules = [100, 120, 140].map(level).concat([100, 160, 220, 260, 300].map(steep));
  const page = blocksOf({ width: 500, height: 800, glyphs: [...glyphs], rules, pictures: [] }, 1);
  const [grid] = page?.blocks ?? [];
  return grid?.kind === "grid" ? grid.rows.map((row) => row.map(({ text }) => text)) : [];
};

test("digits that run through a rule into a cell with none of its own may be the figures of both, and are none", () => {
  const rows = textsOf([
    ...word("甲", 110, 105),
    ...word("1234567890", 198, 105),
    ...word("乙", 110, 125),
    ...word("5", 180, 125),
    ...word("678", 238, 125),
  ]);
  expect(rows[0]?.filter((text) => text.includes("\uFFFD"))).toHaveLength(2);
  expect(rows[1]).toEqual(["乙", "5", "678", ""]);
});

test("figures that run into an empty cell from both its sides are open, each", () => {
  const rows = textsOf([
    ...word("1234567890", 113, 105),
    ...word("1234567890", 217, 105),
    ...word("12345678.9", 113, 125),
  ]);
  expect(rows).toEqual([
    ["1234567890\uFFFD", "\uFFFD", "1234567890\uFFFD", "\uFFFD"],
    ["12345678.9\uFFFD", "\uFFFD", "", ""],
  ]);
});

test("digits that hang into a cell with a figure of its own leave that figure alone", () => {
  const rows = textsOf([
    ...word("甲", 110, 105),
    ...word("12345", 198, 105),
    ...word("7", 245, 105),
    ...word("乙", 110, 125),
  ]);
  expect(rows[0]).toEqual(["甲", "12345", "7", ""]);
});

test("a figure whose digits a rule parts is the figure of neither cell", () => {
  const rows = textsOf([
    ...word("甲", 110, 105),
    ...word("2460", 210, 105),
    ...word("乙", 110, 125),
    ...word("24", 209, 125),
    ...word("60", 221, 125),
  ]);
  expect(rows).toEqual([
    ["甲", "24\uFFFD", "60\uFFFD", ""],
    ["乙", "24", "60", ""],
  ]);
});
