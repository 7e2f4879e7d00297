import { expect, test } from "vitest";
import { readSource } from "./read.ts";

const SECTIONS = [
  ["一、总体情况", "全年制发文件都按时公开，没有逾期。"],
  ["二、主动公开政府信息情况", "公开一批信息。"],
  ["三、收到和处理政府信息公开申请情况", "收到的申请都已答复。"],
  ["四、政府信息公开行政复议、行政诉讼情况", "没有复议和诉讼。"],
  ["五、存在的主要问题及改进情况", "人手不足，明年增加。"],
  ["六、其他需要报告的事项", "没有别的事项。"],
];
const BODY = SECTIONS.flat().join("\n");

async function read(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  const { content, issues } = report;
  const section = (key: string) => content.sections.find((one) => one.key === key)?.text;
  return { content, section, rules: issues.map(({ rule }) => rule) };
}

test("a title whose last character stands alone on the next line", async () => {
  const { content } = await read(`青溪县水务局2022年政府信息公开工作年度报\n告\n${BODY}`);
  expect(content.title).toBe("青溪县水务局2022年政府信息公开工作年度报告");
});

test("the title says its year once, so that the period and the signature outvote it", async () => {
  const period = "本报告数据统计期限为2022年1月1日至2022年12月31日。";
  const text = `青溪县水务局2021年政府信息公开工作年度报告\n${period}\n${BODY}\n青溪县水务局\n2023年1月10日`;
  const { content, rules } = await read(text);
  expect(content.year).toBe(2022);
  expect(rules).toContain("read.yearDoubt");
});

test("prose in the line of its heading begins after the full stop", async () => {
  const text = SECTIONS.map(([heading, words]) => `${heading}。${words}`).join("\n");
  const { section } = await read(`青溪县水务局2022年政府信息公开工作年度报告\n${text}`);
  expect(section("overview")).toBe("全年制发文件都按时公开，没有逾期。");
  expect(section("other")).toBe("没有别的事项。");
});

test("an overview without its heading is kept, and said", async () => {
  const introduction = "根据《政府信息公开条例》的要求，现公布本单位2022年度报告。";
  const text = `青溪县水务局2022年政府信息公开工作年度报告\n${introduction}\n${BODY.replace("一、总体情况\n", "")}`;
  const { section, rules, content } = await read(text);
  expect(section("overview")).toBe("全年制发文件都按时公开，没有逾期。");
  expect(content.sections.find(({ key }) => key === "overview")?.heading).toBeNull();
  expect(rules).toContain("read.unheaded");
});

test("a list of contents numbered otherwise than the headings is no round of sections", async () => {
  const contents = SECTIONS.map(([heading]) => heading).join("\n");
  const parts = SECTIONS.map(
    ([heading = "", words], index) =>
      `第${"一二三四五六"[index]}部分 ${heading.slice(2)}\n${words}各项工作都有登记可查。`,
  ).join("\n");
  const { section } = await read(
    `青溪县水务局2022年政府信息公开工作年度报告\n目录\n${contents}\n${parts}`,
  );
  expect(section("overview")).toMatch(/^全年制发文件都按时公开/u);
  expect(section("problems")).toMatch(/^人手不足，明年增加。/u);
});

test("a unit over a table and the number of a page are no prose", async () => {
  const text = BODY.replace("公开一批信息。", "公开一批信息。\n（单位：件）\n- 3 -");
  const { section } = await read(`# 青溪县水务局2022年政府信息公开工作年度报告\n\n${text}`);
  expect(section("proactive")).toBe("公开一批信息。");
});

test("a document number ends where it ends", async () => {
  const text = `文号：青政公〔2023〕16号 青溪县水务局2022年政府信息公开年报\n${BODY}`;
  const { content } = await read(text);
  expect(content.documentNumber).toBe("青政公〔2023〕16号");
});
