import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { cellKey } from "#lib/editions/edition.ts";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { readSource } from "./read.ts";

const table = EDITION_2021.tables.find(({ key }) => key === "requests");
const block = table?.blocks[0];
if (!block) throw new Error("the form has no requests");
const rows = block.rows.filter(({ insteadOf }) => !insteadOf);

const MEMBERS = "商业企业 科研机构 社会公益组织 法律服务机构 其他";
/** A table copied out of a printed page: its merged heads stand in lines between the others. */
const HEADS = [
  ["申请人情况", "法人或其他组织", "自然人 总计", MEMBERS],
  ["申请人情况", "法人或其他组织 自然人 总计", MEMBERS],
  ["申请人情况", "法人或其他组织", "总计 自然人", MEMBERS],
];
const FIGURES = rows.map(({ label }) => `${label.zh} 4 1 0 0 0 0 5`);
const BEFORE = [
  "青溪县水务局2023年政府信息公开工作年度报告",
  "一、总体情况",
  "全年办理有序，没有遗漏。",
  "三、收到和处理政府信息公开申请情况",
];

const KINDS: [string, (lines: readonly string[]) => string | Uint8Array][] = [
  ["paragraphs of a web page", (lines) => lines.map((line) => `<p>${line}</p>`).join("\n")],
  ["lines of one paragraph of a web page", (lines) => `<p>${lines.join("<br>")}</p>`],
  ["paragraphs of a Word file", (lines) => wordFile(lines)],
  ["plain text", (lines) => lines.join("\n")],
];

function wordFile(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipDocx(`<w:document ${space}><w:body>${body}</w:body></w:document>`);
}

test.each(KINDS)("heads in lines say nothing of the order of columns: %s", async (_, write) => {
  for (const heads of HEADS) {
    const file = write([...BEFORE, ...heads, ...FIGURES]);
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
    const read = await readSource(bytes, "x");
    const report = read.ok ? read.value[0] : undefined;
    const doubted = new Set(report?.issues.flatMap(({ cells }) => cells));
    const key = cellKey("requests", "received", "naturalPerson");
    const isRight = report?.content.cells[key]?.value === 4;
    expect(isRight || doubted.has(key)).toBe(true);
  }
});

test("cells into which such lines were pasted hold two heads in one column, and their order is open", async () => {
  const cells = (line: string, width: number) => {
    const filled = line
      .split(" ")
      .map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`);
    return `<w:tr>${filled.join("")}${"<w:tc><w:p/></w:tc>".repeat(width - filled.length)}</w:tr>`;
  };
  const lines = [...(HEADS[1] ?? []), ...FIGURES];
  const grid = `<w:tblGrid>${"<w:gridCol/>".repeat(8)}</w:tblGrid>`;
  const tbl = `<w:tbl>${grid}${lines.map((line) => cells(line, 8)).join("")}</w:tbl>`;
  const before = BEFORE.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const file = zipDocx(`<w:document ${space}><w:body>${before}${tbl}</w:body></w:document>`);
  const read = await readSource(file, "x");
  const issues = read.ok ? (read.value[0]?.issues ?? []) : [];
  expect(issues.map(({ rule }) => rule)).toContain("read.headsOpen");
});

test("the piece of a label that begins the next row fills no gap of the row above", async () => {
  const cut = FIGURES.map((line) => line.replace(/^（一）予以公开 4 1/u, "（一）予以公开 4"));
  const lines = cut.flatMap((line) => (line.startsWith("（二）") ? ["结果", line] : [line]));
  const table = lines
    .map(
      (line) =>
        `<tr>${line
          .split(" ")
          .map((text) => `<td>${text}</td>`)
          .join("")}</tr>`,
    )
    .join("");
  const heads = ["自然人", ...MEMBERS.split(" "), "总计"]
    .map((head) => `<td>${head}</td>`)
    .join("");
  const file = `${BEFORE.map((line) => `<p>${line}</p>`).join("")}<table><tr><td>申请人情况</td>${heads}</tr>${table}</table>`;
  const read = await readSource(new TextEncoder().encode(file), "x");
  const report = read.ok ? read.value[0] : undefined;
  const keys = block.columns.map((column) => cellKey("requests", "granted", column.key));
  const doubted = new Set(report?.issues.flatMap(({ cells }) => cells));
  expect(keys.filter((key) => !doubted.has(key))).toEqual([]);
});

test("names of the remedies that no line has in the form's order leave it open whose figures are whose", async () => {
  const outcomes = "结果维持 结果纠正 其他结果 尚未审结 总计";
  const lines = [
    ...BEFORE.slice(0, 3),
    "四、政府信息公开行政复议、行政诉讼情况",
    "行政诉讼",
    "未经复议直接起诉 复议后起诉",
    "行政复议",
    `${outcomes} ${outcomes} ${outcomes}`,
    "1 0 0 0 1 2 0 0 0 2 3 0 0 0 3",
  ];
  const html = lines.map((line) => `<p>${line}</p>`).join("\n");
  const read = await readSource(new TextEncoder().encode(html), "x");
  const report = read.ok ? read.value[0] : undefined;
  const key = cellKey("remedies", "reconsideration", "total");
  const isTold = report?.issues.some(({ cells }) => cells.includes(key)) ?? false;
  expect(report?.content.cells[key]?.value === 1 || isTold).toBe(true);
});
