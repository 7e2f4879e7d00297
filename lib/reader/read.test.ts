import { expect, test } from "vitest";
import { tableCells } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { encodeGbk, encodeUtf16 } from "#lib/testing/reports/encode.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { MAX_BYTES } from "./detect.ts";
import { formatOf } from "./format.ts";
import { readSource } from "./read.ts";
import { refusalText } from "./refusal.ts";

const newest = EDITIONS.at(-1) ?? EDITIONS[0];
const utf8 = (text: string) => new TextEncoder().encode(text);

function sample(layout: Layout = "row lines", year = 2023): string {
  if (!newest) throw new Error("there is an edition");
  const tables = newest.tables.map((table) => {
    const optional = optionalRows(table);
    const specs = tableCells(table).filter(({ row }) => !optional.has(row.key));
    return [
      table.key,
      printed(table, new Map(specs.map(({ key }, index) => [key, String(index % 7)]))),
    ] as const;
  });
  return writeReport(newest, year, new Map(tables), layout);
}

async function readOne(bytes: Uint8Array) {
  const result = await readSource(bytes, "x.txt");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  if (!report || more.length > 0) throw new Error(`${result.value.length} reports`);
  return report;
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const result = await readSource(bytes, "x.txt");
  if (result.ok) return "read";
  expect(refusalText(result.refusal).zh).toMatch(/。$/);
  expect(refusalText(result.refusal).en).toMatch(/\.$/);
  return result.refusal.code;
}

test.each([
  ["UTF-8", (text: string) => utf8(text)],
  ["UTF-8 with its mark", (text: string) => utf8(`\uFEFF${text}`)],
  ["GBK", encodeGbk],
  ["UTF-16LE", (text: string) => encodeUtf16(text, "le", true)],
  ["UTF-16BE", (text: string) => encodeUtf16(text, "be", true)],
  ["UTF-16LE without a mark", (text: string) => encodeUtf16(text, "le", false)],
  ["UTF-16BE without a mark", (text: string) => encodeUtf16(text, "be", false)],
])("a report in %s", async (_name, encode) => {
  const text = sample();
  const { content, source, issues } = await readOne(encode(text));
  expect(source).toBe(text);
  expect(Object.keys(content.cells)).toHaveLength(200);
  expect(content).toMatchObject({ agency: "青溪县档案馆", year: 2023, signedOn: "2024-01-20" });
  expect(issues).toEqual([]);
});

test.each([
  ["nothing", new Uint8Array(0), "reader.empty"],
  ["blanks", utf8(" \n\t "), "reader.empty"],
  ["50 MB", new Uint8Array(50 * 1_048_576), "reader.too-large"],
  ["one byte too many", new Uint8Array(MAX_BYTES + 1), "reader.too-large"],
  ["zeros", new Uint8Array(5000), "reader.binary"],
  [
    "noise",
    Uint8Array.from({ length: 9000 }, (_, index) => (index * index * 31 + index * 7) % 256),
    "reader.binary",
  ],
  ["a PDF", utf8("%PDF-1.7\n1 0 obj"), "reader.damaged"],
  ["a ZIP cut off", utf8("PK\u0003\u0004\u0014"), "reader.damaged"],
  [
    "Latin-1 prose",
    Uint8Array.from("Un été à Genève, où l'eau était très fraîche. ".repeat(20), (c) =>
      c.charCodeAt(0),
    ),
    "reader.undecodable",
  ],
  ["English prose", utf8("Nothing of the kind stands here.\n".repeat(50)), "reader.no-report"],
  ["a poem", utf8("山色空蒙，水光潋滟。\n".repeat(30)), "reader.no-report"],
  [
    "a notice about the reports",
    utf8(
      "关于编制2023年政府信息公开工作年度报告的通知\n各科室：请于1月15日前报送数据，收到申请12件的填12。\n",
    ),
    "reader.not-annual-report",
  ],
])("%s is refused", async (_name, bytes, code) => {
  expect(await refusalOf(bytes)).toBe(code);
});

test("a report before 2019 keeps its prose and shows no figures", async () => {
  const text =
    "青溪县水务局2016年政府信息公开年度报告\n一、概述\n本局在2016年公开信息120条。\n二、主动公开政府信息情况\n全年公开文件15件。\n三、依申请公开政府信息情况\n收到申请3件，办结3件。\n四、行政复议、诉讼情况\n没有发生。\n五、存在的主要问题和改进措施\n栏目偏少，明年增设。\n青溪县水务局\n二〇一七年三月五日\n";
  const { content, issues } = await readOne(utf8(text));
  expect(content).toMatchObject({
    edition: null,
    year: 2016,
    agency: "青溪县水务局",
    signedOn: "2017-03-05",
    cells: {},
  });
  expect(content.sections.map(({ key }) => key)).toEqual([
    "overview",
    "proactive",
    "requests",
    "remedies",
    "problems",
  ]);
  expect(content.sections[2]?.text).toBe("收到申请3件，办结3件。");
  expect(issues.map(({ rule }) => rule)).toEqual(["read.oldForm"]);
});

