import { expect, test } from "vitest";
import type { TextCell } from "./blocks.ts";
import { rejoined } from "./rejoin.ts";

/** A row of a ruled table, its cells side by side. */
const row = (page: number, ...texts: readonly string[]): TextCell[] =>
  texts.map((text, at) => ({
    text,
    page,
    left: 100 + 40 * at,
    right: 140 + 40 * at,
    top: 100,
    bottom: 120,
    rows: [0, 0],
    columns: [at, at],
  }));
const textsOf = (above: TextCell[], ...below: TextCell[][]) =>
  rejoined([above], below).map((cells) => cells.map(({ text }) => text));

const NEXT = row(2, "（七）总计", "5", "0", "0");

test("figures whose digits go on below the end of a page are neither whole nor put together", () => {
  const cut = row(1, "2.重复申请", "129", "234", "0");
  expect(textsOf(cut, row(2, "", "6", "", ""), NEXT)).toEqual([
    ["2.重复申请", "129 6", "234", "0"],
    ["（七）总计", "5", "0", "0"],
  ]);
});

test("a label that is one only with its rest below holds its row together, figures in both parts too", () => {
  const cut = row(1, "（四）结转下年", "129", "234", "7");
  const above = row(1, "四、结转下年度继", "129", "234", "7");
  const below = row(2, "续办理", "6", "0", "");
  expect(textsOf(above, below)).toEqual([["四、结转下年度继续办理", "129 6", "234 0", "7"]]);
  expect(textsOf(cut, row(2, "甲", "6", "0", ""))).toHaveLength(2);
});

test.each([
  ["a row of its own has a label", ["3.其他", "6", "", ""]],
  ["a row without a label that is full", ["", "6", "1", "0"]],
  ["a figure below a blank", ["", "", "", "6"]],
])("%s: it stays apart", (_, texts) => {
  expect(textsOf(row(1, "2.重复申请", "129", "234", ""), row(2, ...texts))).toHaveLength(2);
});
