import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const row = (label: string, cell: string) =>
  readHtml(`<table><tr><td>${label}</td><td>${cell}</td></tr></table>`).text;

test("a picture alone in a cell beside the label of a row may be a figure", () => {
  expect(row("行政许可", '<p><img src="3.gif" alt="3"></p>')).toContain("\uFFFD");
});

test.each([
  ["beside a figure", "行政许可", '3<img src="up.png">'],
  ["that only keeps room", "行政许可", '<img src="blank.gif" width="1">'],
  ["in a table that lays out a page", "网站首页", '<img src="logo.png">'],
])("a picture %s says nothing", (_, label, cell) => {
  expect(row(label, cell)).not.toContain("\uFFFD");
});