test("a report without tables has no figures, and says so", async () => {
  const { content, issues } = await readOne(
    utf8(
      "青溪县水务局2022年政府信息公开工作年度报告\n一、总体情况\n收到申请3件。\n二、主动公开政府信息情况\n见附件。\n",
    ),
  );
  expect(content.cells).toEqual({});
  expect(issues.map(({ rule, section }) => [rule, section])).toEqual([
    ["read.noSection", "requests"],
    ["read.noSection", "remedies"],
    ["read.noSection", "problems"],
    ["read.noSection", "other"],
    ["read.swollenSection", "proactive"],
    ["read.noTables", undefined],
  ]);
});

test("two reports in one file are two parts", async () => {
  const result = await readSource(
    utf8(`${sample("row lines", 2022)}\n\n${sample("row lines", 2023)}`),
    "both.txt",
  );
  if (!result.ok) throw new Error(result.refusal.code);
  expect(
    result.value.map(({ part, content }) => [
      part,
      content.year,
      content.title,
      Object.keys(content.cells).length,
    ]),
  ).toEqual([
    [1, 2022, "青溪县档案馆2022年政府信息公开工作年度报告", 200],
    [2, 2023, "青溪县档案馆2023年政府信息公开工作年度报告", 200],
  ]);
  expect(result.value[0]?.content.signedOn).toBe("2023-01-20");
});

test("the fields above the title of a second report are its own", async () => {
  const [first, second] = [sample("row lines", 2022), sample("row lines", 2023)];
  const fields = "文号：青政公〔2024〕16号\n公开单位：青溪县档案馆";
  const result = await readSource(utf8(`${first}\n${fields}\n${second}`), "both.txt");
  if (!result.ok) throw new Error(result.refusal.code);
  expect(result.value.map(({ content }) => content.documentNumber)).toEqual([
    null,
    "青政公〔2024〕16号",
  ]);
  expect(result.value[0]?.content.sections.at(-1)?.text).not.toContain("文号");
});

test("a table of contents is not the report", async () => {
  const [title = "", ...rest] = sample().split("\n");
  const contents = Object.values(newest?.sections ?? {}).map(({ zh }) => `${zh}……1`);
  const { content } = await readOne(utf8([title, "目录", ...contents, ...rest].join("\n")));
  expect(Object.keys(content.cells)).toHaveLength(200);
  expect(content.sections).toHaveLength(6);
  expect(content.sections[0]?.text).toMatch(/没有遗漏。$/);
});

test("a web page: menus, scripts and comments are left out, its metadata block and tags are read", async () => {
  const page = sample("html").replace(
    "<body><div>",
    `<body><!-- 一、总体情况 --><nav><a href="/">首页</a>政府信息公开年报</nav><div><table><tr><td>索&nbsp;引&nbsp;号</td><td>QX-2024-0007</td><td>发布日期</td><td>2024年1月22日</td></tr><tr><td>文号</td><td></td><td>发布机构</td><td>青溪县档案馆</td></tr></table>`,
  );
  const tagged = page.replace("<head>", '<head><meta name="ContentSource" content="青溪县政府网">');
  const { content, format, source, issues } = await readOne(utf8(tagged));
  expect(format).toBe("html");
  expect(content).toMatchObject({
    indexNumber: "QX-2024-0007",
    publishedOn: "2024-01-22",
    documentNumber: null,
    publisher: "青溪县档案馆",
  });
  expect(Object.keys(content.cells)).toHaveLength(200);
  expect(issues).toEqual([]);
  for (const { raw, at } of Object.values(content.cells))
    expect(source.slice(at?.[0], at?.[1])).toBe(raw);
  expect(content.sections.map(({ text }) => text).join("")).not.toContain("var a");
});

test("entities do not move a figure's place in the source", async () => {
  const page = sample("html").replaceAll("<td><p>3</p></td>", "<td>&nbsp;&#51;<!-- x --></td>");
  const { content, source } = await readOne(utf8(page));
  const encoded = Object.values(content.cells).filter(({ at }) =>
    source.slice(at?.[0], at?.[1]).startsWith("&#51;"),
  );
  expect(encoded.length).toBeGreaterThan(10);
  for (const { value } of encoded) expect(value).toBe(3);
});

