import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
const RED = '<font><color rgb="FFFF0000"/></font>';
const LIGHT =
  '<font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>';

/** What is odd about a figure in B1 of a sheet with this rule for A1 to C9. */
async function oddityOf(
  rule: string,
  dxf: string,
  cell = "<v>5</v>",
  range = "B1:C9",
  looks = "",
  before = "Z9 ",
) {
  const formats = rule.includes("<x14")
    ? `<extLst><ext><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="y"><x14:conditionalFormatting>${rule}<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`
    : `<conditionalFormatting sqref="${before}${range}">${rule}</conditionalFormatting>`;
  const markup = `<sheetData><row><c t="str"><v>行</v></c><c>${cell}</c><c><v>7</v></c></row></sheetData>${formats}`;
  const sheet = `<styleSheet>${looks}<dxfs><dxf/><dxf>${dxf}</dxf></dxfs></styleSheet>`;
  const read = await readOffice(zipXlsx([{ name: "甲", markup }], [], { "xl/styles.xml": sheet }));
  if (!read.ok) throw new Error(read.refusal.code);
  const { plain } = read.value;
  return plain.oddityAt?.(plain.text.indexOf("|") + 1);
}

const rule = (more: string, inner = "") => `<cfRule dxfId="1" ${more}>${inner}</cfRule>`;
const is = (operator: string, ...limits: readonly string[]) =>
  rule(
    `type="cellIs" operator="${operator}"`,
    limits.map((limit) => `<formula>${limit}</formula>`).join(""),
  );
const expression = (formula: string) => rule('type="expression"', `<formula>${formula}</formula>`);

test.each([
  ["white font", WHITE, "conditional"],
  ["white of the theme", '<font><color theme="0"/></font>', "conditional"],
  ["a format that shows nothing", '<numFmt numFmtId="164" formatCode=";;;"/>', "conditional"],
  [
    "a format that shows words",
    '<numFmt numFmtId="164" formatCode="&quot;-&quot;"/>',
    "conditional",
  ],
  ["a line through it", "<font><strike/></font>", "conditional"],
  ["a format with a point", '<numFmt numFmtId="164" formatCode="0.00"/>', null],
  ["red on light red", LIGHT, null],
  ["red", RED, null],
  ["a light ground", '<fill><patternFill><bgColor rgb="FFFFFF00"/></patternFill></fill>', null],
  [
    "white on blue",
    `${WHITE}<fill><patternFill><bgColor rgb="FF0000FF"/></patternFill></fill>`,
    null,
  ],
  ["bold", "<font><b/></font>", null],
])("a condition that gives %s", async (_name, dxf, oddity) => {
  expect(await oddityOf(expression("$Z$1&gt;3"), dxf)).toBe(oddity);
});

test.each([
  [is("equal", "0"), "<v>5</v>", null],
  [is("equal", "0"), "<v>0</v>", "conditional"],
  [is("between", "1", "9"), "<v>5</v>", "conditional"],
  [is("between", "6", "9"), "<v>5</v>", null],
  [is("equal", "$Z$1"), "<v>5</v>", "conditional"],
  [rule('type="containsErrors"'), "<v>5</v>", null],
  [expression("ISERROR(Z9)"), "<v>5</v>", null],
  [expression("LEN(TRIM(Z9))=0"), "<v>5</v>", null],
  [expression('Z9=""'), "<v>5</v>", null],
  // Ask another cell, or more than whether there is a figure.
  [expression("ISBLANK($A1)"), "<v>5</v>", "conditional"],
  [expression("ISBLANK(B1)"), "<v>5</v>", "conditional"],
  [expression("ISBLANK($Z$9)"), "<v>5</v>", "conditional"],
  [expression("ISERROR(A1/D1)"), "<v>5</v>", "conditional"],
  [expression("LEN(TRIM(Z9))&gt;0"), "<v>5</v>", "conditional"],
  [expression("ISBLANK(Z9)=FALSE"), "<v>5</v>", "conditional"],
  [expression("ISTEXT(Z9)=FALSE"), "<v>5</v>", "conditional"],
  [expression("ISTEXT(Z9)"), "<v>5</v>", "conditional"],
  [expression("Z9=0"), "<v>5</v>", null],
  [expression("Z9=0"), "<v>0</v>", "conditional"],
  [expression("Z9=0+1"), "<v>5</v>", "conditional"],
  ['<cfRule type="dataBar"><dataBar showValue="0"/></cfRule>', "<v>5</v>", "conditional"],
  ['<cfRule type="dataBar"><dataBar/></cfRule>', "<v>5</v>", null],
  [
    `<x14:cfRule type="expression"><xm:f>Z1</xm:f><x14:dxf>${WHITE}</x14:dxf></x14:cfRule>`,
    "<v>5</v>",
    "conditional",
  ],
])("what white hides by the rule %s, in a cell with %s", async (written, cell, oddity) => {
  expect(await oddityOf(written, WHITE, cell)).toBe(oddity);
});

