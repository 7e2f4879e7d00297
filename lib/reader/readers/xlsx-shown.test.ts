import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

const quoted = (code: string) => code.replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What a row shows in a cell that has a style of its own. */
async function shown(value: string, styles: string, more = "", type = "n") {
  const markup = `${more}<sheetData><row><c t="str"><v>行</v></c><c s="1" t="${type}"><v>${value}</v></c><c><v>7</v></c></row></sheetData>`;
  const sheet = `<styleSheet>${styles}</styleSheet>`;
  const read = await readOffice(zipXlsx([{ name: "甲", markup }], [], { "xl/styles.xml": sheet }));
  if (!read.ok) throw new Error(read.refusal.code);
  const { plain } = read.value;
  return { text: plain.text.split("|")[1], oddity: plain.oddityAt?.(plain.text.indexOf("|") + 1) };
}

const format = (code: string) =>
  `<numFmts><numFmt numFmtId="170" formatCode="${quoted(code)}"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>`;

test.each([
  ["0;-0;;@", "0", ""],
  ["0;-0;;@", "5", "5"],
  ["0;-0;;@", "-5", "-5"],
  ["#", "0", ""],
  ["#", "5", "5"],
  ["#,##0;-#,##0;", "0", ""],
  ["General;General;;@", "0", ""],
  ['[=0]"";General', "0", ""],
  ['[=0]"";General', "5", "5"],
  ['[=0]"无";0', "0", "无"],
  ['[<1]"-";0', "0", "-"],
  ['0;-0;"-"', "0", "-"],
  ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "0", "-"],
  ['_ "￥"* #,##0_ ;_ "￥"* \\-#,##0_ ;_ "￥"* "-"_ ;_ @_ ', "0", "-"],
  ['0_ ;[Red]\\-0\\ ;""', "0", ""],
  [";;;", "5", ""],
  [";;;", "0", ""],
  ['0"件"', "0", "0"],
  ["#,##0.00", "0", "0"],
  ["0;", "-5", "-5"],
  ['0;-0;";"', "0", ";"],
  ["[=9]0", "5", "5"],
  ["0;-0;/", "0", "/"],
  // Shown without its sign, in a colour at best: told with the format.
  ["0;0", "-5", "-5[0]"],
  ["0;[Red]0", "-5", "-5[[Red]0]"],
  ["0;(0)", "-5", "-5"],
  ["[>9]0;0", "-5", "-5"],
  ["# ?/?", "0", "0"],
])("%s shows %s as %s", async (code, value, text) => {
  expect((await shown(value, format(code))).text).toBe(text);
});

test("the formats for accounts that are built in print a dash for zero", async () => {
  const styles = '<cellXfs><xf/><xf numFmtId="41"/></cellXfs>';
  expect((await shown("0", styles)).text).toBe("-");
  expect((await shown("5", styles)).text).toBe("5");
});

test.each([
  [[1, 3, 5, 6, 37, 38, 41, 42], "12.5", "rounded"],
  [[0, 2, 4, 7, 8, 39, 40, 43, 44, 49], "12.5", null],
  [[2, 4, 7, 8, 39, 40, 43, 44], "12.345", "rounded"],
  [[11, 48], "1234", "rounded"],
  [[11], "1230", null],
  [[11], "12300", null],
  [[48], "123400", null],
  [[48], "12340", "rounded"],
])("the formats %j that are built in show %s: %s", async (ids, value, oddity) => {
  for (const id of ids) {
    const styles = `<cellXfs><xf/><xf numFmtId="${id}"/></cellXfs>`;
    expect({ id, ...(await shown(value, styles)) }).toEqual({ id, text: value, oddity });
  }
});

test("a view without zeros shows blanks", async () => {
  const view = '<sheetViews><sheetView showZeros="0"/></sheetViews>';
  expect((await shown("0", format("0"), view)).text).toBe("");
  expect((await shown("10", format("0"), view)).text).toBe("10");
});

