import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const cell = (inner: string) =>
  readHtml(`<table><tr><td>行政许可</td><td>${inner}</td></tr></table>`).text;

test.each([
  '5<span style="vertical-align: super; font-size: 9px">1</span>',
  '5<span style="vertical-align:text-top">1</span>',
  '5<span style="vertical-align:30%">1</span>',
  '5<span style="vertical-align:-.2em">1</span>',
  "<span>5<span style='mso-text-raise:6.0pt;position:relative;top:-5px'>1</span></span>",
  '5<b style="position: relative; bottom: 3px">1</b>',
  '5<a href="#fn1">1</a>',
  '<a href="report.htm#_ftn1">1</a>5',
  '5<span class="a MsoFootnoteReference">1</span>',
])("the mark of a note beside a figure is no digit of it: %s", (inner) => {
  expect(cell(inner)).toMatch(/5 1|1 5/u);
});

test.each([
  '5<span style="vertical-align:middle">1</span>',
  '5<span style="vertical-align:baseline">1</span>',
  '5<span style="vertical-align:0.0px">1</span>',
  '5<span style="position:relative;top:0">1</span>',
  '5<a href="detail.html">1</a>',
  '5<span class="MsoNormal">1</span>',
])("what stands on the line of a figure is part of it: %s", (inner) => {
  expect(cell(inner)).toContain("51");
});

test("what a spreadsheet's page says in the note of a cell is no part of its figure", () => {
  expect(cell('<a class="comment-indicator"></a>\n<comment>去年为15件</comment>\n25')).toMatch(
    /行政许可\| 25\|/u,
  );
});
