import { expect, test } from "vitest";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { readSource } from "./read.ts";

const TITLE = "青溪县水务局2022年政府信息公开工作年度报告";
const TEXTS = [
  "全年办理有序。",
  "公开一批信息。",
  "收到的申请都已答复。",
  "没有复议和诉讼。",
  "人手不足，明年增加。",
  "没有别的事项。",
];
const FORM = [
  "总体情况",
  "主动公开政府信息情况",
  "收到和处理政府信息公开申请情况",
  "政府信息公开行政复议、行政诉讼情况",
  "存在的主要问题及改进情况",
  "其他需要报告的事项",
];
const ROMAN = "一二三四五六七八";

async function sectionsOf(body: string) {
  const result = await readSource(new TextEncoder().encode(`${TITLE}\n${body}\n`), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  expect(more).toEqual([]);
  const { source = "", content } = report ?? {};
  for (const { raw, at } of content?.sections ?? [])
    if (at) expect(source.slice(at[0], at[1])).toBe(raw);
  return {
    sections: content?.sections ?? [],
    rules: (report?.issues ?? []).map(({ rule }) => rule),
  };
}

const body = (heads: readonly string[]) =>
  heads.map((head, index) => `${head}\n${TEXTS[index]}`).join("\n");
const numbered = (heads: readonly string[], number: (index: number) => string) =>
  body(heads.map((head, index) => `${number(index)}${head}`));

test("parts of 一 with the words and the style of headings, but other numbers, begin neither a section nor a report", async () => {
  const overview = ["主动公开政府信息情况", "收到和处理政府信息公开申请情况"]
    .map((words, index) => `（${ROMAN[index]}）${words}`)
    .join("\n");
  const heads = FORM.map((head, index) => `（${ROMAN[index]}）${head}`);
  const lines = heads.map((head, index) => `${head}\n${TEXTS[index]}`);
  const stray = lines.toSpliced(1, 0, overview);
  const { sections } = await sectionsOf(stray.join("\n"));
  expect(sections.map(({ key }) => key)).toEqual([...SECTION_KEYS]);
  expect(sections.slice(1).map(({ text }) => text)).toEqual(TEXTS.slice(1));
});

test("the title of another report within the only line of a text is told", async () => {
  const line = numbered(FORM, (index) => `${ROMAN[index]}、`).replaceAll("\n", " ");
  const other = "柳湾区教育局2022年政府信息公开工作年度报告 按照要求编制本报告。";
  expect((await sectionsOf(`${line} ${other}`)).rules).toContain("read.strayHeading");
  expect((await sectionsOf(line)).rules).not.toContain("read.strayHeading");
});

test("a report on one line that is there twice ends where it begins again", async () => {
  const front = `${TITLE} 发布时间：2023-01-19 现公布本局2022年度报告。`;
  const once = `${front} ${numbered(FORM, (index) => `${ROMAN[index]}、`).replaceAll("\n", " ")} 青溪县水务局 2023年1月9日`;
  const result = await readSource(new TextEncoder().encode(`${once} ${once}\n`), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  expect(more).toEqual([]);
  expect(report?.content.signedOn).toBe("2023-01-09");
  const { text = "" } = report?.content.sections.at(-1) ?? {};
  expect(text).toBe(TEXTS.at(-1));
});

test.each([
  ["as the form has them", numbered(FORM, (index) => `${ROMAN[index]}、`)],
  ["shifted by one", numbered(FORM, (index) => `${ROMAN[index + 1]}、`)],
  ["in brackets", numbered(FORM, (index) => `（${ROMAN[index]}）`)],
  ["in digits", numbered(FORM, (index) => `${index + 1}.`)],
  ["in parts", numbered(FORM, (index) => `第${ROMAN[index]}部分 `)],
  ["without numbers", body(FORM)],
  ["with a full stop for the mark", numbered(FORM, (index) => `${ROMAN[index]}．`)],
  [
    "one of them without its number",
    numbered(FORM, (index) => (index === 2 ? "" : `${ROMAN[index]}、`)),
  ],
  [
    "worded otherwise",
    numbered(
      [
        "概述",
        "主动公开政府信息的情况",
        "政府信息公开申请办理情况",
        "因政府信息公开被申请行政复议、提起行政诉讼的情况",
        "存在的问题和整改措施",
        "其他需要说明的事项",
      ],
      (index) => `${ROMAN[index]}、`,
    ),
  ],
  [
    "worded otherwise once more",
    numbered(
      [
        "基本情况",
        "政府信息主动公开情况",
        "依申请公开政府信息情况",
        "行政复议和行政诉讼情况",
        "存在的不足及下一步改进措施",
        "其他事项",
      ],
      (index) => `${ROMAN[index]}、`,
    ),
  ],
  [
    "over two lines",
    numbered(
      [
        "总体\n情况",
        "主动公开政府\n信息情况",
        "收到和处理政府信息\n\n公开申请情况",
        "政府信息公开行政复议、\n行政诉讼情况",
        "存在的主要问题\n及改进情况",
        "其他需要\n报告的事项",
      ],
      (index) => `${ROMAN[index]}、`,
    ),
  ],
  ["with their numbers on lines of their own", numbered(FORM, (index) => `${ROMAN[index]}、\n`)],
])("headings %s", async (_name, text) => {
  const { sections } = await sectionsOf(text);
  expect(sections.map(({ key }) => key)).toEqual(SECTION_KEYS);
  expect(sections.map((section) => section.text)).toEqual(TEXTS);
});

test("headings of a list in the opening, of a contents list and inside prose are none", async () => {
  const list = FORM.map((head, index) => `${ROMAN[index]}、${head}`);
  const opening = `本报告包括：${list.join("；")}。`;
  const contents = list.map((head, index) => `${head}……${index + 1}`).join("\n");
  const inside = [...TEXTS];
  inside[0] = "（一）主动公开情况\n公开一批。\n（二）依申请公开情况\n收到两件。";
  inside[4] = "一、存在的主要问题\n人手不足。\n二、改进措施\n明年增加。";
  const text = FORM.map((head, index) => `${ROMAN[index]}、${head}\n${inside[index]}`).join("\n");
  const { sections } = await sectionsOf(`${opening}\n目录\n${contents}\n${text}`);
  expect(sections.map(({ key }) => key)).toEqual(SECTION_KEYS);
  expect(sections.map((section) => section.text)).toEqual(
    inside.map((one) => one.replaceAll("（", "（")),
  );
});

test("a whole report on one line, its headings worded otherwise", async () => {
  const heads = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请的情况",
    "因政府信息公开被申请行政复议、提起行政诉讼情况",
    "存在的主要问题和改进措施",
    "其他需要说明的事项",
  ];
  const { sections } = await sectionsOf(
    heads.map((head, index) => `${ROMAN[index]}、${head} ${TEXTS[index]}`).join(" "),
  );
  expect(sections.map(({ key }) => key)).toEqual(SECTION_KEYS);
  expect(sections.map((section) => section.text)).toEqual(TEXTS);
});

test("sections in another order stay in the order printed", async () => {
  const order = [0, 1, 3, 2, 5, 4];
  const text = order.map((at, index) => `${ROMAN[index]}、${FORM[at]}\n${TEXTS[at]}`).join("\n");
  const { sections } = await sectionsOf(text);
  expect(sections.map(({ key }) => key)).toEqual(order.map((at) => SECTION_KEYS[at]));
});

test.each([
  [
    "before the problems",
    [...FORM.slice(0, 4), "信息处理费收取情况", ...FORM.slice(4)],
    [...TEXTS.slice(0, 4), "收取件数 | 0 |", ...TEXTS.slice(4)],
    false,
  ],
  [
    "right before 其他",
    [...FORM.slice(0, 5), "政府信息公开收费及减免情况", FORM[5] ?? ""],
    [...TEXTS.slice(0, 5), "收取件数 | 0 |", TEXTS[5] ?? ""],
    true,
  ],
])(
  "a part on fees for information %s belongs to 六 and never to 五",
  async (_name, heads, texts, isOne) => {
    const text = heads.map((head, index) => `${ROMAN[index]}、${head}\n${texts[index]}`).join("\n");
    const { sections, rules } = await sectionsOf(text);
    expect(sections.map(({ key }) => key)).toEqual(SECTION_KEYS);
    expect(sections[4]?.text).toBe(TEXTS[4]);
    expect(sections[5]?.text).toMatch(/^五、.*|^六、.*/u);
    expect(sections[5]?.text).toContain("收取件数 0");
    expect(sections[5]?.text).toContain(TEXTS[5]);
    expect(sections[5]?.at !== null).toBe(isOne);
    expect(rules).toContain("read.feeSection");
  },
);

test("what the site and the printer add is no part of a section", async () => {
  const around = [
    "- 3 -",
    "第 2 页 共 8 页",
    "【打印本页】【关闭窗口】",
    "扫一扫在手机打开当前页",
    "浏览次数：123",
    "分享到：微信 微博",
    "当前位置：首页 > 政府信息公开 > 年报",
    "var _hmt = _hmt || [];",
  ];
  const text = FORM.map(
    (head, index) => `${ROMAN[index]}、${head}\n${around[index]}\n${TEXTS[index]}`,
  ).join("\n");
  const { sections } = await sectionsOf(
    `${text}\n青溪县水务局\n2023年1月9日\n上一篇：没有了\n下一篇：通知\n主办单位：青溪县水务局\n蜀ICP备12345678号`,
  );
  expect(sections.map((section) => section.text)).toEqual(TEXTS);
});

test("the headings of forms before 2019", async () => {
  const heads = [
    "概述",
    "主动公开情况",
    "依申请公开情况",
    "收费及减免情况",
    "行政复议和诉讼情况",
    "存在的主要问题和改进措施",
  ];
  const text = heads
    .map((head, index) => `${ROMAN[index]}、${head}\n第${index + 1}段。`)
    .join("\n");
  const result = await readSource(
    new TextEncoder().encode(`青溪县水务局2013年政府信息公开年度报告\n${text}\n`),
    "x",
  );
  if (!result.ok) throw new Error(result.refusal.code);
  const { content, issues } = result.value[0] ?? {};
  expect(content?.sections.map(({ key, text: words }) => [key, words])).toEqual([
    ["overview", "第1段。"],
    ["proactive", "第2段。"],
    ["requests", "第3段。"],
    ["other", "第4段。"],
    ["remedies", "第5段。"],
    ["problems", "第6段。"],
  ]);
  expect(content).toMatchObject({ year: 2013, edition: null, cells: {} });
  expect(issues?.map(({ rule }) => rule)).toContain("read.oldForm");
});

test("headings with a blank for the mark after their number, and 其他需报告事项", async () => {
  const blank = numbered(FORM, (at) => `${ROMAN[at]} `);
  for (const text of [blank, blank.replace("六 其他需要报告的事项", "六、其他需报告事项")])
    expect((await sectionsOf(text)).sections.map(({ key, text: said }) => [key, said])).toEqual(
      SECTION_KEYS.map((key, at) => [key, TEXTS[at]]),
    );
});
