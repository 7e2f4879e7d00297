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
  expect(
    lines("不予公开", "1.属于国家秘密<br>2.其他法律行政法规禁止公开", "1<br>0", "2<br>", "3<br>/"),
  ).toEqual(["不予公开|1.属于国家秘密|1|2|3|", "2.其他法律行政法规禁止公开|0||/|"]);
});

test("paragraphs in cells are lines as well", () => {
  const two = (a: string, b: string) => `<p>${a}</p><p>${b}</p>`;
  expect(
    lines("组", two("1.重复申请", "2.其他"), two("1", "2"), two("3", "4"), two("4", "6")),
  ).toEqual(["组|1.重复申请|1|3|4|", "2.其他|2|4|6|"]);
});

test.each([
  [["组", "重复申请<br>其他", "1", "2", "3"]],
  [["组", "重复申请<br>其他", "1<br>2", "3<br>4<br>5", "6<br>7"]],
  [["组", "重复申请<br>其他", "1<br>2", "说明<br>文字", "6<br>7"]],
  [["组", "重复<br>申请", "1<br>2", "3<br>4", "4<br>6"]],
])("what does not come out even stays one row: %j", (cells) => {
  expect(lines(...cells)).toHaveLength(1);
});
