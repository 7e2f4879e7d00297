import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { readIssue } from "#lib/reader/issues.ts";
import { type ReadReport, readSource } from "#lib/reader/read.ts";
import { consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { checkReport } from "./checked-report.ts";
import { passagesOf } from "./passages.ts";

const TOTAL = "remedies.litigationDirect.total";
const broken = withCells(consistentContent(EDITION_2021, 4), { [TOTAL]: numberCell(4711) });
const text = reportAsText(broken);

async function read(source: string): Promise<ReadReport> {
  const result = await readSource(new TextEncoder().encode(source), "");
  const [report] = result.ok ? result.value : [];
  if (!report) throw new Error("the report was not read");
  return report;
}

function failing(report: ReadReport) {
  const issue = checkReport(report).open.find(
    ({ instance }) => instance === "R04.litigationDirect",
  );
  if (!issue) throw new Error("the sum does not fail");
  return issue.passages;
}

test("a passage marks the figures of a sum that say something, with the words around them", async () => {
  const { shown, places, more } = failing(await read(text));
  expect(shown).toHaveLength(1);
  expect(shown[0]?.marked).toContain("4711");
  expect(shown[0]?.marked).not.toContain("\n");
  expect(text.replace(/\s+/gu, " ")).toContain(
    `${shown[0]?.before}${shown[0]?.marked}${shown[0]?.after}`,
  );
  expect([places, more]).toEqual([[], 0]);
});

test("of a web page it shows what people read, not its markup", async () => {
  const rows = text
    .split("\n")
    .map((line) =>
      line.includes(" | ")
        ? `<tr><!-- 模板 --><td class="a>b">${line.replace(/ \|$/u, "").replaceAll(" | ", "</td><td>")}</td></tr>`
        : `<p style="margin:0">${line}</p>`,
    );
  const html = `<!doctype html><body>${rows.join("\n").replaceAll("</p>\n<tr>", "</p>\n<table><tr>").replaceAll("</tr>\n<p", "</tr></table>\n<p")}</body>`;
  const { shown } = failing(await read(html));
  const said = shown.map(({ before, marked, after }) => before + marked + after).join();
  expect(said).toContain("4711");
  expect(said).not.toMatch(/[<>]|模板|style|class/u);
});

test("where a file has tables instead of characters, it names the places", async () => {
  const report = await read(text);
  const cells = Object.fromEntries(
    Object.entries(report.content.cells).map(([key, cell], column) => [
      key,
      { ...cell, at: null, where: { table: 2, row: 3, column } },
    ]),
  );
  const office = { ...report, content: { ...report.content, cells } };
  const { shown, places } = failing(office);
  expect(shown).toEqual([]);
  expect(places).toContainEqual(cells[TOTAL]?.where);
});

test("a doubt about a section shows its beginning", async () => {
  const report = await read(text.replace("部分为测试内容", "部分为测??内容"));
  const lost = checkReport(report).open.find(({ rule }) => rule === "read.lostCharacters");
  expect(lost?.passages.shown[0]?.marked).toContain("测??内容");
});

test("of a doubt every figure is marked, zeros too", async () => {
  const cells = ["requests.received.naturalPerson", "requests.received.company"];
  const [zero = "", seven = ""] = cells;
  const content = withCells(broken, { [zero]: numberCell(0), [seven]: numberCell(7) });
  const report = await read(reportAsText(content));
  const doubt = { ...readIssue("partedOrder", { zh: "存疑", en: "doubtful" }), cells };
  const { shown } = passagesOf(doubt, report);
  expect(shown.map(({ marked }) => marked.replace(/[\s|]+/gu, " "))).toEqual(["0 7"]);
});

test("of a row that was left out, its line is marked", async () => {
  const row = "2.重复申请 | 1 | 2 | 3 | 4 |";
  const line = text.split("\n").find((each) => each.startsWith("2.重复申请")) ?? "";
  const report = await read(text.replace(line, row));
  const doubt = checkReport(report).open.find(({ rule }) => rule === "read.rowLength");
  expect(doubt?.passages.shown.map(({ marked }) => marked)).toEqual([row.replace(/ \|$/u, "")]);
});
