import { expect, test } from "vitest";
import { withoutSlashes } from "./text-slashes.ts";

const HEADS = "信息内容 / 本年制发件数 / 本年废止件数 / 现行有效件数";
const ROWS = ["规章 / 0 / 7 / 4", "行政规范性文件 / 1 / 8 / 5", "行政许可 / 2 / 1"];
const TABLE = [HEADS, ...ROWS];
const barred = (lines: readonly string[]) => lines.join("\n").replaceAll(" / ", " | ");

test("slashes between cells become bars", () => {
  expect(withoutSlashes(TABLE.join("\n"))).toBe(barred(TABLE));
});

test("a slash in the place of a figure stays", () => {
  const text = [...TABLE, "行政处罚 / / / 2 / /"].join("\n");
  expect(withoutSlashes(text)).toBe(`${barred(TABLE)}\n行政处罚 | / | 2 | /`);
});

test("a row may have no label, unless a slash comes first", () => {
  const text = [...TABLE, "0 / 7 / /", "/ / 0 / 7"].join("\n");
  expect(withoutSlashes(text)).toBe(`${barred(TABLE)}\n0 | 7 | /\n/ / 0 / 7`);
});

test("where slashes and figures do not take turns, cells are blank", () => {
  const text = [...TABLE, "行政处罚 /  / 2 / ", "行政强制 / / /"].join("\n");
  expect(withoutSlashes(text)).toBe(`${barred(TABLE)}\n行政处罚 |  | 2 | \n行政强制 | | |`);
});

test("a label and its first figure parted by a blank are two cells", () => {
  const text = [...TABLE, "1.属于国家秘密 6 / 3 / 0"].join("\n");
  expect(withoutSlashes(text)).toBe(`${barred(TABLE)}\n1.属于国家秘密|6 | 3 | 0`);
});

test.each([
  ["rows without heads", ROWS],
  ["heads with few rows", [HEADS, ...ROWS.slice(1)]],
  ["figures parted by blanks", [HEADS, "规章 0 / 4", "行政许可 / / /", "行政处罚 / 1 /"]],
  ["text with bars", [...TABLE, "甲 | 乙"]],
])("other slashes stay: %s", (_name, lines) => {
  expect(withoutSlashes(lines.join("\n"))).toBe(lines.join("\n"));
});
