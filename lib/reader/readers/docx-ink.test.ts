import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readOffice } from "./office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const shd = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const style = (id: string, type: string, inner: string) =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
const STYLES = `<w:styles ${W}>${[
  style("white", "character", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
  style("dark", "paragraph", `<w:pPr>${shd("000080")}</w:pPr>`),
  style("darker", "paragraph", '<w:basedOn w:val="dark"/>'),
  style("bare", "paragraph", `<w:basedOn w:val="dark"/><w:pPr>${shd("auto")}</w:pPr>`),
  style(
    "grid",
    "table",
    `<w:tblStylePr w:type="firstRow"><w:tcPr>${shd("4472C4")}</w:tcPr></w:tblStylePr>`,
  ),
  style(
    "bands",
    "table",
    `<w:tblStylePr w:type="band1Horz"><w:tcPr>${shd("4472C4")}</w:tcPr></w:tblStylePr>`,
  ),
  style(
    "both",
    "table",
    ["firstRow", "band1Horz"]
      .map(
        (type) => `<w:tblStylePr w:type="${type}"><w:tcPr>${shd("4472C4")}</w:tcPr></w:tblStylePr>`,
      )
      .join(""),
  ),
].join("")}</w:styles>`;

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const white = (text: string, more = "") => run(text, `<w:color w:val="FFFFFF"/>${more}`);
const colour = (ink: string, mark: string) =>
  `<w:color w:val="${ink}"/><w:highlight w:val="${mark}"/>`;
const cell = (words: string, properties = "", paragraph = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr>${paragraph}</w:pPr>${words}</w:p></w:tc>`;
const row = (figure: string) => `<w:tr>${cell(run("行"))}${figure}</w:tr>`;
const table = (rows: string, properties = "") =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`;

/** What is odd about the figure 7 of a document. */
async function oddityOf(body: string) {
  const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
  const read = await readOffice(zipDocx(document, { "word/styles.xml": STYLES }));
  if (!read.ok) throw new Error(read.refusal.code);
  const { text, oddityAt } = read.value.plain;
  return oddityAt?.(text.indexOf("7"));
}

async function textOf(body: string): Promise<string> {
  const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
  const read = await readOffice(zipDocx(document, { "word/styles.xml": STYLES }));
  return read.ok ? read.value.plain.text : "";
}

test.each([
  ["white", cell(white("7")), "unseen"],
  ["white by a style", cell(run("7", '<w:rStyle w:val="white"/>')), "unseen"],
  [
    "the white of the theme",
    cell(run("7", '<w:color w:val="auto" w:themeColor="background1"/>')),
    "unseen",
  ],
  [
    "a grey of the theme",
    cell(run("7", '<w:color w:val="808080" w:themeColor="background1" w:themeShade="80"/>')),
    null,
  ],
  ["hardly grey", cell(run("7", '<w:color w:val="FEFEFE"/>')), "unseen"],
  ["white on a clear shade", cell(white("7"), shd("auto")), "unseen"],
  ["white on dark blue", cell(white("7"), shd("000080")), null],
  ["dark blue on dark blue", cell(run("7", '<w:color w:val="000080"/>'), shd("000080")), "unseen"],
  [
    "white on solid black",
    cell(white("7"), '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    null,
  ],
  ["white in a dark paragraph", cell(white("7"), "", shd("000080")), null],
  [
    "white in a paragraph of a dark style",
    cell(white("7"), "", '<w:pStyle w:val="darker"/>'),
    null,
  ],
  ["white on its own dark shade", cell(white("7", shd("000080"))), null],
  ["white, marked in green", cell(white("7", '<w:highlight w:val="green"/>')), null],
  ["yellow, marked in yellow", cell(run("7", colour("FFFF00", "yellow"))), "unseen"],
  ["dark red, marked in dark red", cell(run("7", colour("800000", "darkRed"))), "unseen"],
  ["red, marked in yellow", cell(run("7", colour("FF0000", "yellow"))), null],
  [
    "dark blue in a paragraph of a dark blue style",
    cell(run("7", '<w:color w:val="000080"/>'), "", '<w:pStyle w:val="darker"/>'),
    "unseen",
  ],
  [
    "white in a paragraph of a style that takes the shade away",
    cell(white("7"), "", '<w:pStyle w:val="bare"/>'),
    "unseen",
  ],
  ["black", cell(run("7", '<w:color w:val="000000"/>')), null],
  ["no colour", cell(run("7"), shd("000080")), null],
])("a figure in %s", async (_name, figure, oddity) => {
  expect(await oddityOf(table(row(figure)))).toBe(oddity);
});

test.each([
  ["grid", null, "unseen"],
  ["bands", "unseen", "unseen"],
  ["both", null, "unseen"],
  ["none", "unseen", "unseen"],
])("a style of tables may shade the heads, or any row: %s", async (id, head, below) => {
  const styled = `<w:tblStyle w:val="${id}"/>`;
  expect(await oddityOf(table(row(cell(white("7"))), styled))).toBe(head);
  const rows = row(cell(run("5"))) + row(cell(white("7")));
  expect(await oddityOf(table(rows, styled))).toBe(below);
});

test("what is behind a table is behind its cells", async () => {
  const inner = table(row(cell(white("7"))));
  const outer = (properties: string) =>
    table(`<w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${inner}<w:p/></w:tc></w:tr>`);
  expect(await oddityOf(outer(shd("000080")))).toBe(null);
  expect(await oddityOf(outer(""))).toBe("unseen");
});

test("a figure that a control shows where nobody has typed is told", async () => {
  const control = (inner: string, prompt = "<w:showingPlcHdr/>") =>
    `<w:sdt><w:sdtPr>${prompt}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  expect(await oddityOf(table(row(cell(control(run("7"))))))).toBe("prompt");
  expect(await oddityOf(table(row(control(cell(run("7"))))))).toBe("prompt");
  expect(await oddityOf(table(row(cell(control(white("7"))))))).toBe("unseen");
  expect(await oddityOf(table(row(cell(control(run("7"), "")))))).toBe(null);
});

test("where a style of tables may shade any row, only white is told, and not where its cell has a ground", async () => {
  const styled = '<w:tblStyle w:val="bands"/>';
  expect(await oddityOf(table(row(cell(run("7"))), styled))).toBe(null);
  expect(await oddityOf(table(row(cell(run("7", colour("FF0000", "none")))), styled))).toBe(null);
  expect(await oddityOf(table(row(cell(white("7"), shd("000080"))), styled))).toBe(null);
});

test.each([
  ["white", cell(white("7")), "unseen"],
  ["white by a style", cell(run("7", '<w:rStyle w:val="white"/>')), "unseen"],
  ["white on a dark cell", cell(white("7"), shd("000080")), null],
  ["black", cell(run("7")), null],
  ["struck out", cell(run("4", "<w:strike/>") + run("7")), null],
  ["hidden", cell(run("4", "<w:vanish/>") + run("7")), null],
])("%s digits of a table in a text box are as in any other, read once", async (_, figure, odd) => {
  const box = `<w:txbxContent><w:p>${run("框")}</w:p>${table(row(figure))}</w:txbxContent>`;
  const both = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = `<w:p>${run("前")}${both}</w:p>`;
  expect(await oddityOf(body)).toBe(odd);
  expect(await textOf(body)).toMatch(/^前\n框\n行\s*\|\s*7\s*\|\n?$/u);
});
