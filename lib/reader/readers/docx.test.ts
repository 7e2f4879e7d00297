import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readSource } from "../read.ts";
import { readOffice } from "./office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function linesOf(body: string): Promise<string[]> {
  const read = await readOffice(
    zipDocx(`<w:document ${W} xmlns:m="m" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`),
  );
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.plain.text.split("\n").filter((line) => line !== "");
}

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (inner: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${inner}</w:p></w:tc>`;
const numbered = (level: number, text: string, list = 7) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

test.each([
  ["a year in two runs", `<w:p>${run("20")}${run("23年")}</w:p>`, ["2023年"]],
  [
    "a break inside a paragraph",
    `<w:p>${run("上")}<w:r><w:br/></w:r>${run("下")}</w:p>`,
    ["上", "下"],
  ],
  [
    "deletions, moves and hidden words",
    `<w:p>${run("收到")}<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>${run("8")}</w:ins><w:moveFrom>${run("件")}</w:moveFrom>${run("七", "<w:vanish/>")}${run("条", '<w:vanish w:val="0"/>')}${run("9", "<w:strike/>")}${run("9", "<w:dstrike/>")}${run("项", '<w:strike w:val="false"/>')}</w:p>`,
    ["收到8条项"],
  ],
  [
    "a paragraph whose mark is deleted runs on",
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("上半")}</w:p><w:p>${run("下半")}</w:p>`,
    ["上半下半"],
  ],
  [
    "a text box is left out with its alternative, the words beside it stay",
    `<w:p>${run("甲")}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>${run("框")}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>${run("框")}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("乙")}</w:p>`,
    ["甲乙"],
  ],
  [
    "words over others keep the words and lose the notes",
    `<w:p><w:r><w:ruby><w:rt>${run("bào")}</w:rt><w:rubyBase>${run("报")}</w:rubyBase></w:ruby></w:r></w:p>`,
    ["报"],
  ],
  [
    "a field shows its result, not its instruction",
    `<w:p><w:r><w:instrText>PAGE 7</w:instrText></w:r>${run("12")}</w:p>`,
    ["12"],
  ],
  [
    "a fraction is no figure",
    "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
    ["\uFFFD"],
  ],
  [
    "automatic numbers, one after another",
    `${numbered(0, "总体情况")}${numbered(0, "主动公开")}<w:p><w:pPr><w:pStyle w:val="3"/></w:pPr>${run("收到和处理")}</w:p>${numbered(0, "2023")}`,
    ["一、总体情况", "二、主动公开", "三、收到和处理", "四、 2023"],
  ],
  [
    "merged cells stand once",
    `<w:tbl><w:tr>${cell(run("甲"), '<w:vMerge w:val="restart"/>')}${cell(run("1"), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell(run("2"))}${cell(run("3"))}</w:tr></w:tbl>`,
    ["甲|1|", "2|3|"],
  ],
  [
    "deleted rows and cells are gone",
    `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell(run("旧"))}${cell(run("9"))}</w:tr><w:tr>${cell(run("甲"))}${cell(run("8"), "<w:cellDel/>")}${cell(run("1"))}</w:tr></w:tbl>`,
    ["甲|1|"],
  ],
  [
    "the raised mark of a note is no digit",
    `<w:tbl><w:tr>${cell(run("甲"))}${cell(`${run("7")}${run("1", '<w:vertAlign w:val="superscript"/>')}`)}</w:tr></w:tbl>`,
    ["甲|7 1|"],
  ],
  [
    "a table in a cell is a table of its own",
    `<w:tbl><w:tr><w:tc><w:p>${run("前")}</w:p><w:tbl><w:tr>${cell(run("甲"))}${cell(run("1"))}</w:tr></w:tbl><w:p>${run("后")}</w:p></w:tc></w:tr></w:tbl>`,
    ["前", "甲|1|", "后"],
  ],
  [
    "two figures in one cell stay two",
    `<w:tbl><w:tr>${cell(run("甲"))}<w:tc><w:p>${run("1")}</w:p><w:p>${run("2")}</w:p></w:tc></w:tr></w:tbl>`,
    ["甲|1 2|"],
  ],
])("%s", async (_name, body, lines) => {
  expect(await linesOf(body)).toEqual(lines);
});

