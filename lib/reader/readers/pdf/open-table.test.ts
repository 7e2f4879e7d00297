import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";
import { tableRows } from "./open-table.ts";
import type { Glyph } from "./page.ts";

/** Characters of size 10 at their places; those of figures are half as wide. */
function glyphsOf(text: string, left: number, top: number): Glyph[] {
  let at = left;
  return Array.from(text).map((character) => {
    const box = {
      left: at,
      right: at + (/[\d\s-]/.test(character) ? 5 : 10),
      top,
      bottom: top + 10,
    };
    at = box.right;
    return { ...box, text: character, size: 10, turn: 0, isHidden: false };
  });
}

/** The texts of the rows of a table whose lines are given as words with their left edges, and perhaps how far below their line they stand. */
const rowsOf = (...lines: [string, number, number?][][]) => {
  const glyphs = lines.flatMap((words, index) =>
    words.flatMap(([text, left, off = 0]) => glyphsOf(text, left, index * 30 + off)),
  );
  const blocks = linesOf(glyphs).map((line) => ({ ...line, kind: "line" as const, page: 1 }));
  return tableRows(blocks).rows.map((row) => row.map(({ text }) => text));
};

const HEADS: [string, number][] = [
  ["信息内容", 0],
  ["本年制发件数", 100],
  ["本年废止件数", 200],
  ["现行有效件数", 300],
];
const RULES: [string, number][] = [
  ["规章", 0],
  ["12", 120],
  ["0", 220],
  ["7", 320],
];
const NORMS: [string, number][] = [
  ["行政规范性文件", 0],
  ["3", 120],
  ["1", 220],
  ["9", 320],
];
const whole = [
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", "12", "0", "7"],
  ["行政规范性文件", "3", "1", "9"],
];

test("the number of a page between two rows is no row, with or without dashes that stand apart", () => {
  expect(rowsOf(HEADS, RULES, [["第 3 页", 200]], NORMS)).toEqual(whole);
  expect(rowsOf(HEADS, RULES, [["- 3 -", 200]], NORMS)).toEqual(whole);
});

test("a figure between two dashes that stand as wide apart as columns is a row", () => {
  const row: [string, number][] = [
    ["-", 120],
    ["3", 220],
    ["-", 320],
  ];
  expect(rowsOf(HEADS, RULES, row, NORMS).flat()).toContain("-");
});

test("figures of a row that stand at different heights, so that their lines run into each other, are one row", () => {
  const lower = ([text, left]: [string, number]): [string, number, number] => [text, left, 6];
  const [label, made, repealed, inForce] = NORMS;
  if (!label || !made || !repealed || !inForce) throw new Error("a row was written");
  expect(rowsOf(HEADS, RULES, [lower(label), made, lower(repealed), inForce])).toEqual(whole);
  expect(rowsOf(HEADS, RULES, [label, lower(made), repealed, lower(inForce)])).toEqual(whole);
});

test("figures under each other in one column are not one row's, however close they stand", () => {
  const [label, made, repealed, inForce] = NORMS;
  if (!label || !made || !repealed || !inForce) throw new Error("a row was written");
  const rows = rowsOf(HEADS, RULES, [label, made, repealed, inForce, ["8", 220, 7], ["5", 320, 7]]);
  expect(rows.flat().filter((text) => /^\d+$/u.test(text))).toContain("8");
  expect(rows).not.toContainEqual(["行政规范性文件", "3", "8", "5"]);
});
