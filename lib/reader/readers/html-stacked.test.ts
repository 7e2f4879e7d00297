import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const lines = (...cells: string[]) =>
  readHtml(
    `<table><tr><td>甲</td><td>一</td><td>二</td><td>三</td><td>总计</td></tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table>`,
  )
    .text.trim()
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/\s/gu, ""));

test("rows stacked in one by line breaks are rows of their own, what has one line stands beside them", () => {
  expect(lines("不予公开", "1.甲<br>2.乙", "1<br>0", "2<br>", "3<br>/")).toEqual([
    "不予公开|1.甲|1|2|3|",
    "2.乙|0||/|",
  ]);
});

test("paragraphs in cells are lines as well", () => {
  const two = (a: string, b: string) => `<p>${a}</p><p>${b}</p>`;
  expect(lines("组", two("甲", "乙"), two("1", "2"), two("3", "4"), two("4", "6"))).toEqual([
    "组|甲|1|3|4|",
    "乙|2|4|6|",
  ]);
});

test.each([
  [["组", "甲<br>乙", "1", "2", "3"]],
  [["组", "甲<br>乙", "1<br>2", "3<br>4<br>5", "6<br>7"]],
  [["组", "甲<br>乙", "1<br>2", "说明<br>文字", "6<br>7"]],
])("what does not come out even stays one row: %j", (cells) => {
  expect(lines(...cells)).toHaveLength(1);
});
