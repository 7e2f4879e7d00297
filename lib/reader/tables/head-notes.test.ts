import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const KINDS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const LABELS = [
  "一、本年新收政府信息公开申请数量",
  "二、上年结转政府信息公开申请数量",
  "（一）予以公开",
];
const FIGURES = ["5", "", "3", "", "", "1", "9"];

const LAST = "四、结转下年度继续办理";

const row = (cells: readonly string[]) =>
  `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;

/** A page with section three alone: its heads, a line below them, and rows with blanks among their figures. */
async function requestsOf(kinds: readonly string[], more: readonly string[], figures = FIGURES) {
  const heads = `<tr><td rowspan="2"></td><td rowspan="2">自然人</td>
    <td colspan="${kinds.length}">法人或其他组织</td><td rowspan="2">总计</td></tr>${row(kinds)}`;
  const rows = LABELS.map((label) => row([label, ...figures]));
  // A row without blanks shows that none was filled up.
  rows.push(row([LAST, ...figures.map((figure) => figure || "0")]));
  const note = more.length > 0 ? row(more) : "";
  const page = writeReport(edition, 2021, new Map(), "html");
  const html = page.replace(
    edition.sections.requests.zh,
    (heading) => `${heading}</h2><table>${heads}${note}${rows.join("")}</table><h2>`,
  );
  const read = await readSource(new TextEncoder().encode(html), "x");
  const report = read.ok ? read.value[0] : undefined;
  const cells = Object.entries(report?.content.cells ?? {});
  return {
    received: cells.flatMap(([key, { raw }]) => (/received/u.test(key) ? [raw] : [])),
    count: cells.length,
    rules: report?.issues.map(({ rule }) => rule) ?? [],
  };
}

test.each([
  [["单位", ..."件件件件件件件"]],
  [["栏次", ..."ABCDEFG"]],
  [["甲", ..."123456", "7=1+2+3+4+5+6"]],
])("the line %s below the heads leaves rows with blanks whole", async (more) => {
  const { received, count } = await requestsOf(KINDS, more);
  expect(received).toEqual(FIGURES);
  expect(count).toBe((LABELS.length + 1) * FIGURES.length);
});

test("a line of figures with a label of its own is told", async () => {
  const { rules } = await requestsOf(KINDS, ["甲", "4", "1", "1", "1", "0", "1", "8"]);
  expect(rules).toContain("read.unknownRow");
});

test("a sum before the columns of its group is left out and told", async () => {
  const figures = ["5", "4", "", "3", "", "", "1", "9"];
  const { received, rules } = await requestsOf(["小计", ...KINDS], [], figures);
  expect(received).toEqual(FIGURES);
  expect(rules).toContain("read.unknownColumn");
});
