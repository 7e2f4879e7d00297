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

const MOVED = [
  "margin-top:-100px",
  "margin-top:-30px",
  "margin:-2em 0 2em",
  "position:relative;top:30px",
  "position:relative; bottom: 2rem",
  "transform:translateY(-28px)",
  "transform:translate(0, 24pt)",
  "translate:0 40px",
];
const UNMOVED = [
  "margin-top:-5px",
  "margin-top:-30px;padding-top:30px",
  "margin-top:30px",
  "position:absolute;top:50%;margin-top:-30px",
  "position:relative;top:2px",
  "top:30px",
  "transform:translate(-50%,-50%)",
  "transform:translateX(2px)",
  "margin:0 auto",
];

test.each(MOVED)("a figure that is moved into another row is told: %s", (style) => {
  expect(read(`<td><div style="${style}">8</div></td>`)).toContain(UNREADABLE);
  expect(read(`<td><div class="c">8</div></td>`, `.c{${style}}`)).toContain(UNREADABLE);
});

test.each(UNMOVED)("a figure that stays in its row is read: %s", (style) => {
  expect(read(`<td><div style="${style}">8</div></td>`)).toBe("8|");
});

test.each([
  ["[data-old]{display:none}", true],
  ["[data-old='1']{display:none}", true],
  ['td[data-old="2"]{display:none}', false],
  ['td[class^="C"]{display:none}', false],
  ['td[class^="C" i]{display:none}', true],
  ["td[class^=c][data-old~='1' i]{display:none}", true],
  [":is(.x,.c){display:none}", true],
  ["td:is(.x,.y){display:none}", false],
  ["tr :where(td.c, th.c){display:none}", true],
  ["td:not(.x){display:none}", true],
  ["td:not(.x,.c){display:none}", false],
  ["td.c:not(:hover){display:none}", true],
  ["tr td:nth-child(2){display:none}", true],
  ["tr td:nth-child(2n+1){display:none}", false],
  ["tr td:last-child{display:none}", true],
  ["td.c:first-child{display:none}", false],
  [".sm\\:c{display:none}", true],
  ["td.c:nth-of-type(even){display:none}", true],
  ["td.c:has(i){display:none}", false],
  [".c{display:var(--x)} :root{--x:none}", true],
  [".c{display:var(--x)} :root{--x:none} :root{--x:table-cell}", false],
  [".c{color:var(--y, #fff)} p{--x:none}", true],
  [".c{color:var(--a)} :root{--a:var(--b)} :root{--b:white}", true],
  // Set on some elements alone: nobody knows whether on this one.
  [".c{color:var(--a)} .p{--a:var(--b)} :root{--b:white}", false],
  [".c{display:var(--x)} .p{--x:none} .q{--x:table-cell}", false],
])("selectors and values of a sheet hide a lone figure or not: %s", (sheet, isTold) => {
  const cell = `<td class="c d sm:c" data-old="1">8</td>`;
  expect(read(cell, sheet).includes(UNREADABLE)).toBe(isTold);
});

test("many rules on one attribute, as sets of icons have, leave nothing open", () => {
  const icons = Array.from(
    { length: 300 },
    (_, at) => `[class^="icon-${at}"]:before,[class*=" icon-${at}"]:before{content:"${at}"}`,
  ).join("");
  expect(read(`<td class="c">8</td>`, icons)).toBe("8|");
  expect(read(`<td class="icon-7">8</td>`, icons)).toContain(UNREADABLE);
});

test("a value of its own style is followed too", () => {
  const cell = `<td><div style="display:block;opacity:var(--o)">8</div></td>`;
  expect(read(cell, ":root{--o:0}")).toContain(UNREADABLE);
  expect(read(cell, ":root{--o:1}")).toBe("8|");
});

test.each([
  ["brackets", `${":is(".repeat(60_000)}.c{display:none}`],
  ["alternatives", `${":is(.a,.b,.c)".repeat(20)}{display:none}`],
  ["attributes", `td${"[data-x=1]".repeat(20_000)}{display:none}`],
  ["values that hold values", `:root{--a:${"var(--a)".repeat(20)}} .c{display:var(--a)}`],
  [
    "many values",
    `${Array.from({ length: 20_000 }, (_, at) => `.p{--v${at}:var(--v${at + 1})}`).join("")}.c{color:var(--v1)}`,
  ],
  ["quotes", `[a="${'"'.repeat(100_000)}{display:none}`],
  ["many lists", "tr :is(td,th):not(.a,.b):nth-child(2n+1){display:none}".repeat(5000)],
])("sheets with %s end in bounded time", (_name, sheet) => {
  const rows = `<tr><td>a</td><td class="c">8</td></tr>`.repeat(3000);
  const begun = performance.now();
  readHtml(`<style>${sheet}</style><table>${rows}</table>`);
  expect(performance.now() - begun).toBeLessThan(8000);
});

test.each([
  ".x{display:none}td span{display:inline-block}",
  "td span{display:inline-block}.x{display:none}",
  "@media (min-width:600px){.x{display:none}}",
])("words in a line that one rule hides and another may show are told: %s", (sheet) => {
  expect(read(`<td><span class="x">8</span></td>`, sheet)).toContain(UNREADABLE);
  expect(read(`<td><span class="y">8</span></td>`, sheet)).toBe("8|");
});
