import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { readHtml } from "./html.ts";
import { showFields } from "./html-fields.ts";

const row = (field: string) =>
  readHtml(`<table><tr><td>行政许可</td><td>${field}</td></tr></table>`).text;

test.each([
  '<input value="257">',
  "<input type='text' class=x value='257'/>",
  '<input type="number" readonly value=257>',
  "<textarea rows=1>257</textarea>",
  "<select><option>0</option><option selected>257</option></select>",
  "<select><option>257</option><option>0</option></select>",
  "<p><select><optgroup><option>0<option selected>257</optgroup></select></p>",
  "<button type=button>257</button>",
  "<button><b>257</b></button>",
  "<div><p><span><b><select><option>257</option></select></b></span></p></div>",
  `<select>${"<option>0</option>\n".repeat(31)}<option selected>257</option></select>`,
])("what is written in a field is read: %s", (field) => {
  expect(row(field)).toMatch(/行政许可\| ?257 ?\|/u);
});

test.each(['<input value="1"><input value="2">', '1<input value="2">'])(
  "fields beside each other are no one figure: %s",
  (fields) => {
    expect(row(fields)).not.toContain("12");
  },
);

test.each([
  '<input type="hidden" value="257">',
  '<input type="checkbox" value="257">',
  '<input style="display:none" value="257">',
  '<input hidden value="257">',
  "<input>",
  "<textarea hidden>257</textarea>",
  "<select style='display:none'><option>257</option></select>",
  "<select><option>0</option><option>257</option></select>",
  "<button>查看257</button>",
])("what a field does not show is not: %s", (field) => {
  expect(row(field)).not.toContain("257");
});

test.each(['<p>共<input value="257">件</p>', "<p>共<input value=257>件</p>"])(
  "a field stands where its value stands in the source: %s",
  (source) => {
    const plain = readHtml(source);
    expect(plain.origin(plain.text.indexOf("257"))).toBe(source.indexOf("257"));
  },
);

test("the menus and buttons of a site are none of its words", () => {
  const menu = "<select><option>2019</option></select><button>1</button>";
  expect(readHtml(`<p>${menu}首页</p><table><tr><td>${menu}年报</td></tr></table>`).text).toBe(
    "首页\n年报\n",
  );
});

test("a button of very many elements is told", () => {
  expect(row(`<button>${"<i></i>".repeat(100)}257</button>`)).toContain("\uFFFD");
});

test("very many fields side by side take no longer than others", { timeout: 25_000 }, () => {
  const inputs = parseFragment("<input value=2>".repeat(120_000), { sourceCodeLocationInfo: true });
  showFields(inputs.childNodes);
  expect(inputs.childNodes.every((node) => "value" in node)).toBe(true);
});

test("lists side by side in a cell are read, however many", () => {
  expect(row("<select><option>257</select>".repeat(100))).toContain("257");
});
