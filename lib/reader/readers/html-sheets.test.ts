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
])("what a style sheet hides beside a figure is no digit of it: %s %s", (sheet, inner) => {
  expect(cell(sheet, inner)).toMatch(/25(?!7)/u);
});

test.each([
  ["@media print{.x{display:none}}", '25<span class="x">7</span>'],
  [".tab .x{display:none}", '25<span class="x">7</span>'],
  [".x{display:none}", '25<span class="xy">7</span>'],
  [".x{opacity:0.5;font-size:0.9em}", '25<span class="x">7</span>'],
  [".x{left:-10px;text-indent:-2em}", '25<span class="x">7</span>'],
  ["", '25<span style="background-color:#fff">7</span>'],
  [".x{display:none", '25<span class="x">7</span>'],
  [".x{display:none}", '<p class="x">257</p>'],
  ["", '<span style="font-size:0"><span style="font-size:12px">257</span></span>'],
])("what a style sheet may show is read: %s %s", (sheet, inner) => {
  expect(cell(sheet, inner)).toContain("257");
});

test("long sheets that never close take no longer than others", () => {
  expect(cell("{".repeat(200_000) + ".x ".repeat(100_000), "257")).toContain("257");
});