test("controls in controls that say they are empty are read once each", async () => {
  const nested = Array.from({ length: 22 }).reduce<string>(
    (inner) =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    run("5"),
  );
  expect(await linesOf(`<w:p>${run("收到")}${nested}${run("件")}</w:p>`)).toEqual(["收到5件"]);
});

test("a table in a text box is read where the box stands, once", async () => {
  const table = `<w:tbl><w:tr>${cell(run("甲"))}${cell(run("1"))}</w:tr></w:tbl>`;
  const box = `<w:txbxContent><w:p>${run("框")}</w:p>${table}</w:txbxContent>`;
  const body = `<w:p>${run("前")}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p>${run("后")}</w:p>`;
  expect(await linesOf(body)).toEqual(["前", "框", "甲|1|", "后"]);
});

test("a text box that was deleted is not read, and one in a cell is told of", async () => {
  const table = `<w:tbl><w:tr>${cell(run("甲"))}${cell(run("1"))}</w:tr></w:tbl>`;
  const box = `<w:r><w:pict><w:txbxContent>${table}</w:txbxContent></w:pict></w:r>`;
  expect(await linesOf(`<w:p>${run("前")}<w:del>${box}</w:del></w:p>`)).toEqual(["前"]);
  const inCell = `<w:tbl><w:tr>${cell(run("乙"))}<w:tc><w:p>${box}</w:p></w:tc></w:tr></w:tbl>`;
  const read = await readOffice(
    zipDocx(`<w:document ${W}><w:body>${inCell}</w:body></w:document>`),
  );
  expect(read.ok && read.value.issues.map(({ rule }) => rule)).toEqual(["read.textBox"]);
});

test("content in another format, text boxes and macros are told of", async () => {
  const box = `<w:p><w:r><w:pict><w:txbxContent><w:p>${run("框")}</w:p></w:txbxContent></w:pict></w:r></w:p>`;
  const read = await readOffice(
    zipDocx(`<w:document ${W}><w:body>${box}<w:altChunk/></w:body></w:document>`, {
      "word/vbaProject.bin": "x",
    }),
  );
  expect(read.ok && read.value.issues.map(({ rule }) => rule)).toEqual([
    "read.textBox",
    "read.embedded",
    "read.macros",
  ]);
});

const BLANK = resolve(import.meta.dirname, "../../../../shared/forms/official-blank-2021.docx");
const MISSING = existsSync(BLANK) ? "" : " (../shared/forms is not beside this checkout)";

test.skipIf(MISSING !== "")(`the official blank filled in: every cell${MISSING}`, async () => {
  const files = unzipSync(readFileSync(BLANK));
  const markup = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  let count = 0;
  // Every cell that holds no word gets a figure of its own.
  const filled = markup.replace(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs, (one) => {
    const words = [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join("");
    if (words.trim() !== "" || /<w:vMerge(?:\/| w:val="continue")/.test(one)) return one;
    count += 1;
    return one.replace("</w:tc>", `<w:p><w:r><w:t>${1000 + count}</w:t></w:r></w:p></w:tc>`);
  });
  expect(count).toBe(200);
  const bytes = zipSync({ ...files, "word/document.xml": strToU8(filled) });
  const result = await readSource(bytes, "x.docx");
  if (!result.ok) throw new Error(result.refusal.code);
  const { content, issues } = result.value[0] ?? {};
  const cells = Object.values(content?.cells ?? {});
  // In the order of the form, the figures are those of the reading order of the table.
  expect(cells.map(({ value }) => value)).toEqual(cells.map((_, index) => 1001 + index));
  expect(cells).toHaveLength(200);
  // The blank names no agency, and nobody has signed it.
  expect(issues?.map(({ rule }) => rule)).toEqual(["read.noAgency"]);
  expect(content?.cells["requests.denied.stateSecret.total"]?.where).toEqual({
    table: 2,
    row: 8,
    column: 10,
  });
});

test("rows stacked in one by paragraphs are rows of their own", async () => {
  const stacked = (...texts: string[]) =>
    `<w:tc>${texts.map((text) => `<w:p>${run(text)}</w:p>`).join("")}</w:tc>`;
  const cells = [
    stacked("2.重复申请", "3.其他"),
    stacked("1", "2"),
    stacked("0", "4"),
    stacked("1", "6"),
  ];
  expect(await linesOf(`<w:tbl><w:tr>${cells.join("")}</w:tr></w:tbl>`)).toEqual([
    "2.重复申请|1|0|1|",
    "3.其他|2|4|6|",
  ]);
});
