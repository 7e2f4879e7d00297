import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const LABELS = ["规章", "行政规范性文件"];
const HEADS = ["本年制发件数", "本年废止件数", "现行有效件数"];
const cells = (texts: readonly string[]) => texts.map((text) => `<td>${text}</td>`).join("");

/** The other tables of the report, left blank. */
const others = new Map(
  edition.tables.flatMap((table) =>
    table.key === "proactive" ? [] : [[table.key as string, printed(table, new Map())] as const],
  ),
);

/** A page with the first block of section two: its head row as given, its rows, and what follows the table. */
async function regulationsOf(heads: string, { remains = "", after = "", style = "" } = {}) {
  const rows = LABELS.map(
    (label) => `<tr>${cells([label])}${remains}${cells(["1", "", "3"])}</tr>`,
  ).map((row) => row.replaceAll("<td>", style ? `<td style="${style}">` : "<td>"));
  const article = `<tr><td colspan="4">第二十条第（一）项</td></tr>`;
  const page = writeReport(edition, 2021, others, "html");
  const html = page.replace(
    edition.sections.proactive.zh,
    (heading) => `${heading}</h2><table>${article}${heads}${rows.join("")}</table>${after}<h2>`,
  );
  const read = await readSource(new TextEncoder().encode(html), "x");
  const report = read.ok ? read.value[0] : undefined;
  const all = Object.entries(report?.content.cells ?? {});
  const raws = all.flatMap(([key, { raw }]) => (/^proactive/u.test(key) ? [raw] : []));
  const doubted = report?.issues.flatMap((issue) =>
    issue.rule === "read.heads" ? issue.cells : [],
  );
  return { raws, doubted };
}

const WHOLE = ["1", "", "3", "1", "", "3"];
const HEAD_ROW = `<tr>${cells(["信息内容", ...HEADS])}</tr>`;

test.each(["width:0;padding:0;border:0", "mso-hide:all"])(
  "a blank cell with the style %s is no cell",
  async (style) => {
    const { raws } = await regulationsOf(HEAD_ROW, { remains: `<td style="${style}"></td>` });
    expect(raws).toEqual(WHOLE);
  },
);

test("blank cells stay where no cell of the rows has a width", async () => {
  const style = "width:0px;border:1px solid";
  const { raws, doubted } = await regulationsOf(HEAD_ROW, { style });
  expect(raws).toEqual(WHOLE);
  expect(doubted).toEqual([]);
  const heads = HEAD_ROW.replaceAll("<td>", `<td style="${style}">`);
  expect((await regulationsOf(heads, { style })).raws).toEqual(WHOLE);
});

test("a blank cell of no width is no cell beside one that reaches down", async () => {
  const heads = `<tr><td rowspan="3">一</td>${HEAD_ROW.slice("<tr>".length)}`;
  const { raws } = await regulationsOf(heads, { remains: '<td style="width:0"></td>' });
  expect(raws).toEqual(WHOLE);
});

test("heads in two lines keep their columns", async () => {
  const heads = `<tr><td rowspan="2">信息内容</td><td colspan="2">本年</td><td rowspan="2">现行有效件数</td></tr>
    <tr>${cells(["制发件数", "废止件数"])}</tr>`;
  expect((await regulationsOf(heads)).raws).toEqual(WHOLE);
});

test("a copy of the labels beside the table puts no figure in doubt", async () => {
  const labels = ["信息内容", ...LABELS].map((label) => `<tr>${cells([label])}</tr>`).join("");
  const { raws, doubted } = await regulationsOf(HEAD_ROW, { after: `<table>${labels}</table>` });
  expect(raws).toEqual(WHOLE);
  expect(doubted).toEqual([]);
});
