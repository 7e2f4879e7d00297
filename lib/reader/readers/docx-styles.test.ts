import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readOffice } from "./office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const style = (id: string, inner: string, type = "character") =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
const looks = (inner: string) => `<w:rPr>${inner}</w:rPr>`;
const STYLES = `<w:styles ${W}>${[
  style("mark", looks('<w:vertAlign w:val="superscript"/>')),
  style("marks", '<w:basedOn w:val="mark"/>'),
  style("gone", looks("<w:strike/>")),
  style("unseen", looks("<w:vanish/>")),
  style("white", looks('<w:color w:val="FFFFFF"/>')),
  style("round", '<w:basedOn w:val="about"/>'),
  style("about", '<w:basedOn w:val="round"/>'),
  style("a b", looks("<w:strike/>")),
  style("old", looks("<w:strike/>"), "paragraph"),
].join("")}</w:styles>`;

async function linesOf(body: string): Promise<string[]> {
  const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
  const read = await readOffice(zipDocx(document, { "word/styles.xml": STYLES }));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.plain.text.split("\n").filter((line) => line !== "");
}

const run = (text: string, properties = "") =>
  `<w:r>${looks(properties)}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const styled = (text: string, id: string, more = "") =>
  run(text, `<w:rStyle w:val="${id}"/>${more}`);
const cell = (inner: string) =>
  `<w:tbl><w:tr><w:tc><w:p>${run("行")}</w:p></w:tc><w:tc>${inner}</w:tc></w:tr></w:tbl>`;

test.each([
  ["raised", `${run("5")}${styled("1", "mark")}`, "5 1"],
  ["raised by what it is based on", `${run("5")}${styled("1", "marks")}`, "5 1"],
  ["struck out", `${styled("9", "gone")}${run("5")}`, "5"],
  ["struck out, but not this run", styled("9", "gone", '<w:strike w:val="0"/>'), "9"],
  ["hidden", `${styled("9", "unseen")}${run("5")}`, "5"],
  ["white", `${run("5")}${styled("1", "white")}`, "5 1"],
  ["based on itself", `${run("5")}${styled("1", "round")}`, "51"],
  ["unknown", `${run("5")}${styled("1", "nobody")}`, "51"],
])("what a style says of words counts: %s", async (_name, words, text) => {
  expect(await linesOf(cell(`<w:p>${words}</w:p>`))).toEqual([`行|${text}|`]);
});

test("what is struck out by the style of its paragraph is not read, unless the style of its words turns that over", async () => {
  const old = '<w:pPr><w:pStyle w:val="old"/></w:pPr>';
  expect(await linesOf(cell(`<w:p>${old}${run("9")}</w:p>`))).toEqual(["行"]);
  expect(await linesOf(cell(`<w:p>${old}${styled("9", "gone")}</w:p>`))).toEqual(["行|9|"]);
});

test("raised text is no digit of a figure, unless all of it is raised", async () => {
  const raised = (text: string) => run(text, '<w:position w:val="8"/>');
  expect(await linesOf(cell(`<w:p>${run("5")}${raised("1")}</w:p>`))).toEqual(["行|5 1|"]);
  expect(await linesOf(cell(`<w:p>${raised("5")}${raised("1")}</w:p>`))).toEqual(["行|51|"]);
});

test("the mark that an author chose for a note is no digit of a figure", async () => {
  const mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>';
  expect(await linesOf(cell(`<w:p>${run("5")}${mark}</w:p>`))).toEqual(["行|5 1|"]);
});

test("styles whose names run together are not taken for each other", async () => {
  const paragraph = (id: string, words: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${words}</w:p>`;
  const body = paragraph("c", styled("9", "a b")) + paragraph("b c", styled("5", "a"));
  expect(await linesOf(cell(body))).toEqual(["行|5|"]);
});
