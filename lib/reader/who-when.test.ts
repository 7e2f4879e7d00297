import { expect, test } from "vitest";
import { BODY, readFrom, readPage } from "#lib/testing/report-front.ts";
import { readSource } from "./read.ts";

test.each([
  ["青溪县水务局\n2022年\n政府信息公开工作年度报告", "青溪县水务局2022年政府信息公开工作年度报告"],
  ["青溪县水务局\n2022年政府信息公开\n工作年度报告", "青溪县水务局2022年政府信息公开工作年度报告"],
  [
    "青溪县水务局政府信息公开工作年度报告\n（2022年度）",
    "青溪县水务局政府信息公开工作年度报告（2022年度）",
  ],
  [
    "青溪县水务局2022年政府信息公开工作年度报告_青溪县政府网",
    "青溪县水务局2022年政府信息公开工作年度报告",
  ],
  [
    "青溪县水务局2022年政府信息公开工作年度报告 - 青溪县人民政府",
    "青溪县水务局2022年政府信息公开工作年度报告",
  ],
  [
    "青溪县水务局2022年政府信息公开工作年度报告（摘要）",
    "青溪县水务局2022年政府信息公开工作年度报告（摘要）",
  ],
  [
    "《青溪县水务局2022年政府信息公开工作年度报告》（修订版）",
    "青溪县水务局2022年政府信息公开工作年度报告》（修订版）",
  ],
  ["青溪县水务局22年度政府信息公开年报", "青溪县水务局22年度政府信息公开年报"],
  ["年度报告2022年青溪县水务局政府信息公开工作", "年度报告2022年青溪县水务局政府信息公开工作"],
  [
    "青溪县水务局关于报送2022年政府信息公开工作年度报告的函",
    "青溪县水务局关于报送2022年政府信息公开工作年度报告的函",
  ],
  [
    "政府信息公开年报\n首页\n青溪县水务局2022年政府信息公开工作年度报告",
    "青溪县水务局2022年政府信息公开工作年度报告",
  ],
])("the title %s", async (front, title) => {
  const { content } = await readFrom(front);
  expect(content).toMatchObject({ title, agency: "青溪县水务局", region: "青溪县", year: 2022 });
});

test("a letter before the report leaves the report its title", async () => {
  const { content } = await readFrom(
    "关于报送2022年政府信息公开工作年度报告的函\n县政府办公室：现将报告送上。\n青溪县水务局2022年政府信息公开工作年度报告",
  );
  expect(content?.title).toBe("青溪县水务局2022年政府信息公开工作年度报告");
});

test("last year's year in the title: the evidence decides, the title stays, an issue says so", async () => {
  const front =
    "青溪县水务局2022年政府信息公开工作年度报告\n统计期限为2023年1月1日至2023年12月31日。";
  const { content, rules } = await readFrom(
    front,
    "青溪县水务局\n2024年1月9日\n",
    BODY.replace("全年", "2023年，全年"),
  );
  expect(content).toMatchObject({
    title: "青溪县水务局2022年政府信息公开工作年度报告",
    year: 2023,
  });
  expect(rules).toContain("read.yearDoubt");
});

test("where the evidence ties the title's year stays, with an issue", async () => {
  const { content, rules } = await readFrom(
    "青溪县水务局2022年政府信息公开工作年度报告\n统计期限为2023年1月1日至2023年12月31日。",
  );
  expect(content?.year).toBe(2022);
  expect(rules).toContain("read.yearDoubt");
});

test.each([
  ["2024", true],
  ["2023", false],
  ["2022", false],
])("a title of 2022 and a document number of %s", async (numbered, isDoubted) => {
  const { content, rules } = await readFrom(
    `文号：青政公〔${numbered}〕26号\n青溪县水务局2022年政府信息公开工作年度报告`,
  );
  expect(content?.year).toBe(2022);
  expect(rules.includes("read.yearDoubt")).toBe(isDoubted);
});

test("a second report without a title has its own maker, year and signature", async () => {
  const second = BODY.replace("全年", "2023年，林业").replace("人手不足", "林区广大，巡护不足");
  const text = `青溪县水务局2022年政府信息公开工作年度报告\n${BODY}青溪县水务局\n2023年1月9日\n${second}青溪县林业局\n2024年1月8日\n`;
  const result = await readSource(new TextEncoder().encode(text), "x");
  expect(
    result.ok &&
      result.value.map(({ content: { agency, year, signedOn } }) => [agency, year, signedOn]),
  ).toEqual([
    ["青溪县水务局", 2022, "2023-01-09"],
    ["青溪县林业局", 2023, "2024-01-08"],
  ]);
});

test("a year that cannot be in the title gives way to the body's, with an issue", async () => {
  const { content, rules } = await readFrom(
    "青溪县水务局1970年政府信息公开工作年度报告",
    "",
    BODY.replace("全年", "2022年，全年"),
  );
  expect(content?.year).toBe(2022);
  expect(rules).toContain("read.yearDoubt");
});

