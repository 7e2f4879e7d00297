import { expect, test } from "vitest";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const FORM = editionById("2021") ?? expect.unreachable("edition 2021 is known");
const TITLE = "青溪县档案馆2023年政府信息公开工作年度报告";
const cells = exampleCells(FORM, seededRandom(2), { zeroShare: 0.4, largest: 60 });
const figures = new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
const tables = new Map(FORM.tables.map((table) => [table.key as string, printed(table, figures)]));

const reportIn = (layout: Layout) => writeReport(FORM, 2023, tables, layout);

async function readings(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  return result.ok ? result.value : [];
}
const reading = async (value: unknown) => (await readings(JSON.stringify(value)))[0];

const bodyOf = (layout: Layout) =>
  reportIn(layout)
    .replace(/^.*<body>/su, "")
    .replace(/<\/body>.*$/su, "");
const rawsOf = (report: Awaited<ReturnType<typeof reading>>) =>
  Object.fromEntries(
    Object.entries(report?.content.cells ?? {}).map(([key, { raw }]) => [key, raw]),
  );

test.each(["html", "tabs", "row lines", "markdown"] satisfies Layout[])(
  "a report in a record of JSON, %s: its figures and its last words",
  async (layout) => {
    const content = bodyOf(layout);
    const report = await reading({ code: 200, data: [{ title: TITLE, content }], url: "x" });
    expect(rawsOf(report)).toEqual(Object.fromEntries(figures));
    expect(report?.content.title).toBe(TITLE);
    expect(report?.content.sections.at(-1)?.text).not.toMatch(/[{}"]/u);
  },
);

test("the title of the record stands for one that the text lacks", async () => {
  const content = reportIn("row lines").split("\n").slice(1).join("\n");
  const report = await reading([{ title: TITLE, content }]);
  expect(report?.content).toMatchObject({ title: TITLE, year: 2023 });
});

const content = bodyOf("html");
const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#62;");
const words = content.replace(/<[^>]*>/gu, " ");
const LAST_YEAR = "青溪县档案馆2022年政府信息公开工作年度报告";

test.each([
  ["words beside the markup", JSON.stringify({ title: TITLE, text: words, content })],
  ["markup written as words", JSON.stringify({ title: TITLE, content: escaped })],
  ["a record a line", `${JSON.stringify({ title: TITLE, content })}\n{"title":"别的"}\n`],
  [
    "another record without a text",
    JSON.stringify([
      { title: LAST_YEAR, content: "" },
      { title: TITLE, content },
    ]),
  ],
  [
    "the title of another agency's before its own",
    JSON.stringify({ previous: TITLE.replace("档案馆", "水务局"), title: TITLE, content }),
  ],
  [
    "a record that names the one before beside its own",
    JSON.stringify({ data: { title: TITLE, content, prev: { title: LAST_YEAR } } }),
  ],
  [
    "two titles of which one is the shorter",
    JSON.stringify({ title: TITLE, shortTitle: "2023年政府信息公开工作年度报告", content }),
  ],
  ["its pages", JSON.stringify({ pages: [content.slice(0, 900), content.slice(900)] })],
  ["JSON within JSON", JSON.stringify({ data: JSON.stringify({ title: TITLE, content }) })],
  ["its title in a record of its own", JSON.stringify({ meta: { title: TITLE }, html: content })],
])("one report is read from %s", async (_name, text) => {
  const [report, ...more] = await readings(text);
  expect(more).toEqual([]);
  expect(rawsOf(report)).toEqual(Object.fromEntries(figures));
  expect(report?.content).toMatchObject({ title: TITLE, year: 2023 });
  for (const section of report?.content.sections ?? []) expect(section.text).not.toMatch(/[{}"]/u);
});

test("a record's title stands for one that its introduction only names", async () => {
  const front = "<p>根据条例要求，编制本政府信息公开工作年度报告。</p>";
  const bare = content.replace(/^[\s\S]*?(?=<p>一、总体情况)/u, front);
  expect(bare).not.toBe(content);
  const report = await reading({ title: TITLE, content: bare });
  expect(report?.content).toMatchObject({ title: TITLE, agency: "青溪县档案馆", year: 2023 });
  const other = await reading({ docTitle: "年报", content: bare, prev: { title: LAST_YEAR } });
  expect(other?.content.title).toBeNull();
});

test("two records with a report each are two reports", async () => {
  const other = content.replaceAll("2023", "2022").replaceAll("全年", "一年来");
  const records = [
    { title: TITLE, content },
    { title: LAST_YEAR, content: other },
  ];
  const found = await readings(JSON.stringify(records));
  expect(found.map((report) => report.content.title)).toEqual([TITLE, LAST_YEAR]);
});

test("JSON nested without end is no report", async () => {
  expect(await readings('{"a":['.repeat(200_000))).toEqual([]);
  expect(await readings(`[${"[],".repeat(500_000)}0]`)).toEqual([]);
});

test("what a record says of its report is read where the report does not say it", async () => {
  const url = "http://www.qx.example/art/1.html?a=1&b=2";
  const title = "青溪县水务局2022年政府信息公开工作年度报告";
  const words = `一、总体情况\n${"全年各项工作有序开展。".repeat(20)}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n无。`;
  const html = words.replace(/^.+$/gmu, "<p>$&</p>");
  const expected = {
    title,
    publisher: "青溪县水务局",
    publishedOn: "2023-01-19",
    sourceUrl: url,
  };
  for (const content of [words, html])
    for (const record of [
      { title, url, source: "青溪县水务局", publishTime: "2023-01-19 10:00:00", content },
      {
        content,
        metadata: {
          title,
          sourceURL: url,
          来源: "青溪县水务局",
          publishedTime: "2023-01-19T10:00",
        },
      },
    ]) {
      const result = await readSource(new TextEncoder().encode(JSON.stringify(record)), "x");
      expect(result.ok && result.value[0]?.content).toMatchObject(expected);
    }
});

const lines = reportIn("row lines").split("\n");
/** The report in pieces of so many lines. */
const pieces = (size: number) =>
  Array.from({ length: Math.ceil(lines.length / size) }, (_, at) =>
    lines.slice(at * size, (at + 1) * size).join("\n"),
  );
const blocks = content
  .split(/(?=<table)|(?<=<\/table>)/u)
  .map((piece, at) =>
    piece.startsWith("<table")
      ? { type: "table", table_body: piece, table_caption: [], page_idx: at }
      : { type: "text", text: piece.replace(/<[^>]*>/gu, "\n"), page_idx: at },
  );

test.each<[string, unknown]>([
  ["numbered", { pages: pieces(9).map((text, at) => ({ page: at + 1, text })) }],
  [
    "numbered as words beside the title",
    { title: TITLE, pages: pieces(20).map((content, at) => ({ pageNum: `${at + 1}`, content })) },
  ],
  ["cut by LangChain", pieces(15).map((page_content) => ({ page_content, metadata: {} }))],
  [
    "loaded by LangChain",
    pieces(30).map((page_content, page) => ({ page_content, metadata: { source: "a", page } })),
  ],
  ["in blocks of text and tables", blocks],
])("pages that are records, %s, are one report", async (_name, value) => {
  const [report, ...more] = await readings(JSON.stringify(value));
  expect(more).toEqual([]);
  expect(rawsOf(report)).toEqual(Object.fromEntries(figures));
  expect(report?.content).toMatchObject({ title: TITLE, year: 2023 });
  expect(report?.content.sections.at(-1)?.text).not.toBe("");
});

test("a page a line is one report too", async () => {
  const text = pieces(12).map((words, page) => JSON.stringify({ page, text: words }));
  const [report, ...more] = await readings(text.join("\n"));
  expect(more).toEqual([]);
  expect(rawsOf(report)).toEqual(Object.fromEntries(figures));
});

test("pages of two reports that a name of their own tells apart are not put together", async () => {
  const half = Math.ceil(lines.length / 2);
  const named = (doc: string, from: readonly string[]) =>
    [from.slice(0, half), from.slice(half)].map((some, at) => ({
      doc,
      page: at + 1,
      text: some.join("\n"),
    }));
  const other = lines.map((line) => line.replaceAll("2023", "2022"));
  const [a1, a2] = named("a", lines);
  const [b1, b2] = named("b", other);
  for (const records of [
    [a1, a2, b1, b2],
    [a1, b1, a2, b2],
  ])
    for (const report of await readings(JSON.stringify({ pages: records })))
      expect(Object.keys(report.content.cells).length).toBeLessThan(figures.size);
});

test("reports of several pages of a list, or of several sources, stay apart", async () => {
  const other = content.replaceAll("2023", "2022").replaceAll("全年", "一年来");
  const both = [content, other];
  for (const records of [
    both.map((content, at) => ({ title: [TITLE, LAST_YEAR][at], content, page: 1 })),
    both.map((page_content, at) => ({ page_content, metadata: { source: `${at}.html` } })),
  ]) {
    const found = await readings(JSON.stringify(records));
    expect(found.map((report) => report.content.title)).toEqual([TITLE, LAST_YEAR]);
  }
});
