import { expect, test } from "vitest";
import { BODY, readFrom, readPage } from "#lib/testing/report-front.ts";
import { readSource } from "./read.ts";

const TITLE = "青溪县水务局2022年政府信息公开工作年度报告";
const LISTED =
  "青溪县林业局2022年政府信息公开工作年度报告\n青溪县教育局2022年政府信息公开工作年度报告\n";
const SIGNED = "青溪县水务局\n2023年1月9日\n";

test("of the titles above a report the one that is its own, by its tags, its signature or its place", async () => {
  const tagged = await readPage(
    `<title>青溪县人民政府 - ${TITLE}</title>`,
    `${LISTED.replace(/^.+$/gmu, "<p>$&</p>")}<h1>${TITLE}</h1>`,
  );
  const signed = await readFrom(`${TITLE}\n${LISTED}`, SIGNED);
  const placed = await readFrom(`${LISTED}${TITLE}`);
  for (const { content } of [tagged, signed, placed])
    expect(content).toMatchObject({ title: TITLE, agency: "青溪县水务局", year: 2022 });
  for (const { rules } of [tagged, signed]) expect(rules).not.toContain("read.otherTitle");
  expect(placed.rules).toContain("read.otherTitle");
});

test("reports of other years in the list of a site leave the year alone", async () => {
  const way = "首页 > 年报 > 2021年政府信息公开工作年度报告 > 正文\n";
  const { content, rules } = await readFrom(
    `${way}青溪县水务局2021年政府信息公开工作年度报告\n${TITLE}`,
    SIGNED,
    BODY.replace("全年", "2022年，全年"),
  );
  expect(content).toMatchObject({ title: TITLE, year: 2022 });
  expect(rules).not.toContain("read.yearDoubt");
});

test.each([
  "青溪县水务局2022\n年政府信息公开工作年度报告",
  "青溪县水务局2022年政府\n信息公开工作年度报告",
  "青溪县水务局2022年政\n府信息公开工作年度报告",
  "附件：青溪县水务局2022年政府信息公开工作年度报告",
  "青溪县水务局2022年\n政府信息公开工作年度报告",
  "青溪县水务局\u200B2022年政府\u200B信息公开工作年度报告",
])("the title in %s", async (front) => {
  expect((await readFrom(front)).content).toMatchObject({ title: TITLE, agency: "青溪县水务局" });
});

test.each([
  "青溪县水务局2022年政府信息公开工作情况报告",
  "青溪县水务局关于2022年度政府信息公开工作情况的报告",
  "青溪县水务局二0二二年政府信息公开工作年度报告",
  "【年报】青溪县水务局2022年政府信息公开工作年度报告",
])("agency and year of the title %s", async (title) => {
  const { content } = await readFrom(title);
  expect(content).toMatchObject({ title, agency: "青溪县水务局", year: 2022 });
});

const UNNAMED = "2022年政府信息公开工作年度报告";
test.each([
  [`${UNNAMED}\n青溪县水务局`, "", "青溪县水务局"],
  [`${UNNAMED}\n青溪县政府网`, "", null],
  [`${UNNAMED}\n青溪县水务局根据条例规定，编制本报告。`, "", "青溪县水务局"],
  [UNNAMED, "2023年1月9日\n青溪县水务局\n", "青溪县水务局"],
  ["县水务局2022年政府信息公开年报", SIGNED, "青溪县水务局"],
  ["县水利局2022年政府信息公开年报", SIGNED, "青溪县水务局"],
  ["市水利局2022年政府信息公开年报", SIGNED, "市水利局"],
  ["2022年全县政府信息公开工作年度报告", SIGNED, "青溪县水务局"],
  [`${UNNAMED}\n现将青溪县水务局2022年政府信息公开工作情况报告如下。`, "", "青溪县水务局"],
  [`${UNNAMED}\n本报告由青溪县水务局按照条例规定编制。`, "", "青溪县水务局"],
  [`${UNNAMED}\n根据要求，由各部门编制。`, "", null],
  [UNNAMED, "青溪县政务公开领导小组\n2023年1月9日\n", "青溪县政务公开领导小组"],
  [`${UNNAMED}\n来源：青溪县政府办公室\n现将我镇工作报告如下。`, "", null],
  [`${UNNAMED}\n来源：河口镇人民政府\n现将我局工作报告如下。`, "", null],
  [`${UNNAMED}\n来源：青溪县水务局\n我县水务工作有序推进。`, "", "青溪县水务局"],
  [`${UNNAMED}\n来源：青溪高新区管委会\n我区有序推进。`, "", "青溪高新区管委会"],
])("the agency of %s and %s", async (front, tail, agency) => {
  expect((await readFrom(front, tail)).content?.agency).toBe(agency);
});