test("advertising words before the agency give way to the signature", async () => {
  const { content, rules } = await readFrom(
    "好运来青溪县水务局2022年政府信息公开工作年度报告",
    "青溪县水务局\n2023年1月9日\n",
  );
  expect(content?.agency).toBe("青溪县水务局");
  expect(rules).toContain("read.titleWords");
});

test.each([
  [
    '<meta name="SiteName" content="青溪县水务局门户网站">',
    "",
    "青溪县水务局",
    "read.agencyFromSite",
  ],
  [
    '<meta name="SiteName" content="青溪县人民政府门户网站">',
    "我县统筹推进。",
    "青溪县人民政府",
    "read.agencyFromSite",
  ],
  [
    '<meta name="SiteName" content="青溪县人民政府门户网站">',
    "我镇统筹推进。",
    null,
    "read.noAgency",
  ],
  ["", "我局统筹推进。", null, "read.noAgency"],
  ['<meta name="ContentSource" content="青溪县水务局">', "我局统筹推进。", "青溪县水务局", null],
])("the agency of a page with %s and %s", async (head, words, agency, rule) => {
  const { content, rules } = await readPage(
    head,
    `<p>现公布2022年政府信息公开工作年度报告。${words}</p>`,
  );
  expect(content?.agency).toBe(agency);
  expect(rules.filter((one) => /gency/u.test(one))).toEqual(rule === null ? [] : [rule]);
});

test("the agency only in the footer", async () => {
  const { content, rules } = await readPage(
    "",
    "<p>2022年政府信息公开工作年度报告</p><footer>主办单位：青溪县水务局</footer>",
  );
  expect(content?.agency).toBe("青溪县水务局");
  expect(rules).toContain("read.agencyFromSite");
});

const TITLE = "青溪县水务局2022年政府信息公开工作年度报告";
test.each([
  ["统计期限为2022年1月1日—2022年12月31日。"],
  ["统计期限为2022年1月1日-12月31日。"],
  ["统计期限自2022年1月1日起，至2022年12月31日止。"],
  ["统计期限为2022.1.1-2022.12.31。"],
  ["统计期限为22年1月1日至12月31日。"],
  ["统计期限为二〇二二年一月一日至十二月三十一日。"],
  ["统计期限为本年度1月1日至12月31日。"],
  ["数据统计期限为2022年度。"],
  ["按照2021年1月1日至2025年12月31日的规划开展工作，统计期限为2022年1月1日至2022年12月31日。"],
])("the period: %s", async (sentence) => {
  expect((await readFrom(`${TITLE}\n${sentence}`)).content?.period).toEqual([
    "2022-01-01",
    "2022-12-31",
  ]);
});

test.each([
  ["二〇二三年一月三十一日", "2023-01-31"],
  ["二零二三年元月九日", "2023-01-09"],
  ["2023.1.9", "2023-01-09"],
  ["2023/1/9", "2023-01-09"],
  ["23年1月9日", "2023-01-09"],
  ["2022年12月20日", "2022-12-20"],
  ["二〇二三年一月廿六日", "2023-01-26"],
  ["日期：2023年1月9日", "2023-01-09"],
  ["落款日期：2023年1月9日", "2023-01-09"],
  ["2023年1月9日星期一", "2023-01-09"],
])("the signature date %s", async (date, iso) => {
  const { content } = await readFrom(TITLE, `青溪县水务局（公章）\n${date}\n`);
  expect(content?.signedOn).toBe(iso);
  expect(content?.sections.at(-1)?.text).toBe("无。");
});

test("a signature without a day has no date, and says so", async () => {
  const { content, rules } = await readFrom(
    "2022年政府信息公开工作年度报告",
    "青溪县水务局\n二零二三年元月\n",
  );
  expect(content).toMatchObject({ agency: "青溪县水务局", signedOn: null });
  expect(rules).toContain("read.monthOnly");
  expect(content?.sections.at(-1)?.text).toBe("无。");
});

test.each([
  ["发布日期：1970-01-01", null, ["read.noDate"]],
  ["发布日期：2023年1月12日", "2023-01-12", []],
  [
    "来源地址：https://www.qx.example/202301/t20230112_123.html",
    "2023-01-12",
    ["read.dateFromAddress"],
  ],
  [
    "来源地址：https://www.qx.example/2023-01/12/content_1.html",
    "2023-01-12",
    ["read.dateFromAddress"],
  ],
  [
    "发布日期：1970-01-01\n来源地址：https://www.qx.example/art/2023/1/12/art_1.html",
    "2023-01-12",
    ["read.noDate", "read.dateFromAddress"],
  ],
])("published: %s", async (front, date, expected) => {
  const { content, rules } = await readFrom(`${front}\n${TITLE}`);
  expect(content?.publishedOn).toBe(date);
  expect(rules.filter((rule) => /ate/u.test(rule) && rule !== "read.noTables")).toEqual(expected);
});