test("what a rule hides elsewhere is not told here", async () => {
  expect(await oddityOf(expression("1"), WHITE, "<v>5</v>", "C1")).toBe(null);
});

test("so many rules that they are not looked at may hide anything", async () => {
  const rules = Array.from({ length: 5_000 }, (_, index) => is("equal", `${index + 10}`)).join("");
  expect(await oddityOf(rules, WHITE)).toBe("conditional");
  expect(await oddityOf(rules, WHITE, "<v>5</v>", "C1")).toBe(null);
  expect(await oddityOf(rules, LIGHT)).toBe(null);
  expect(await oddityOf(rules, RED)).toBe(null);
});

test("many cells under many rules end", async () => {
  const rules = Array.from({ length: 150 }, (_, index) => is("greaterThan", `${index + 9}`)).join(
    "",
  );
  const cells = `<v>5</v></c>${"<c><v>5</v></c>".repeat(15_000)}<c>`;
  expect(await oddityOf(rules, WHITE, cells, "A1:XFD9")).toBe(null);
});

test("a colour hides where cells of the workbook have it behind them", async () => {
  const fills =
    '<fills><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf fillId="0"/></cellXfs>';
  expect(await oddityOf(expression("$Z$1"), RED, "<v>5</v>", "B1", fills)).toBe("conditional");
});

test("rules that copied cells left in pieces are one, and so are their ranges", async () => {
  const pieces = Array.from({ length: 2_000 }, (_, index) => `B${index + 1}`).join(" ");
  expect(await oddityOf(is("equal", "0").repeat(5_000), WHITE)).toBe(null);
  expect(await oddityOf(is("equal", "0"), WHITE, "<v>5</v>", pieces)).toBe(null);
  expect(await oddityOf(is("equal", "0"), WHITE, "<v>0</v>", pieces)).toBe("conditional");
  expect(await oddityOf(is("equal", "0"), WHITE, "<v>0</v>", pieces.replace("B1 ", ""))).toBe(null);
  const last = pieces.split(" ").reverse().join(" ");
  expect(await oddityOf(is("equal", "0"), WHITE, "<v>0</v>", last)).toBe("conditional");
});

test("many rules for many ranges end", async () => {
  const pieces = Array.from({ length: 50_000 }, (_, index) => `B${2 * index + 1}`).join(" ");
  const rules = Array.from({ length: 5_000 }, (_, index) => expression(`$B$1&gt;${index}`)).join(
    "",
  );
  expect(await oddityOf(rules, WHITE, "<v>5</v>", pieces)).toBe("conditional");
  expect(await oddityOf(rules, RED, "<v>5</v>", pieces)).toBe(null);
});

test("a formula may hold the only column or row of its cells fast", async () => {
  const own = expression("ISBLANK($B1)");
  expect(await oddityOf(own, WHITE, "<v>5</v>", "B1:B9", "", "")).toBe(null);
  expect(await oddityOf(own, WHITE, "<v>5</v>", "B1:C9", "", "")).toBe("conditional");
});
