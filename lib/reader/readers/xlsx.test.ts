import { expect, test } from "vitest";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readOffice } from "./office.ts";

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="#,##0_ ;[Red]-#,##0"/><numFmt numFmtId="172" formatCode="0!.0,"/><numFmt numFmtId="173" formatCode="0&quot;万元 day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="57"/></cellXfs></styleSheet>`;

async function readSheets(
  sheets: readonly { name: string; markup: string; state?: string }[],
  strings: readonly string[] = [],
) {
  const read = await readOffice(zipXlsx(sheets, strings, { "xl/styles.xml": STYLES }));
  if (!read.ok) throw new Error(read.refusal.code);
  const { plain, issues } = read.value;
  return { lines: plain.text.split("\n").filter((line) => line !== ""), plain, issues };
}

test.each([
  ["a number", "<c><v>12</v></c>", "12"],
  ["what binary made of 12.34", "<c><v>12.340000000000002</v></c>", "12.34"],
  ["an exponent", "<c><v>1.5E3</v></c>", "1500"],
  ["a share", '<c s="1"><v>0.5</v></c>', "50%"],
  ["a date", '<c s="2"><v>45321</v></c>', "2024年1月30日"],
  ["an East Asian date", '<c s="6"><v>45321</v></c>', "2024年1月30日"],
  ["thousands and colours", '<c s="3"><v>1234</v></c>', "1234"],
  ["a number shown in thousands is no plain number", '<c s="4"><v>1234</v></c>', "1234[0!.0,]"],
  ["words in a format", '<c s="5"><v>7</v></c>', "7"],
  ["a formula's result", "<c><f>1+1</f><v>2</v></c>", "2"],
  ["a formula never computed", "<c><f>SUM(A1:B2)</f></c>", "=SUM"],
  ["a formula that gives words", '<c t="str"><f>A1</f><v>无</v></c>', "无"],
  ["a shared string", '<c t="s"><v>1</v></c>', "乙"],
  [
    "an inline string of several runs",
    '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>9</t></r><r><rPr><strike val="0"/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>',
    "甲乙",
  ],
  [
    "the raised mark of a note",
    '<c t="inlineStr"><is><r><t>7</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
    "7 1",
  ],
  [
    "a run in the white of the theme",
    '<c t="inlineStr"><is><r><t>7</t></r><r><rPr><color theme="0"/></rPr><t>1</t></r></is></c>',
    "7 1",
  ],
  [
    "a run in a grey of the theme",
    '<c t="inlineStr"><is><r><t>7</t></r><r><rPr><color theme="0" tint="-0.5"/></rPr><t>1</t></r></is></c>',
    "71",
  ],
  ["an error", '<c t="e"><v>#REF!</v></c>', "#REF!"],
  [
    "a carriage return and half a character",
    '<c t="str"><v>甲_x000D_乙_xD83D_</v></c>',
    "甲 乙\uFFFD",
  ],
])("%s", async (_name, cell, text) => {
  const markup = `<sheetData><row><c t="str"><v>行</v></c>${cell}</row></sheetData>`;
  const { lines } = await readSheets([{ name: "甲", markup }], ["甲", "乙"]);
  expect(lines).toEqual([`行|${text}|`]);
});

test("rows and cells without references stand one after another; places are the sheet's own", async () => {
  const markup =
    '<sheetData><row r="3"><c r="B3" t="str"><v>行</v></c><c><v>1</v></c><c r="F3"><v>2</v></c></row></sheetData>';
  const { plain } = await readSheets([{ name: "表二", markup }]);
  expect(plain.text).toBe("行|1|||2|\n");
  expect(plain.placeAt?.(plain.text.indexOf("2"))).toEqual({ sheet: "表二", row: 3, column: 6 });
  expect(plain.placeAt?.(4)).toEqual({ sheet: "表二", row: 3, column: 4 });
});

test("hidden sheets, rows and columns are left out, and told of; a merged cell shows where it can be seen", async () => {
  const row = (number: number, figure: number, more = "") =>
    `<row r="${number}"${more}><c r="A${number}" t="str"><v>行${number}</v></c><c r="B${number}"><v>9</v></c><c r="C${number}"><v>${figure}</v></c></row>`;
  const markup = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${row(1, 1)}${row(2, 2, ' hidden="1"')}<row r="3"><c r="C3"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
  const { lines, issues } = await readSheets([
    { name: "甲", markup },
    { name: "乙", markup, state: "veryHidden" },
  ]);
  expect(lines).toEqual(["行1|1|", "行2|3|"]);
  expect(issues.map(({ rule }) => rule)).toEqual(["read.hiddenParts"]);
});

test("a sheet named after a section stands under its name, unless it prints the heading itself", async () => {
  const sheet = (words: string) =>
    `<sheetData><row r="1"><c r="A1" t="str"><v>${words}</v></c></row></sheetData>`;
  const { lines } = await readSheets([
    { name: "一、总体情况", markup: sheet("本年无事。") },
    { name: "六、其他需要报告的事项", markup: sheet("六、其他需要报告的事项") },
    { name: "表二", markup: sheet("说明") },
  ]);
  expect(lines).toEqual(["一、总体情况", "本年无事。", "六、其他需要报告的事项", "说明"]);
});
