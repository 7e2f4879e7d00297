import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const row = (label: string, cell: string) =>
  readHtml(`<table><tr><td>${label}</td><td>${cell}</td></tr></table>`).text;

test("a picture alone in a cell beside the label of a row may be a figure", () => {
  expect(row("行政许可", '<p><img src="3.gif" alt="3"></p>')).toContain("\uFFFD");
});

test.each([
  "<svg><text>5</text></svg>",
  "<span><canvas></canvas></span>",
  '<object data="5.svg"></object>',
  '<i data-n="5"></i>',
  '<style>td .n5::before{content:"5"}</style><i class="n5"></i>',
])("what is drawn alone in a cell may be a figure: %s", (cell) => {
  expect(row("行政许可", cell)).toContain("\uFFFD");
});

test("a picture in a table of the form may be a figure in a row without a label, too", () => {
  const heads = "<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td></tr>";
  const figures = '<tr><td>1</td><td><img src="5.png"></td><td>2</td></tr>';
  expect(readHtml(`<table>${heads}${figures}</table>`).text).toContain("\uFFFD");
});

test("a cell of very many elements is no figure, and is gone through", () => {
  const breaks = "<br>".repeat(130_000);
  expect(row("行政许可", `<p>${breaks}</p><img src="5.png">`)).not.toContain("\uFFFD");
});

test.each([
  ["that an editor left", "行政许可", '<br data-mce-bogus="1">'],
  ["that only keeps room", "行政许可", '<img src="blank.gif" width="1">'],
  ["in a table that lays out a page", "网站首页", '<img src="logo.png">'],
])("a picture %s says nothing", (_, label, cell) => {
  expect(row(label, cell)).not.toContain("\uFFFD");
});
