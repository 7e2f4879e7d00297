import { expect, test } from "vitest";
import { withoutPadding } from "./text-padding.ts";

const ROWS = [
  "甲项 | 1 | 0 | 1 | ||",
  "乙项 |  | 0 | 3 | ||",
  "丙项 | 4 |  |  | ||",
  "丁类 | 戊项 | 2 | 0 | 2 | |",
];
const bare = (text: string) => text.replace(/[^\S\n]+$/gmu, "");

test("bars that fill a row up go, in their places, and so does one alone where the row is full", () => {
  const text = ROWS.join("\n");
  expect(withoutPadding(text)).toHaveLength(text.length);
  expect(bare(withoutPadding(text))).toBe(
    [
      "甲项 | 1 | 0 | 1 |",
      "乙项 |  | 0 | 3 |",
      "丙项 | 4 |  |  |",
      "丁类 | 戊项 | 2 | 0 | 2 |",
    ].join("\n"),
  );
});

test("a row with one bar more may have lost a cell: it is left one short", () => {
  const short = "己项 | 2 | 5 | |";
  const full = ROWS.filter((row) => !row.includes("|  |"));
  const shown = (rows: readonly string[]) =>
    bare(withoutPadding([...rows, short].join("\n")))
      .split("\n")
      .at(-1);
  expect(shown([...full, "庚项 | 1 | 2 | 3 | ||", "辛项 | 1 | 2 | 3 | ||"])).toBe("己项 | 2 | 5 |");
  const wide = ROWS.map((row) => row.replace(" | ", " | 1 | "));
  expect(shown([...wide, "庚项 | 1 | 2 | 3 | |||"])).toBe("己项 | 2 | 5 |");
  expect(shown(ROWS)).toBe(short);
});

test("a row without a label below heads that are filled up keeps its figures", () => {
  const text = [...ROWS, "甲 | 总计 | |||", "3 | 不适用 | 0 | 3 |"].join("\n");
  expect(withoutPadding(text).split("\n").at(-1)).toBe("3 | 不适用 | 0 | 3 |");
});

test("a row of blanks keeps them", () => {
  const text = [...ROWS, "己项 |  |  |  | ||", "己类 | 庚项 |  |  |  | |"].join("\n");
  expect(bare(withoutPadding(text)).split("\n").slice(-2)).toEqual([
    "己项 |  |  |  |",
    "己类 | 庚项 |  |  |  |",
  ]);
});

test("cells in lines of their own", () => {
  const row = (...cells: string[]) => cells.map((cell) => `${cell}|`.trim()).join("\n");
  const text = [
    row("甲项 ", "1 ", "", "1 "),
    "||",
    row("乙项 ", "2 ", "0 ", ""),
    "||",
    row("丙项 ", "4 ", "0 ", "4 "),
    "||",
    row("丁类 ", "戊项 ", "2 ", "", "2 "),
    "|",
    row("己项 ", "", "", ""),
    "||",
  ].join("\n");
  const shown = bare(withoutPadding(text)).replace(/\n+/gu, "\n");
  expect(shown).toBe(
    "甲项 |\n1 |\n|\n1 |\n乙项 |\n2 |\n0 |\n|\n丙项 |\n4 |\n0 |\n4 |\n丁类 |\n戊项 |\n2 |\n|\n2 |\n己项 |\n|\n|\n|\n",
  );
});

test("a bar in a line of its own that opens each row", () => {
  const text = [
    "甲项 |\n1 |\n|\n1 | ||",
    "乙项 |\n2 |\n0 |\n2 | ||",
    "丙项 |\n|\n|\n3 | ||",
    "丁项 |\n1 |\n0 |\n1 | |",
  ]
    .map((row) => `|\n${row}`)
    .join("\n");
  const shown = bare(withoutPadding(text)).replace(/\n+/gu, "\n");
  expect(shown).toBe(
    "\n甲项 |\n1 |\n|\n1 |\n乙项 |\n2 |\n0 |\n2 |\n丙项 |\n|\n|\n3 |\n丁项 |\n1 |\n0 |\n1 |",
  );
});

test.each([
  ["bars that touch as blank cells", [...ROWS, "己项 | 1 || 3 | ||"]],
  ["few rows that are filled up", [...ROWS.slice(2), "己项 | 1 | 2 | 3 |"]],
])("what stays: %s", (_name, lines) => {
  expect(withoutPadding(lines.join("\n"))).toBe(lines.join("\n"));
});
