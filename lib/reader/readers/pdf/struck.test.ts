import { describe, expect, it } from "vitest";
import type { Glyph, PageDrawing, Rule } from "./page.ts";
import { withoutStruck } from "./struck.ts";

/** Characters of ten points side by side, their baseline at 110. */
function glyphs(text: string, left = 100): Glyph[] {
  return Array.from(text, (character, at) => ({
    text: character,
    left: left + at * 5,
    right: left + at * 5 + 5,
    top: 101.5,
    bottom: 111.5,
    size: 10,
    turn: 0,
    isHidden: false,
  }));
}

const level = (left: number, right: number, y: number): Rule => ({
  left,
  right,
  top: y,
  bottom: y,
  isLevel: true,
});

const page = (text: string, rules: Rule[]): PageDrawing => ({
  width: 500,
  height: 800,
  glyphs: glyphs(text),
  rules,
  pictures: [],
});
const shown = ({ glyphs: left }: PageDrawing) => left.map(({ text }) => text).join("");

describe("withoutStruck", () => {
  it("leaves out what a line of its own length is drawn through, and the line", () => {
    const read = withoutStruck(page("365", [level(99.5, 110.5, 106)]));
    expect(shown(read)).toBe("5");
    expect(read.rules).toEqual([]);
  });

  it.each([
    ["a line under it", level(100, 115, 112)],
    ["a line over it", level(100, 115, 101)],
    ["the border of a cell", level(90, 140, 106.5)],
    ["a line beside it", level(117, 127, 106)],
  ])("keeps what has %s", (_, rule) => {
    const whole = page("365", [rule]);
    expect(withoutStruck(whole)).toBe(whole);
  });

  it("keeps what a line only joins over a gap", () => {
    const rule = level(100, 140, 106);
    const apart = { ...page("", [rule]), glyphs: [...glyphs("3"), ...glyphs("5", 135)] };
    expect(withoutStruck(apart)).toBe(apart);
  });
});
