import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

/** What stands in the cell beside a label, in a page with this style sheet. */
function shown(cell: string, sheet = "", row = ""): string | undefined {
  const page = `<style>${sheet}</style><table><tr ${row}><td>行政许可</td>${cell}</tr></table>`;
  return readHtml(page).text.split("|")[1]?.trim();
}

const TURNED = "direction:rtl;unicode-bidi:bidi-override";

test.each([
  ["<td><bdo dir=rtl>12</bdo></td>", ""],
  [`<td style="${TURNED}">12</td>`, ""],
  [`<td><span style="${TURNED}">12</span></td>`, ""],
  ["<td class=r>12</td>", `.r{${TURNED}}`],
  ['<td><p style="display:flex;flex-direction:row-reverse"><b>1</b><b>2</b></p></td>', ""],
  ["<td><b>1</b><b>2</b></td>", "b{float:right}"],
  ['<td style="transform:scaleX(-1)">12</td>', ""],
  ['<td style="transform:rotate(0deg) rotate(180deg)">12</td>', ""],
  ["<td>12</td>", "td{transform:matrix(-1,0,0,1,0,0)}"],
])("a figure that a style turns round is told: %s", (cell, sheet) => {
  expect(shown(cell, sheet)).toMatch(/^1\s*2\s*\uFFFD$/u);
});

test.each([
  ["<td><bdo dir=ltr>12</bdo></td>", ""],
  ["<td dir=rtl>12</td>", ""],
  ['<td><span style="float:right">12</span></td>', ""],
  ["<td><bdo dir=rtl>2</bdo></td>", ""],
  ["<td>12</td>", `.r{${TURNED}}`],
  ["<td>12</td>", "td{transform:translate3d(0,0,0)}"],
  ["<td>12</td>", "td{transform:rotate(0deg)}"],
  ["<td>12</td>", "td{transform: rotateZ( 0 ) matrix(1, 0, 0, 1, 0, 0)}"],
])("a figure that is not turned round is no doubt: %s", (cell, sheet) => {
  expect(shown(cell, sheet)).toMatch(/^1?2$/u);
});

test.each([
  ['<td style="color:#fff">5</td>', ""],
  ['<td><span style="color: white !important">5</span></td>', ""],
  ["<td><font color=#FEFEFE>5</font></td>", ""],
  ['<td><span style="color:rgba(0,0,0,0)">5</span></td>', ""],
  ['<td style="background:blue;color:transparent">5</td>', ""],
  ['<td bgcolor="#dddddd" style="color:#ddd">5</td>', ""],
  ["<td class=w>5</td>", ".w{color:#fff}"],
  ['<td style="background:none repeat scroll 0 0 #000;color:#000">5</td>', ""],
  ["<td>5</td>", "td{color:var(--a);background:var(--a)}"],
  ['<td style="background:no-repeat #333;color:#333">5</td>', ""],
  ['<td style="background:0px 10% no-repeat black;color:#000">5</td>', ""],
  ['<td style="background:scroll rgb(0, 0, 0) left;color:#000">5</td>', ""],
  ['<td style="background:repeat scroll 0 0;color:#fff">5</td>', ""],
  ['<td bgcolor="ffffff" style="color:#fff">5</td>', ""],
  ['<td bgcolor="dddddd"><font color="DDDDDD">5</font></td>', ""],
  [`<td style="color:#fff">${"<span>".repeat(55)}5`, ""],
  [`<td style="color:#fff">${"<span>".repeat(70)}5`, ""],
  ["<td>5</td>", "td{color:#fff}"],
  ["<td>5</td>", "td{color:#333}td{color:#fff}"],
  ["<td>5</td>", "td{color:#fff !important}td{color:#333}"],
  ["<td>5</td>", "td{color:#fff}td{color:#333}td{color:#fff}"],
  ["<td>5</td>", 'b::after{content:"{"} td{color:#fff}'],
  ["<td>5</td>", "@media print{p{color:#fff}}td{color:#fff}"],
  ["<td>5</td>", "@media (min-width:9em){td{color:#fff}}@media (min-width:9em){td{color:#333}}"],
  ['<td style="text-indent:-9999px">5</td>', ""],
])("a figure in the colour of what is behind it is told: %s", (cell, sheet) => {
  expect(shown(cell, sheet)).toMatch(/^5 ?\uFFFD$/u);
});

test.each([
  ['<td style="background:#00f;color:#fff">5</td>', "", ""],
  ['<td style="color:#fff">5</td>', "", "bgcolor=navy"],
  ['<td style="color:#fff">5</td>', "", 'style="background: url(a.png)"'],
  ["<td>5</td>", ".t{background:#123;color:#fff}", "class=t"],
  ["<td>5</td>", "body{background:#000;color:#fff}", ""],
  ['<td style="background:none repeat scroll 0 0 #000;color:#fff">5</td>', "", ""],
  ['<td bgcolor="000080" style="color:#fff">5</td>', "", ""],
  [`<td>${"<span>".repeat(55)}5`, "", ""],
  ["<td>5</td>", "td{color:var(--text);background:var(--page)}", ""],
  ['<td style="color:#333">5</td>', "", ""],
  ["<td>5</td>", "td{color:#fff}td{color:#000}", ""],
  ["<td class=a>5</td>", ".a{color:#fff} .a { color:#333 }", ""],
  ["<td>5</td>", "@media screen{td{color:#fff}}td{color:#333}", ""],
])("a figure on a ground of another colour is no doubt: %s", (cell, sheet, row) => {
  expect(shown(cell, sheet, row)).toBe("5");
});

