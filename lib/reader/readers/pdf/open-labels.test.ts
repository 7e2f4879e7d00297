import { expect, test } from "vitest";
import type { Piece } from "./lines.ts";
import { labelBlocks, withoutStacks } from "./open-labels.ts";
import type { OpenLine } from "./open-line.ts";

function piece(text: string, left: number, top: number): Piece {
  const box = { left, right: left + 10 * text.length, top, bottom: top + 10 };
  const glyphs = Array.from(text, (character, at) => ({
    ...box,
    left: left + at * 10,
    right: left + at * 10 + 10,
    text: character,
    size: 10,
    turn: 0 as const,
    isHidden: false,
  }));
  return { ...box, text, glyphs, size: 10 };
}

/** Lines fifteen points apart, of words and where they stand. */
const linesOf = (rows: readonly (readonly [text: string, left: number][])[]): OpenLine[] =>
  rows.map((row, at) => {
    const pieces = row.map(([text, left]) => piece(text, left, 100 + at * 15));
    return { left: 0, right: 500, top: 100 + at * 15, bottom: 110 + at * 15, page: 1, pieces };
  });

const stacks = (lines: OpenLine[]) =>
  withoutStacks(lines, ({ text }) => /^\d+$/u.test(text)).stacks.map(({ text }) => text);

test("the end of a head with figures in words under it is no label from top to bottom", () => {
  expect(
    stacks(
      linesOf([
        [["业", 100]],
        [
          ["0", 60],
          ["零", 100],
          ["零", 140],
        ],
        [
          ["零", 100],
          ["0", 140],
        ],
      ]),
    ),
  ).toEqual([]);
});

test("a label printed one character a line is one", () => {
  expect(
    stacks(
      linesOf([
        [
          ["不", 20],
          ["0", 100],
        ],
        [
          ["予", 20],
          ["0", 100],
        ],
        [
          ["公", 20],
          ["3", 100],
        ],
      ]),
    ),
  ).toEqual(["不予公"]);
});

/** Labels and figures in lines set as closely as those of one label. */
function labelsOf(rows: readonly (readonly [text: string, left: number][])[]): string[] {
  const lines = rows.map((row, at): OpenLine => {
    const pieces = row.map(([text, left]) => piece(text, left, 100 + at * 14));
    return { left: 0, right: 500, top: 100 + at * 14, bottom: 110 + at * 14, page: 1, pieces };
  });
  const anchors = lines.filter(({ pieces }) => pieces.some(({ text }) => /^\d+$/u.test(text)));
  const heads = lines.slice(0, 1);
  return labelBlocks(lines, 200, heads, anchors).blocks.map(({ text }) => text);
}

test("the head over the labels is no part of the first of them, however close they stand", () => {
  const lines: [string, number][][] = [
    [
      ["信息内容", 100],
      ["本年处理决定数量", 210],
    ],
    [
      ["行政处罚", 100],
      ["4", 210],
    ],
    [
      ["行政强制", 100],
      ["0", 210],
    ],
  ];
  expect(labelsOf(lines)).toEqual(["行政处罚", "行政强制"]);
});

test("a label goes on in the next line where only both together are one", () => {
  const lines: [string, number][][] = [
    [["本年收费金额", 210]],
    [["行政事", 100]],
    [
      ["业性收费", 100],
      ["4", 210],
    ],
  ];
  expect(labelsOf(lines)).toEqual(["行政事业性收费"]);
});
