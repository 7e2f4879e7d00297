import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readOffice } from "./office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (inner: string) => `<w:tc><w:p>${inner}</w:p></w:tc>`;

async function tableOf(labels: readonly string[], words: string) {
  const rows = labels.map((label) => `<w:tr>${cell(run(label))}${cell(words)}</w:tr>`);
  const read = await readOffice(
    zipDocx(
      `<w:document ${W} xmlns:mc="mc"><w:body><w:tbl>${rows.join("")}</w:tbl></w:body></w:document>`,
    ),
  );
  if (!read.ok) throw new Error(read.refusal.code);
  const { plain, issues } = read.value;
  return { last: plain.text.trim().split("\n").at(-1), rules: issues.map(({ rule }) => rule) };
}

const FORM = ["行政处罚", "行政强制", "行政许可"];
const box = `<w:txbxContent><w:p>${run("5")}</w:p></w:txbxContent>`;
const PICTURE = "<w:r><w:drawing/></w:r>";

test.each([
  ["a picture", PICTURE, "\uFFFD"],
  ["an object", "<w:r><w:object/></w:r>", "\uFFFD"],
  ["a picture of an old kind", "<w:r><w:pict/></w:r>", "\uFFFD"],
  ["a picture beside a figure", `${run("5")}${PICTURE}`, "5\uFFFD"],
  ["a picture before a figure", `${PICTURE}${run("5")}`, "\uFFFD5"],
  ["a seal over a figure", `${run("5")}<w:r><w:drawing><w:anchor/></w:drawing></w:r>`, "5"],
  [
    "a seal of an old kind over a figure",
    `${run("5")}<w:r><w:pict><w:shape style="position:absolute"/></w:pict></w:r>`,
    "5",
  ],
  ["a picture beside words", `${run("第5项")}${PICTURE}`, "第5项"],
  ["a picture that was deleted", `${run(" ")}<w:del>${PICTURE}</w:del>`, ""],
  ["a hidden picture", "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing/></w:r>", ""],
  [
    "a picture to be chosen yet",
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${PICTURE}</w:sdtContent></w:sdt>`,
    "",
  ],
])("%s in a cell of a form", async (_name, words, text) => {
  const { last } = await tableOf(FORM, words);
  expect(last).toBe(text === "" ? "行政许可" : `行政许可|${text}|`);
});

test("a text box alone in a cell of a form is marked once, and told of", async () => {
  const words = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await tableOf(FORM, words)).toEqual({
    last: "行政许可|\uFFFD|",
    rules: ["read.textBox"],
  });
});

test("pictures in other tables stay what they are", async () => {
  expect((await tableOf(["甲", "乙", "行政许可"], PICTURE)).last).toBe("行政许可");
});

test("a figure that a control shows in the place of a figure is read", async () => {
  const control = (text: string) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
  expect((await tableOf(FORM, control("5"))).last).toBe("行政许可|5|");
  expect((await tableOf(FORM, control("单击此处输入"))).last).toBe("行政许可");
});