test.each([
  ["青水发〔2023〕3号", "青水发〔2023〕3号"],
  ["青水发[2023]3号", "青水发[2023]3号"],
  ["青水发（2023）3号", "青水发（2023）3号"],
  ["文号：青政办发〔2023〕12号", "青政办发〔2023〕12号"],
  ["文号：无", null],
  ["根据国办公开办函〔2021〕30号编制。", null],
])("the document number: %s", async (line, number) => {
  expect((await readFrom(`${line}\n${TITLE}`)).content?.documentNumber).toBe(number);
});

test.each([
  ["2024年将安排专人值守。", true],
  ["2024年度，我局拟增设窗口。", true],
  ["2023年将安排专人值守。", false],
  ["2022年将目录全部更新。", false],
  ["到2025年，计划建成统一平台。", false],
  ["力争2025年底前将目录全部更新。", false],
  ["2023年将增设窗口，2024年将改版网站。", false],
])(
  "plans for the year after the next say that the title is of the year before: %s",
  async (plan, isDoubted) => {
    const title = "青溪县水务局2022年政府信息公开工作年度报告";
    const { content, rules } = await readFrom(title, "", BODY.replace("人手不足。", plan));
    expect(content?.year).toBe(2022);
    expect(rules.includes("read.yearDoubt")).toBe(isDoubted);
  },
);

test.each([
  ["现将青石镇2022年度政府信息公开工作报告如下：", "青溪县政府", "青石镇"],
  ["现公布青溪县水务局2022年政府信息公开工作年度报告。", "青溪县政府", "青溪县水务局"],
  ["现公布青溪县2022年政府信息公开工作年度报告。", "青溪县政府办公室", "青溪县政府办公室"],
])("a report names its own organ (%s), though %s prints it", async (words, publisher, agency) => {
  const head = `索引号：qx-2023-00071\n发布机构：${publisher}\n发布日期：2023-01-30`;
  const { content } = await readFrom(`${head}\n按照上级的要求，${words}`);
  expect(content).toMatchObject({ agency, publisher, title: null });
});

test("a signature that does not fit what the text calls its maker is told", async () => {
  const front = "我局2022年政府信息公开工作年度报告\n现将我局一年来的情况报告如下。";
  const tail = "青溪县青石镇人民政府\n2023年1月18日\n";
  const { content, rules } = await readFrom(front, tail);
  expect(content?.agency).toBe("青溪县青石镇人民政府");
  expect(rules).toContain("read.otherSelf");
  const own = await readFrom(front, "青溪县水务局\n2023年1月18日\n");
  expect(own.rules).not.toContain("read.otherSelf");
});

test("a report that does not name its maker is not of that of the next report in the file", async () => {
  const second = `青溪县青石镇2021年政府信息公开工作年度报告\n现公布青溪县青石镇人民政府2021年政府信息公开工作年度报告。\n${BODY}`;
  const { content, rules } = await readFrom("我局2022年政府信息公开工作年度报告", second);
  expect(content?.agency).toBeNull();
  expect(rules).toContain("read.noAgency");
});

test("a list within the last section, and other organs' dates in it, are the report's own words", async () => {
  const list =
    "一年来的答复：\n1. 关于建议提案办理情况\n青溪县教育局\n2022年12月1日\n公开年报及其他资料";
  const signed = "青溪县档案馆\n2023年1月18日";
  const front = "青溪县档案馆2022年政府信息公开工作年度报告";
  const first = await readFrom(front, `${list}\n${signed}`);
  expect(first.content).toMatchObject({ agency: "青溪县档案馆", signedOn: "2023-01-18" });
  const second = await readFrom(front, `相关政策：\n本年出台三项政策。\n${signed}`);
  expect(second.content?.sections.at(-1)?.text).toContain("三项政策");
});

test.each([
  ["县政府办公室", "青溪县水务局", "县政府办公室"],
  ["县水务局", "青溪县水务局", "青溪县水务局"],
])(
  "a short name in the title (%s) is that of a signature (%s) that ends with it",
  async (named, signer, agency) => {
    const tail = `${signer}\n2023年1月18日`;
    const { content } = await readFrom(`${named}2022年政府信息公开工作年度报告`, tail);
    expect(content?.agency).toBe(agency);
  },
);

test.each(["统计 时间：2022年1月1日 至2022年12月31日", "统计 时间:2022-01-01 起。"])(
  "a period is no day of publication: %s",
  async (period) => {
    const { content } = await readFrom(`青溪县档案馆2022年政府信息公开工作年度报告\n${period}`);
    expect(content?.publishedOn).toBeNull();
  },
);
