import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { tableOf } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";
import { rowsInTwoLines } from "./two-lines.ts";

const table = tableOf(EDITION_2021, "requests");
const [block] = table.blocks;
const [row] = block?.rows ?? [];

/** Whether a row is told whose figures stand in some lines, the first of them beside its label. */
function isTold(...lines: string[]): boolean {
  if (!block || !row) throw new Error("the form has no requests");
  const token = (text: string, line: number, kind: Token["kind"]): Token => {
    return { start: 0, end: 0, text, kind, line, label: null };
  };
  const run = lines.flatMap((line, at) =>
    line
      .split(" ")
      .filter((text) => text !== "")
      .map((text) => token(text, at, text === "_" ? "blank" : "figure")),
  );
  const printed = { row, block, label: token(row.label.zh, 0, "word"), heads: [], blankHeads: [] };
  return rowsInTwoLines([{ ...printed, labels: 1, run }], table).length === 1;
}

test("a row in two lines that does not add up may have broken figures", () => {
  expect(isTold("27 53 172 247 10 42", "1")).toBe(true);
  expect(isTold("27 53 172 247 10", "_ 42 1")).toBe(true);
});

test("one line, one figure a line, or a row that adds up is no such thing", () => {
  expect(isTold("27 53 172 247 10 42 1")).toBe(false);
  expect(isTold("", "27", "53", "172", "247", "10", "42", "1")).toBe(false);
  expect(isTold("27", "53", "172", "247", "10", "42", "1")).toBe(false);
  expect(isTold("27 53 172 247 10 42", "551")).toBe(false);
  expect(isTold("27件 无 — 3 0 0", "30件")).toBe(false);
});
