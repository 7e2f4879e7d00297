import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { BLACK, colourOfRgb, isLost, WHITE } from "./colours.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { readOffice } from "./office.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A figure 5 and a 1 in a colour behind it, as each kind of file writes it. */
const WRITERS: Readonly<Record<string, (rgb: string) => Promise<string>>> = {
  markdown: async (rgb) => textOfTags(`<span style="color:#${rgb}">1</span>`),
  attribute: async (rgb) => textOfTags(`<font color="${rgb}">1</font>`),
  docx: (rgb) => textOfWord(`<w:color w:val="${rgb}"/>`),
  xlsx: async (rgb) => {
    const run = `<r><rPr><color rgb="FF${rgb}"/></rPr><t>1</t></r>`;
    const cell = `<c t="inlineStr"><is><r><t>5</t></r>${run}</is></c>`;
    const markup = `<sheetData><row><c t="str"><v>行政许可</v></c>${cell}</row></sheetData>`;
    return textOf(zipXlsx([{ name: "甲", markup }]));
  },
};

function textOfTags(inner: string): string {
  return readMarkdown(`|甲|乙|\n|---|---|\n|行政许可|5${inner}|`).text;
}

function textOfWord(properties: string): Promise<string> {
  const runs = `<w:r><w:t>5</w:t></w:r><w:r><w:rPr>${properties}</w:rPr><w:t>1</w:t></w:r>`;
  const cells = `<w:tc><w:p><w:r><w:t>行政许可</w:t></w:r></w:p></w:tc><w:tc><w:p>${runs}</w:p></w:tc>`;
  const table = `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
  return textOf(zipDocx(`<w:document xmlns:w="${W}"><w:body>${table}</w:body></w:document>`));
}

async function textOf(file: Uint8Array): Promise<string> {
  const read = await readOffice(file);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.plain.text;
}

test.each(Object.keys(WRITERS))(
  "what is as good as white is no digit of a figure: %s",
  async (kind) => {
    for (const rgb of ["FFFFFF", "FEFEFE", "f0f0f0"])
      expect(await WRITERS[kind]?.(rgb)).toMatch(/5\s+1/u);
    for (const rgb of ["EFFFFF", "333333", "DDDDDD"])
      expect(await WRITERS[kind]?.(rgb)).toContain("51");
  },
);

test("the white of the theme is no digit of a figure in Word, a darker one is", async () => {
  expect(await textOfWord('<w:color w:val="auto" w:themeColor="background1"/>')).toMatch(/5\s+1/u);
  expect(
    await textOfWord('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>'),
  ).toContain("51");
});

test("a page that gives a later colour than white is shown in that", () => {
  expect(textOfTags('<span style="color:#fff;color:#333">1</span>')).toContain("51");
});

test.each(["FFFFFF", "F0F0F0"])("a figure of a page in %s is doubted", (rgb) => {
  const cell = `<td style="color:#${rgb}">5</td>`;
  expect(readHtml(`<table><tr><td>行政许可</td>${cell}</tr></table>`).text).toContain("5\uFFFD");
});

test("a colour has one name, however it is written", () => {
  expect(["FFFFFFFF", "ffffff", "F0FFF0"].map(colourOfRgb)).toEqual([WHITE, WHITE, WHITE]);
  expect(["FF000000", "000000"].map(colourOfRgb)).toEqual([BLACK, BLACK]);
  expect(["00ABCDEF", "abcdef"].map(colourOfRgb)).toEqual(["abcdef", "abcdef"]);
});

test("words are lost in their own colour, and white where nobody knows what is behind it", () => {
  expect(isLost(WHITE, WHITE) && isLost("dddddd", "dddddd") && isLost(WHITE, null)).toBe(true);
  expect(isLost(WHITE, BLACK) || isLost(BLACK, null) || isLost(null, WHITE)).toBe(false);
});
