import { parse } from "parse5";
import { expect, test } from "vitest";
import { tableRows } from "./html-grid.ts";
import { elementsOf } from "./html-visible.ts";

/** The text of the one cell of a table, a blank where its pieces are parted. */
function cellOf(html: string): string {
  const page = parse(`<table><tr><td>${html}</td></tr></table>`, { sourceCodeLocationInfo: true });
  const table = elementsOf(page.childNodes).find(({ tagName }) => tagName === "table");
  const [grid] = table ? tableRows(table) : [];
  const [cell] = grid?.kind === "grid" ? (grid.rows[0] ?? []) : [];
  return cell?.nodes.map((node) => node?.value ?? " ").join("") ?? "";
}

test.each([
  ["a small mark", "5<small>1</small>"],
  ["a mark of another size", "5<font size=1>1</font>"],
  ["a mark with a class", '5<i class="note">1</i>'],
  ["a mark by its style", '5<span style="font-size: 8px">1</span>'],
  ["the aim of a link", '5<a name="_ftnref1">1</a>'],
  ["twins for two kinds of screens", '<span class="xs">5</span><span class="lg">5</span>'],
  [
    "figures that float apart",
    '<span style="float:left">5</span><span style="float:right">1</span>',
  ],
])("digits that touch and do not look alike are parted: %s", (_, html) => {
  expect(cellOf(html)).toMatch(/^5 +[15]$/u);
});

test.each([
  ["pieces of one figure", "<span>2</span><span>1</span>"],
  [
    "pieces with the same look",
    '<span style="font-size:12.0pt">2</span><span style="font-size: 12.0pt;">1</span>',
  ],
  [
    "pieces in fonts of other names",
    '<span style="font-family:SimSun">2</span><span style="font-family:Arial">1</span>',
  ],
  ["a bold digit", "<b>2</b>1"],
])("pieces of one figure stay together: %s", (_, html) => {
  expect(cellOf(html)).toBe("21");
});
