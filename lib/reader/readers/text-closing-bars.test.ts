import { expect, test } from "vitest";
import { withClosingBars } from "./text-closing-bars.ts";

const CELLS = Array.from({ length: 10 }, (_, at) => `${at} |`);

test("a bar below a cell goes up to it, and each further one is a blank cell", () => {
  const text = [...CELLS, "一、甲项", "|", "3 |", "|", "乙项", "  |", "|", "5 |"].join("\n");
  const shown = [...CELLS, "一、甲项 |", "3 |", "|", "乙项   |", "|", "5 |"].join("\n");
  expect(withClosingBars(text)).toBe(shown);
});

test("so do those below every cell", () => {
  const cells = ["甲项", "3", "0", "3", "乙项", "1", "2", "3", "丙项", "0"];
  const text = cells.map((cell) => `${cell}\n|`).join("\n");
  expect(withClosingBars(text)).toBe(cells.map((cell) => `${cell} |`).join("\n"));
});

test.each([
  ["few bars", ["甲项", "|", "3 |"]],
  ["a line with bars above", [...CELLS, "甲 | 乙", "|"]],
  ["a heading, and a bar that opens a row", [...CELLS, "三、情况", "|", "甲项 |"]],
  ["a blank line between", [...CELLS, "甲项", "", "|"]],
])("what stays: %s", (_name, lines) => {
  expect(withClosingBars(lines.join("\n"))).toBe(lines.join("\n"));
});
