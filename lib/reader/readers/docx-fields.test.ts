import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readOffice } from "./office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

async function lineOf(words: string, label = "行政许可"): Promise<string> {
  const cell = (inner: string) => `<w:tc><w:p>${inner}</w:p></w:tc>`;
  const labels = ["行政处罚", "行政强制"].map(
    (text) => `<w:tr>${cell(run(text))}${cell(run("0"))}</w:tr>`,
  );
  const table = `<w:tbl>${labels.join("")}<w:tr>${cell(run(label))}${cell(words)}</w:tr></w:tbl>`;
  const read = await readOffice(zipDocx(`<w:document ${W}><w:body>${table}</w:body></w:document>`));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.plain.text.trim().split("\n").at(-1) ?? "";
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const mark = (kind: string, inner = "") =>
  `<w:r><w:fldChar w:fldCharType="${kind}">${inner}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (instruction: string, result?: string) =>
  `${mark("begin")}${instruction}${result === undefined ? "" : mark("separate") + result}${mark("end")}`;
const list = (result: string) =>
  `<w:ffData><w:ddList>${result}<w:listEntry w:val="0"/><w:listEntry w:val="7"/></w:ddList></w:ffData>`;
const dropdown = (result: string) =>
  `${mark("begin", list(result))}${code(" FORMDROPDOWN ")}${mark("end")}`;

test.each([
  [
    "a field in the instruction of another",
    field(`${code(" IF ")}${field(code(" MERGEFIELD a "), run("1"))}${code(' = "" ')}`, run("1")),
    "1",
  ],
  ["words in an instruction", field(`${code(" IF ")}${run("9")}`, run("1")), "1"],
  [
    "a field in the result of another",
    field(code(" REF a "), field(code(" REF b "), run("1"))),
    "1",
  ],
  ["a field that never ends", `${mark("begin")}${run("5")}`, "5"],
  ["an end without a beginning", `${mark("end")}${run("5")}`, "5"],
  ["the entry chosen from a list", dropdown('<w:result w:val="1"/>'), "7"],
  ["the first entry of a list", dropdown(""), "0"],
  ["a list in an instruction", field(`${code(" IF ")}${dropdown("")}`, run("1")), "1"],
  ["a figure drawn in a circle", field(code(" eq \\o\\ac(○,5)")), "\uFFFD"],
  ["a figure drawn beside another", `${run("3")}${field(code(" eq \\o\\ac(○,5)"))}`, "3\uFFFD"],
])("%s", async (_name, words, text) => {
  expect(await lineOf(words)).toBe(`行政许可|${text}|`);
});

test("fields that never end in their thousands take no longer for each other", async () => {
  const open = '<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/>';
  const words = `<w:r>${open.repeat(60_000)}${"<w:t/>".repeat(150_000)}</w:r>`;
  expect(await lineOf(`${run("5")}${words}`)).toBe("行政许可|5|");
});