test("words that a format hides or replaces are not shown", async () => {
  const words = async (code: string) => (await shown("9", format(code), "", "str")).text;
  expect(await words(";;;")).toBe("");
  expect(await words('0;0;0;"无"')).toBe("无");
  expect(await words("0;0;0;@")).toBe("9");
  expect(await words("0;@")).toBe("9");
  expect(await words('[=0]"";General')).toBe("9");
});

const fonts = (font: string, fill = '<patternFill patternType="none"/>') =>
  `<fonts><font/><font>${font}</font></fonts><fills><fill/><fill>${fill}</fill></fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>`;

test("what the font of a cell strikes out is not read", async () => {
  expect((await shown("9", fonts("<strike/>"))).text).toBe("");
  expect((await shown("9", fonts('<strike val="0"/>'))).text).toBe("9");
});

test.each([
  ["white", '<color rgb="FFFFFFFF"/>', undefined, "unseen"],
  ["white of the theme", '<color theme="0"/>', undefined, "unseen"],
  ["white of the palette", '<color indexed="9"/>', undefined, "unseen"],
  ["black", '<color theme="1"/>', undefined, null],
  ["none", "", undefined, null],
  [
    "white on blue",
    '<color theme="0"/>',
    '<patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill>',
    null,
  ],
  [
    "the black of fonts without a colour on black",
    "",
    '<patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill>',
    "unseen",
  ],
  [
    "grey on the same grey",
    '<color rgb="FFDDDDDD"/>',
    '<patternFill patternType="solid"><fgColor rgb="FFDDDDDD"/></patternFill>',
    "unseen",
  ],
])("a figure in %s", async (_name, font, fill, oddity) => {
  expect(await shown("0", fonts(font, fill))).toEqual({ text: "0", oddity });
});

const BLUE = '<patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill>';

test.each([
  ["white runs", '<color rgb="FFFFFFFF"/>', "", undefined, "unseen"],
  ["white runs of the theme", '<color theme="0"/>', "", undefined, "unseen"],
  ["runs that are hardly grey", '<color rgb="FFF8F8F8"/>', "", undefined, "unseen"],
  ["white runs on blue", '<color theme="0"/>', "", BLUE, null],
  [
    "black runs in a cell of white font",
    '<color rgb="FF000000"/>',
    '<color theme="0"/>',
    undefined,
    null,
  ],
  ["runs as white as their cell", null, '<color theme="0"/>', undefined, "unseen"],
])("a figure in %s", async (_name, run, font, fill, oddity) => {
  const properties = run === null ? "" : `<rPr>${run}</rPr>`;
  const cell = `<c s="1" t="inlineStr"><is><r><t xml:space="preserve"> </t></r><r>${properties}<t>7</t></r></is></c>`;
  const markup = `<sheetData><row><c t="str"><v>行</v></c>${cell}</row></sheetData>`;
  const sheet = `<styleSheet>${fonts(font, fill)}</styleSheet>`;
  const read = await readOffice(zipXlsx([{ name: "甲", markup }], [], { "xl/styles.xml": sheet }));
  if (!read.ok) throw new Error(read.refusal.code);
  const { text, oddityAt } = read.value.plain;
  expect(oddityAt?.(text.indexOf("|") + 1)).toBe(oddity);
});

test("a number that its format rounds is told", async () => {
  expect(await shown("3.4", format("0"))).toEqual({ text: "3.4", oddity: "rounded" });
  expect(await shown("3.4", format("0.00"))).toEqual({ text: "3.4", oddity: null });
  expect(await shown("21", format("0E+0"))).toEqual({ text: "21", oddity: "rounded" });
  expect(await shown("20", format("0E+0"))).toEqual({ text: "20", oddity: null });
  expect(await shown("3.4000000000000004", format("0.0"))).toEqual({
    text: "3.4",
    oddity: null,
  });
});
