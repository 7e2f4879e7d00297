import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const table = (cells: string) =>
  readHtml(`<table><tr><td>行政许可</td>${cells}</tr><tr><td>行政处罚</td><td></td></tr></table>`);

test.each([
  ["behind its cell", "<td></td>5"],
  ["before its cell", "5<td></td>"],
  ["in a tag of its own", "<td></td><span>5</span><td>0</td>"],
])("a figure %s of a table leaves no blank behind in silence", (_, cells) => {
  const { text } = table(cells);
  expect(text).toMatch(/行政许可\|(?:0\|)?\uFFFD\|/u);
});

test("figures between many cells leave none of them blank", () => {
  expect(table("<td></td>5<td></td>6<td>1</td><td></td>7").text).toContain(
    "\uFFFD|\uFFFD|1|\uFFFD|",
  );
});

test.each([
  ["words beside the cells", "<td></td>注<td></td>"],
  ["figures in their cells", "<td>5</td><td></td>"],
])("%s leave blanks as they are", (_, cells) => {
  expect(table(cells).text).not.toContain("\uFFFD");
});

test("words right before a table hide no figures that are put beside them", () => {
  const moved = "<p>一</p>\n<table><tr><td>行政许可</td><td></td>5</tr></table>";
  expect(readHtml(moved).text).toContain("行政许可|\uFFFD|");
});

test("figures above a table are none of its own", () => {
  expect(readHtml("5<table><tr><td>行政许可</td><td></td></tr></table>").text).not.toContain(
    "\uFFFD",
  );
});
