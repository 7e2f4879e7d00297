import { expect, test } from "vitest";
import { UNREADABLE } from "../lost.ts";
import { readHtml } from "./html.ts";
import { goesOf } from "./html-gone.ts";

/** What is read of the cell of a figure, with a style sheet. */
function read(cell: string, sheet = ""): string {
  const page = `<style>${sheet}</style><table><tr><td>行政许可</td>${cell}</tr></table>`;
  return readHtml(page)
    .text.replace(/^[\s\S]*行政许可\|/u, "")
    .replace(/\s/gu, "");
}

const AWAY = [
  "clip-path: inset(100%)",
  "clip-path:circle(0)",
  "text-indent:-9999px",
  "text-indent:100%;overflow:hidden",
  "margin-left:-999em",
  "transform:scale(0)",
  "transform: translateX(-9999px)",
  "filter:opacity(0)",
  "opacity:0",
  "font-size:0",
  "position:absolute;left:-9999px",
  "clip:rect(0 0 0 0)",
  "visibility:hidden",
];
const SMALL = ["width:0;overflow:hidden", "overflow:hidden; max-height: 0px !important"];
const SEEN = [
  "clip-path:inset(0)",
  "text-indent:2em",
  "text-indent:120px",
  "margin-left:-1px",
  "transform:scale(1)",
  "width:0",
  "overflow:hidden;height:20px",
  "filter:opacity(1)",
  "opacity:.9",
  "min-width:0;overflow:hidden",
];

test.each(AWAY)("a figure in a block that is not seen is told: %s", (style) => {
  const told = read(`<td><div class="c">8</div></td>`, `.c{${style}}`);
  expect(told).toContain(UNREADABLE);
  expect(read(`<td class="c">8</td>`, `.c{${style}}`)).toContain(UNREADABLE);
  if (style === "visibility:hidden") return;
  expect(read(`<td><div style="${style}">8</div></td>`)).toContain(UNREADABLE);
});

test.each(SMALL)(
  "a figure in a block without room is told, but a cell grows with its own: %s",
  (style) => {
    expect(read(`<td><div style="${style}">8</div></td>`)).toContain(UNREADABLE);
    expect(read(`<td><div class="c">8</div></td>`, `.c{${style}}`)).toContain(UNREADABLE);
    expect(read(`<td style="${style}">8</td>`)).toBe("8|");
    expect(read(`<td class="c">8</td>`, `.c{${style}}`)).toBe("8|");
  },
);

test.each(SEEN)("a figure that is seen is read: %s", (style) => {
  expect(read(`<td><div style="${style}">8</div></td>`)).toBe("8|");
  expect(read(`<td class="c">8</td>`, `.c{${style}}`)).toBe("8|");
});

test.each([
  ["@media screen{.c{display:none}}", true],
  ["@supports (display:grid){.c{display:none}}", true],
  ["@layer base{.c{display:none}}", true],
  ["@supports (-webkit-touch-callout:none){.c{display:none}}", false],
  ["@media print{.c{display:none}}", false],
  ["@media (max-width:600px){.c{display:none}}", false],
  [".c{display:none} @media (min-width:600px){.d{display:table-cell}}", false],
  [".c:empty{display:none}", false],
])("rules in groups hide on a screen or not: %s", (sheet, isTold) => {
  expect(read(`<td class="c d">8</td>`, sheet).includes(UNREADABLE)).toBe(isTold);
});

test.each([
  `<span aria-hidden="true">8</span>`,
  `<details><summary></summary>8</details>`,
  `<template>9</template>8<noscript>9</noscript>`,
  `8<span hidden>9</span>`,
])("what a page shows, now or once it is opened, is read: %s", (inner) => {
  expect(read(`<td>${inner}</td>`)).toBe("8|");
});

test("the heading of a part that can be folded away stands on its own line", () => {
  const page = "<details><summary>一、总体情况</summary>本年度没有。</details>";
  expect(readHtml(page).text.trim().split(/\n+/u)).toEqual(["一、总体情况", "本年度没有。"]);
});

test.each([
  " transform:translate(",
  " filter:",
  " filter:opacity( ",
  "margin : ",
  "width:0 !important ",
])("a style of nothing but %j is read in one pass", (part) => {
  expect(goesOf(part.repeat(200_000 / part.length))).toEqual([]);
});
