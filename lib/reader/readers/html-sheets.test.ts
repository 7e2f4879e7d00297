import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const cell = (sheet: string, inner: string) =>
  readHtml(`<style>${sheet}</style><table><tr><td>行政许可</td><td>${inner}</td></tr></table>`)
    .text;

test.each([
  [".x{display:none}", '25<span class="a x">7</span>'],
  ["span.x , #y { color:red; visibility : hidden }", '25<b id="y">7</b>'],
  ["/* .z{} */ .x{font-size:0px}", '25<i class="x">7</i>'],
  ["<!-- .x{text-decoration:line-through} -->", '25<i class="x">7</i>'],
  ["", '25<span style="color:red;font-size:0">7</span>'],
  ["", '25<span style="opacity: 0 !important">7</span>'],
  [".x{position:absolute;left:-9999px}", '25<span class="x">7</span>'],
  [".x{position:absolute;clip:rect(0,0,0,0)}", '25<span class="x">7</span>'],
  ["", '25<span style="text-indent:-9999px">7</span>'],
  ["", '25<font color="#FFFFFF">7</font>'],
  ["", '25<span style="background:none;color: rgb(255, 255, 255)">7</span>'],
  ["td .x{text-decoration:line-through}", '25<span class="x">7</span>'],
  ["tr td i{display:none}", '25<i class="x">7</i>'],
  ["span.x.y{display:none}", '25<span class="y x">7</span>'],
  ["#z .w span.x, span.new{display:none}", '25<span class="new">7</span>'],
  ["h1,td > .x{visibility:hidden}", '25<span class="x">7</span>'],
  // Whether they hide it nobody can tell without a browser.
  [".x:not(.z){display:none}", '25<span class="x">7</span>'],
  ["b + .x{display:none}", '25<span class="x">7</span>'],
  ["i{display:none}", "25<i>7</i>"],
  [".x{display:none} td .x{display:inline}", '25<span class="x">7</span>'],
  ["@media screen{.x{display:none}}", '25<span class="x">7</span>'],
  ['@charset "utf-8";.x{display:none}', '25<span class="x">7</span>'],
  ["", '25<span class="sr-only">7</span>'],
  ["", '25<b><span class="a visually-hidden">7</span></b>'],
  ["", '25<span class="d-none d-md-inline">7</span>'],
  [".x{vertical-align:super;font-size:70%}", '25<span class="x">7</span>'],
])("what a style sheet hides beside a figure is no digit of it: %s %s", (sheet, inner) => {
  expect(cell(sheet, inner)).toMatch(/25(?!7)/u);
});

test.each([
  ["@media print{.x{display:none}}", '25<span class="x">7</span>'],
  ["@media (max-width:768px){.x{display:none}}", '25<span class="x">7</span>'],
  ['</style><style media="print">.x{display:none}', '25<span class="x">7</span>'],
  [".tab .x{display:none}", '25<span class="x">7</span>'],
  [".x{display:none}", '25<span class="xy">7</span>'],
  ["div > .x{display:none}", '25<span class="x">7</span>'],
  [".x.y{display:none}", '25<span class="x">7</span>'],
  [".x:hover{display:none}", '25<span class="x">7</span>'],
  [".x::before{display:none}", '25<span class="x">7</span>'],
  ["", '<span class="hide">257</span>'],
  ["", '25<span class="hide-me">7</span>'],
  [".x{vertical-align:middle}", '25<span class="x">7</span>'],
  [".x{opacity:0.5;font-size:0.9em}", '25<span class="x">7</span>'],
  [".x{left:-10px;text-indent:-2em}", '25<span class="x">7</span>'],
  ["", '25<span style="background-color:#fff">7</span>'],
  [".x{display:none", '25<span class="x">7</span>'],
  [".x{display:none}", '<p class="x">257</p>'],
  ["", '<span style="font-size:0"><span style="font-size:12px">257</span></span>'],
])(
  "what a style sheet may show is read, parted where it may not look alike: %s %s",
  (sheet, inner) => {
    expect(cell(sheet, inner)).toMatch(/25 ?7/u);
  },
);

test("long sheets that never close take no longer than others", () => {
  expect(cell("{".repeat(200_000) + ".x ".repeat(100_000), "257")).toContain("257");
});

test("many rules on one name and deep pages take no longer than others", () => {
  const rules = Array.from({ length: 20_000 }, (_, index) => `.a${index} .x{display:none}`);
  const deep = `${rules.map((_, index) => `<i class="x a${index}">`).join("")}7`;
  expect(cell(rules.join(""), `25${deep}`)).toMatch(/25(?!7)/u);
});

test("a rule with very many selectors and a long body takes no longer than others", () => {
  const body = `display:none;${"color:red;".repeat(80_000)}`;
  expect(cell(`${".a,".repeat(250_000)}.x{${body}}`, '25<i class="x">7</i>')).toMatch(/25(?!7)/u);
});