/** Inputs that invite quadratic work. */
const HOSTILE: readonly [string, (length: number) => string][] = [
  ["one long line", (n) => "政府信息公开，".repeat(n / 7)],
  ["bars", (n) => "| ".repeat(n / 2)],
  ["figures", (n) => "0 | ".repeat(n / 4)],
  ["figures by blanks", (n) => `自然人 ${"0 ".repeat(n / 2)}`],
  ["labels by blanks", (n) => "自然人 其他 总计 ".repeat(n / 10)],
  ["columns by blanks", (n) => "规章   0   0\n".repeat(n / 12)],
  ["characters one a line", (n) => "三\n、\n本\n年\n".repeat(n / 8)],
  ["question marks", (n) => "?? ".repeat(n / 3)],
  ["headings", (n) => "\n一、总体情况".repeat(n / 7)],
  ["labels", (n) => "自然人\n其他\n总计\n".repeat(n / 10)],
  ["brackets", (n) => "标(bi".repeat(n / 4)],
  ["open tags", (n) => "<div>".repeat(n / 5)],
  ["nested tables", (n) => "<table><tr><td>".repeat(n / 15)],
  [
    "heads of Markdown",
    (n) => `|a|\n|---|\n${"|自然人".repeat(n / 8)}\n${"|自然人".repeat(n / 8)}`,
  ],
  ["marks of Markdown", (n) => `# a\n# b\n${"[<!--**".repeat(n / 7)}`],
  ["tables without ends", (n) => `# a\n# b\n${"<table>\n".repeat(n / 8)}`],
  ["merged cells", (n) => `<table>${"<tr><td rowspan=9999 colspan=9999>0".repeat(n / 34)}`],
  ["open table cells", (n) => `<table><tr>${"<td>0".repeat(n / 5)}`],
];

test.each(HOSTILE)(
  "time grows with the size, not with its square: %s",
  async (_name, make) => {
    const time = async (length: number) => {
      const bytes = utf8(make(length));
      const start = performance.now();
      await readSource(bytes, "x");
      return performance.now() - start;
    };
    await time(20_000);
    const small = await time(60_000);
    const large = await time(600_000);
    // Ten times the size: a hundred times the time would be quadratic.
    expect(large).toBeLessThan(small * 50 + 1500);
  },
  60_000,
);

test("Markdown of a converter: headings, emphasis, tables in pipes and in markup, marks of pages", async () => {
  const page = sample("markdown")
    .replace("## 一、总体情况", "**一、总体情况**\n\n![图章](images/1.jpg)\n\n<!-- 第 2 页 -->")
    .replace("## 五、", "{4}------------------------------------------------\n\n## 五、")
    .replace("| 规章 |", "| **规章**[^1] |");
  const { content, format, source, issues } = await readOne(utf8(page));
  expect(format).toBe("markdown");
  expect(content.title).toBe("青溪县档案馆2023年政府信息公开工作年度报告");
  expect(content.sections.map(({ heading }) => heading)).toEqual(
    Object.values(newest?.sections ?? {}).map(({ zh }) => zh),
  );
  expect(content.sections[0]?.text).toBe(
    "2023年，本机关按照条例办理政府信息公开的各项事务，没有遗漏。",
  );
  expect(Object.keys(content.cells)).toHaveLength(200);
  for (const { raw, at } of Object.values(content.cells))
    expect(source.slice(at?.[0], at?.[1])).toBe(raw);
  expect(issues).toEqual([]);
});

test.each([
  ["a page", "<!DOCTYPE html><html><body><h1># 标题</h1></body></html>", "html"],
  ["a piece of a page", "<div><p># 一</p>\n<p># 二</p></div>", "html"],
  ["words before markup", "年报\n<p>一、总体情况</p><p>正文</p><p>二、主动公开</p>", "html"],
  [
    "Markdown with a table in markup",
    "# 年报\n\n## 一、总体情况\n\n<table><tr><td>1</td></tr></table>",
    "markdown",
  ],
  [
    "lines around a table in markup",
    "年报\n一、总体情况\n正文\n<table><tr><td>1</td></tr></table>\n五、问题",
    "markdown",
  ],
  ["a rule under heads", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "markdown"],
  ["bars alone", "甲 | 1 | 2 |\n乙 | 3 | 4 |", "text"],
  ["figures that do not apply", "甲 | - | - |\n乙 | - | - |", "text"],
  ["one number sign", "# 年报\n正文", "text"],
])("%s is told by its marks", (_name, text, format) => {
  expect(formatOf(text)).toBe(format);
});

test("in a cell what is struck out is not read, and the raised mark of a note is no digit", async () => {
  for (const [cell, raw] of [
    ["<s>9</s>3", "3"],
    ['<span style="text-decoration: line-through">9</span>3', "3"],
    ["<del>9</del><ins>3</ins>", "3"],
    ["3<sup>1</sup>", "3 1"],
  ] as const) {
    const page = sample("html").replace("<td><p>3</p></td>", `<td>${cell}</td>`);
    const { content } = await readOne(utf8(page));
    const raws = Object.values(content.cells).map((each) => each.raw);
    expect(raws).toContain(raw);
    expect(raws.some((each) => ["93", "31"].includes(each))).toBe(false);
  }
});

test("a line broken inside a cell parts figures, a hidden one is not printed, a page in a form is read", async () => {
  const page = sample("html")
    .replace("<body><div>", '<body><form id="aspnetForm"><div>')
    .replace("<td><p>1</p></td>", "<td>1<br>2</td>")
    .replace("<td><p>3</p></td>", '<td>3<span style="display:none">4</span></td>');
  const { content } = await readOne(utf8(page));
  const raws = Object.values(content.cells).map(({ raw, value }) => [raw, value]);
  expect(raws).toHaveLength(200);
  expect(raws).toContainEqual(["1 2", null]);
  expect(raws.some(([raw]) => raw === "12" || raw === "34")).toBe(false);
});