test.each([
  ["云州大学2022年信息公开工作年度报告", null],
  ["中华人民共和国云州海关2022年政府信息公开工作年度报告", null],
  ["湘西州水利局2022年政府信息公开工作年度报告", "湘西州"],
])("the region of %s", async (title, region) => {
  expect((await readFrom(title)).content?.region).toBe(region);
});

const NUMBERS = "一二三四五六七";
test.each([
  [
    "whose numbers are shifted by one",
    (text: string) =>
      text.replace(
        /^([一二三四五六])、/gmu,
        (_, number) => `${NUMBERS[NUMBERS.indexOf(number) + 1]}、`,
      ),
  ],
  ["numbered as the form wants", (text: string) => text],
])("a report %s before another without a title", async (_, numbered) => {
  const second = BODY.replace("全年", "2023年，林业").replace("人手不足", "林区广大");
  const front =
    "索引号：0135/2024-12\n文号：青林发〔2024〕6号\n根据《中华人民共和国政府信息公开条例》的规定，现公布青溪县林业局2023年政府信息公开工作年度报告。\n";
  const text = `${TITLE}\n${numbered(BODY)}${front}${second}`;
  const result = await readSource(new TextEncoder().encode(text), "x");
  const reports = result.ok ? result.value : [];
  expect(reports.map(({ content }) => [content.agency, content.year])).toEqual([
    ["青溪县水务局", 2022],
    ["青溪县林业局", 2023],
  ]);
  expect(reports.map(({ content }) => content.sections.at(-1)?.text)).toEqual(["无。", "无。"]);
  expect(reports[1]?.content.indexNumber).toBe("0135/2024-12");
});

test.each([
  ["2023年，各项工作有序开展。", true],
  ["2022年，各项工作有序开展。", false],
  ["2023年将继续做好工作。", false],
  ["各项工作有序开展，2023年继续。", false],
])("a first section of %s under a title of 2022", async (words, isDoubted) => {
  const { content, rules } = await readFrom(
    TITLE,
    "",
    BODY.replace("全年各项工作有序开展。", words),
  );
  expect(content?.year).toBe(2022);
  expect(rules.includes("read.yearDoubt")).toBe(isDoubted);
});

test("a whole page on one line: its title, its signature, and no buttons in section six", async () => {
  const front = `首页 > 年报 来源：青溪县水务局 发布日期：2023-01-24 ${TITLE}`;
  const buttons = "【打印本页】【关闭窗口】 分享到：微信 微博";
  for (const tail of [`青溪县水务局 2023年1月9日 ${buttons}`, `青溪县水务局 2023年1月9日`]) {
    const text = `${front}\n${BODY}${tail}`.replace(/\n/gu, " ");
    const result = await readSource(new TextEncoder().encode(text), "x");
    const content = result.ok ? result.value[0]?.content : null;
    expect(content).toMatchObject({ title: TITLE, agency: "青溪县水务局", signedOn: "2023-01-09" });
    expect(content?.sections.at(-1)?.text).toBe("无。");
  }
});
