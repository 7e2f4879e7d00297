import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const row = (field: string) =>
  readHtml(`<table><tr><td>行政许可</td><td>${field}</td></tr></table>`).text;

test.each([
  '<input value="257">',
  "<input type='text' class=x value='257'/>",
  '<input type="number" readonly value=257>',
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
