import { expect, test } from "vitest";
import { officialCells } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const form = EDITIONS.at(-1);

function sample(layout: Layout): string {
  if (!form) throw new Error("there is an edition");
  const specs = officialCells(form);
  const figures = new Map(specs.map(({ key }, index) => [key, String(1001 + index)]));
  const tables = form.tables.map((table) => [table.key, printed(table, figures)] as const);
  return writeReport(form, 2023, new Map(tables), layout);
}

async function readChanged(layout: Layout, change: (text: string) => string) {
  const sound = sample(layout);
  const text = change(sound);
  expect(text).not.toBe(sound);
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  expect(result.value).toHaveLength(1);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  const values = Object.values(report.content.cells).map(({ value }) => value);
  expect(values).toEqual(Array.from({ length: 200 }, (_, index) => 1001 + index));
  return report;
}

const coded = (text: string) =>
  text.replace(/[\u3400-\u9fff]/gu, (character) => `&#${character.codePointAt(0)};`);

/** What a page's script holds that draws the tables anew: the names of rows, many times over. */
const SCRIPT = Array.from(
  { length: 60 },
  (_, index) =>
    `rows[${index}] = { name: "行政许可", group: "自然人", label: "一、本年新收政府信息公开申请数量", total: "${index}" };`,
).join("\n");

test.each<[string, Layout, (text: string) => string]>([
  [
    "a year cut into spans",
    "html",
    (text) => text.replaceAll("2023年", "<span>20</span><span lang=EN-US>23</span>年"),
  ],
  [
    "section numbers in conditional comments",
    "word html",
    (text) =>
      text.replace(
        /<p>([一二三四五六]、)/gu,
        "<p><!--[if gte mso 9]><xml>七、</xml><![endif]--><![if !supportLists]><span>$1</span><![endif]>",
      ),
  ],
  ["characters as entities", "html", coded],
  [
    "menus, crumbs, buttons and a script",
    "html",
    (text) =>
      text
        .replace(
          "<body><div>",
          "<body><nav>首页 | 政务公开 | 年报</nav><div>当前位置：首页 &gt; 年报</div><select><option>自然人</option></select><div>",
        )
        .replace("</body>", `<div>【打印】【关闭】</div><script>${SCRIPT}</script></body>`),
  ],
  [
    "the whole report in one cell of a frame",
    "html",
    (text) =>
      text
        .replace("<body><div>", "<body><table><tr><td>栏目</td></tr><tr><td>")
        .replace("</div></body>", "</td></tr></table></body>"),
  ],
  [
    "heads over several paragraphs",
    "html",
    (text) =>
      text.replaceAll("法律服务机构", "法律服<p>务机</p>构").replace("科研机构", "科研<br>机构"),
  ],
  ["a script flattened into the text", "lines", (text) => `${text}\n${SCRIPT}`],
  [
    "a script flattened into lines of its words",
    "row lines",
    (text) => `${text}\n${SCRIPT.replaceAll(/[,;] /gu, ",\n")}`,
  ],
  [
    "page numbers between the lines",
    "lines",
    (text) =>
      text
        .replace("\n\n2.重复申请", "\n\n- 3 -\n\n2.重复申请")
        .replace("\n\n规章", "\n\n第 2 页 共 5 页\n\n规章"),
  ],
  [
    "blanks of full width between characters and columns",
    "full-width blanks",
    (text) => text.replace("规章", "规　章").replace("总计", "总　计"),
  ],
])("%s: every figure in its place", async (_name, layout, change) => {
  const { content } = await readChanged(layout, change);
  expect(content.year).toBe(2023);
  expect(content.sections.map(({ key }) => key)).toHaveLength(6);
  expect(content.sections.map(({ text }) => text).join("")).not.toContain("rows[");
});