test.each([
  '@charset "utf-8";',
  '@import url("a;b.css") screen;',
  "@namespace url(x);",
  "@layer a, b;",
  ...["@media screen", "@media all", "@media", "@media (min-width: 768px)", "@layer base"],
  ...["@media print, screen", "@media not print", "@media (max-width: 1600px)", "@scope (table)"],
  ...["@supports (display:grid)", "@container (min-width:1px)", "@media screen{@layer a"],
])("a rule after %s, or in it, is followed", (group) => {
  const isGroup = !group.endsWith(";");
  const sheet = isGroup ? `${group}{p{margin:0}td{color:#fff}}` : `${group} td{color:#fff}`;
  expect(shown("<td>5</td>", sheet)).toBe("5\uFFFD");
});

test.each([
  ...["@media print", "@media only print", "@media not all", "@media screen and (max-width:768px)"],
  ...["@media (max-width: 61.9375em)", "@media (width <= 768px)", "@media (max-height:500px)"],
  ...["@media (min-width:576px) and (max-width:767.98px)", "@media (prefers-color-scheme: dark)"],
  ...["@font-face", "@keyframes a", "@page"],
])("what stands in %s says nothing of a desktop screen", (group) => {
  expect(shown("<td>5</td>", `${group}{td{color:#fff}}`)).toBe("5");
});

test.each([
  ["<td class=n></td>", '.n::before{content:"5"}', "\uFFFD"],
  ["<td class=n>2</td>", '.n:after{content:"5"}', "2\uFFFD"],
  ["<td><i class=n></i>2</td>", '.n::before{content:"\\e605"}', "2\uFFFD"],
  ['<td data-v="5"></td>', "td[data-v]::before{content:attr(data-v)}", "\uFFFD"],
  ["<td></td>", "td[data-v]::before{content:attr(data-v)}", undefined],
  ['<td data-v="5"></td>', "td::before{content:''}", undefined],
  ['<td data-label="数量">2</td>', "td::before{content:attr(data-label)}", "2"],
  ["<td>2</td>", 'td::after{content:"件"}', "2"],
  ["<td class=c>2</td>", '.c:after{content:".";visibility:hidden;height:0}', "2"],
  ["<td class=c></td>", '.c:after{content:"\\0020";clear:both}', undefined],
  ["<td>2</td>", 'td::after{content:"万"}', "2\uFFFD"],
  ["<td>2</td>", 'td::after{content: "5" !important}', "2\uFFFD"],
  ["<td>2</td>", 'td::after{content:"\\A 5"}', "2\uFFFD"],
  ["<td>2</td>", 'td::after{content:"\\205"}', "2\uFFFD"],
])("what a style draws in a cell is told where it may be a figure: %s %s", (cell, sheet, text) => {
  expect(shown(cell, sheet) || undefined).toBe(text);
});

test.each([
  ...["none", "normal", "unset", "initial", "inherit", "revert", "none !important"],
  ...['""', "' '", '"\\A"', '"\\a0"', '"\\3000"', '"\\200b\\200B "', '"" ""'],
])("a style that draws nothing, or a blank, is no doubt: content: %s", (content) => {
  for (const sheet of [`td::before{content: ${content}}`, `td::before { content:${content}; }`]) {
    expect(shown("<td>2</td>", sheet)).toBe("2");
    expect(shown("<td></td>", sheet) || undefined).toBeUndefined();
  }
});

test.each([
  ['<td><img alt="1">2</td>', "2\uFFFD"],
  ["<td>2<svg></svg></td>", "2\uFFFD"],
  ["<td>2<canvas></canvas></td>", "2\uFFFD"],
  ['<td>2<img width="1"></td>', "2"],
  ['<td>2<img style="display:none" src="5.png"></td>', "2"],
])("a picture beside a figure is told: %s", (cell, text) => {
  expect(shown(cell)).toBe(text);
});

test("elements deep around a table are gone through, and put no figure in doubt by themselves", () => {
  const deep = "<div>".repeat(100);
  const table = "<table><tr><td>行政许可</td><td>5</td></tr></table>";
  expect(readHtml(`${deep}${table}`).text).toContain("|5");
  expect(readHtml(`<div style="color:#fff">${deep}${table}`).text).toContain("5\uFFFD");
});

test("labels and running words are left alone", () => {
  const page = '<table><tr><td><img src="a.png">1.行政许可</td><td>2</td></tr></table>';
  expect(readHtml(page).text).not.toContain("\uFFFD");
  expect(shown("<td><select multiple><option selected>1<option selected>2</select></td>")).toBe(
    "1 2",
  );
});

test("what the forty-first rule on a name does is told, where the page has what the rules speak of", () => {
  const rules = (end: string) =>
    Array.from({ length: 45 }, (_, index) => `.a${index} ${end}{color:#${100 + index}}`).join("");
  const names = Array.from({ length: 45 }, (_, index) => `a${index}`).join(" ");
  const turned = `td{${TURNED}}`;
  expect(shown("<td>12</td>", rules("td") + turned, `class="${names}"`)).toBe("12\uFFFD");
  expect(shown("<td>12</td>", rules("td") + turned)).toBe("12\uFFFD");
  expect(shown("<td>12</td>", rules("td"))).toBe("12");
  const own = Array.from({ length: 41 }, (_, index) => `td{color:#${100 + index}}`).join("");
  expect(shown("<td>12</td>", own)).toBe("12");
  expect(shown("<td>12</td>", own + turned)).toBe("12\uFFFD");
});

test("many cells under many rules end", () => {
  const sheet = Array.from({ length: 5000 }, (_, index) => `div .a${index} td{color:#fff}`).join(
    "",
  );
  const cells = "<td>5</td>".repeat(20_000);
  expect(shown(cells, sheet)).toBe("5");
  const style = "color:#123;".repeat(50_000);
  expect(shown(cells, "", `style="${style}"`)).toBe("5");
});
