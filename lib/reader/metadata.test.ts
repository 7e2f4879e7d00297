import { expect, test } from "vitest";
import { readSource } from "./read.ts";

const BODY =
  "一、总体情况\n本年度各项工作有序开展。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n无。\n";

async function metadataOf(front: string, tail = "") {
  const result = await readSource(new TextEncoder().encode(`${front}\n${BODY}${tail}`), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value[0]?.content;
}

test.each([
  ["青溪县水务局2022年政府信息公开工作年度报告", "青溪县水务局", 2022],
  ["2022年青溪县水务局政府信息公开工作年度报告", "青溪县水务局", 2022],
  ["青溪县水务局二〇二二年政府信息公开工作年度报告", "青溪县水务局", 2022],
  ["青溪县水务局\n2022年政府信息公开工作年度报告", "青溪县水务局", 2022],
  ["青溪縣水務局2022年政府信息公開工作年度報告", "青溪县水务局", 2022],
])("the title %s", async (title, agency, year) => {
  expect(await metadataOf(title)).toMatchObject({ agency, year });
  expect((await metadataOf(title))?.title).toMatch(/^[^\n縣開]+年度报告$/u);
});

test("a publisher that the end of a line cuts is whole where the agency's name goes on below", async () => {
  const title = "云州市青溪县人民政府办公室2022年政府信息公开工作年度报告";
  const front = (below: string) => `公开单位：云州市青溪县人民政府办\n${below}\n${title}`;
  expect(await metadataOf(front("公室"))).toMatchObject({
    publisher: "云州市青溪县人民政府办公室",
  });
  expect(await metadataOf(front("公告栏"))).toMatchObject({
    publisher: "云州市青溪县人民政府办",
  });
});

test.each([
  ["2022年青溪县人民政府河口街道", "办事处政府信息公开工作年度报告"],
  ["青溪县人民政府河口街道办事", "处2022年政府信息公开工作年度报告"],
  ["2022年云州市青溪县卫生健康委", "员会政府信息公开工作年度报告"],
])("a title whose line ends within the agency's name: %s", async (first, second) => {
  const content = await metadataOf(`发布日期：2023-01-24\n${first}\n${second}`);
  expect(content).toMatchObject({ title: first + second, year: 2022 });
  expect(content?.agency).toMatch(/^(?:青溪县人民政府河口街道办事处|云州市青溪县卫生健康委员会)$/u);
});

test.each([
  ["青溪县人民政府门户网站", "人民政府2023年政府信息公开工作年度报告"],
  ["当前位置首页政务公开年报专栏", "办公室2023年政府信息公开工作年度报告"],
])("%s is not the beginning of a name", async (above, title) => {
  expect((await metadataOf(`${above}\n${title}`))?.title).toBe(title);
});

test("a line above a whole title is no part of it", async () => {
  const title = "青溪县水务局2022年政府信息公开工作年度报告";
  const content = await metadataOf(`青溪县人民政府门户网站\n${title}`);
  expect(content).toMatchObject({ title, agency: "青溪县水务局" });
});

test("a title that says 工作报告 for 年度报告, on three lines", async () => {
  const front = "青溪县水务局\n2022年度政府信息公开\n工作报告";
  expect(await metadataOf(front)).toMatchObject({
    title: "青溪县水务局2022年度政府信息公开工作报告",
    agency: "青溪县水务局",
    year: 2022,
  });
});

test("a sentence is no title, 我局 and 本机关 are no names", async () => {
  const content = await metadataOf("根据条例，现公布我局2022年政府信息公开工作年度报告。");
  expect(content).toMatchObject({ title: null, agency: null, year: 2022 });
});

test("a signature that is the end of a fuller name gives way to it", async () => {
  const front = "现发布云州市青溪县水务局2022年政府信息公开工作年度报告。";
  expect(await metadataOf(front, "青溪县水务局\n2023年1月9日")).toMatchObject({
    agency: "云州市青溪县水务局",
    signedOn: "2023-01-09",
  });
  expect(await metadataOf(front, "白石镇人民政府 二〇二三年一月九日")).toMatchObject({
    agency: "白石镇人民政府",
    signedOn: "2023-01-09",
  });
});

test("the signature is no part of the last section", async () => {
  const content = await metadataOf(
    "青溪县水务局2022年政府信息公开工作年度报告",
    "青溪县水务局\n2023年1月9日\n【打印】【关闭】\n",
  );
  expect(content?.sections.at(-1)?.text).toBe("无。");
});

test.each([
  ["统计期限为2022年1月1日至2022年12月31日。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为2022年1月1日起至12月31日止。", ["2022-01-01", "2022-12-31"]],
  ["数据从2022年3月到2022年6月。", ["2022-03-01", "2022-06-30"]],
  ["数据截至2022年12月31日。", null],
  ["统计期限自2022年1月1日（含）至2022年12月31日（含）。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为2022年1月1日至年底。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为2022年1月1日至2023年底。", ["2022-01-01", "2023-12-31"]],
  ["统计期限自2022年1月1日起，截至2022年12月31日。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为上一年度1月1日至12月31日。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为1月1日至12月31日。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为2022年上半年。", ["2022-01-01", "2022-06-30"]],
  ["统计期限为2022年前三季度。", ["2022-01-01", "2022-09-30"]],
  ["统计期限为2022年第二季度至第四季度。", ["2022-04-01", "2022-12-31"]],
  ["数据涵盖2022年全年。", ["2022-01-01", "2022-12-31"]],
  ["（2022年1月1日至2022年11月30日）", ["2022-01-01", "2022-11-30"]],
  ["我局于2022年3月1日至3月31日开展自查。", null],
])("the period: %s", async (sentence, period) => {
  const content = await metadataOf(`青溪县水务局2022年政府信息公开工作年度报告\n${sentence}`);
  expect(content?.period).toEqual(period);
});

test.each([
  ["本报告汇总各部门数据。", "government"],
  ["数据为全县合计。", "area"],
  ["统计口径仅为本机关。", "organ"],
  ["现予公布。", null],
])("the scope: %s", async (sentence, scope) => {
  const content = await metadataOf(`青溪县水务局2022年政府信息公开工作年度报告\n${sentence}`);
  expect(content?.scope).toBe(scope);
});

test("a metadata block with a field left empty", async () => {
  const content = await metadataOf(
    "索 引 号：QX001-2023-0005 发文字号： 发布机构：青溪县政府办公室 发布时间：2023-01-12\n青溪县水务局2022年政府信息公开工作年度报告",
  );
  expect(content).toMatchObject({
    indexNumber: "QX001-2023-0005",
    documentNumber: null,
    publisher: "青溪县政府办公室",
    publishedOn: "2023-01-12",
  });
});

const TITLE = "青溪县水务局2022年政府信息公开工作年度报告";
const ALL_FIELDS = {
  indexNumber: "0135/2023-12",
  documentNumber: "青水发〔2023〕3号",
  publisher: "青溪县水务局",
  publishedOn: "2023-01-19",
};

test.each([
  [
    "labels that end with a colon, in cells",
    "索引号：|0135/2023-12|分类：|年报\n文号：|青水发〔2023〕3号|主题词：|\n发布机构：|青溪县水务局|发布日期：|2023-01-19",
  ],
  [
    "labels and values in lines of their own",
    "索 引 号\n0135/2023-12\n主题分类\n政务公开\n发布机构\n青溪县水务局\n文号\n青水发〔2023〕3号\n发布日期：\n2023-01-19",
  ],
  [
    "tabs",
    "索引号\t0135/2023-12\t文号\t青水发〔2023〕3号\n发布机构\t青溪县水务局\t发布日期\t2023-01-19",
  ],
  [
    "labels in brackets, and a date right behind its label",
    "[索引号] 0135/2023-12 [文号] 青水发〔2023〕3号 [来源] 青溪县水务局 [点击] 12\n发布时间2023-01-19",
  ],
])("a metadata block of %s", async (_, block) => {
  expect(await metadataOf(`${block}\n${TITLE}`)).toMatchObject({ title: TITLE, ...ALL_FIELDS });
});

test("a field left empty takes nothing from the next line", async () => {
  const block = "文号\n\n来源：\n浏览次数：12\n索引号：\n发布日期：2023-01-19";
  expect(await metadataOf(`${block}\n${TITLE}`)).toMatchObject({
    indexNumber: null,
    documentNumber: null,
    publisher: null,
    publishedOn: "2023-01-19",
  });
});

test.each([
  ["2023-01-19 10:20 来源：青溪县水务局 作者：办公室", "2023-01-19"],
  ["2023年1月19日 【字体：大 中 小】", "2023-01-19"],
  ["日期：2023-01-19 浏览：35", "2023-01-19"],
  ["时间：2023-01-19 来源：青溪县水务局", "2023-01-19"],
  ["发布于2023年1月19日", "2023-01-19"],
  ["日期：2023-01-19至2023-01-25", null],
  ["2023-01-19 停水通知", null],
])("the date of %s", async (line, publishedOn) => {
  expect(await metadataOf(`${line}\n${TITLE}`)).toMatchObject({ publishedOn });
});

test("the date of publication is no year of the report", async () => {
  const result = await readSource(
    new TextEncoder().encode(`发布日期：2023年01月19日\n${TITLE}\n${BODY}`),
    "x",
  );
  const [report] = result.ok ? result.value : [];
  expect(report?.content.year).toBe(2022);
  expect(report?.issues.map(({ rule }) => rule)).not.toContain("read.yearDoubt");
});

test("the label of the title is no part of it", async () => {
  expect(await metadataOf(`标题 ${TITLE}`)).toMatchObject({ title: TITLE });
});

test("a line below a label that cannot be its value is none", async () => {
  const block =
    "发布日期\n来源说明文字\n索引号\n主题分类说明\n文号\n没有文号一项\n2023-01-19 10:20 来源：县水务局";
  expect(await metadataOf(`${block}\n${TITLE}`)).toMatchObject({
    indexNumber: null,
    documentNumber: null,
    publishedOn: "2023-01-19",
  });
});

test.each([
  ["与上一年1月1日至12月31日相比，新收增加。", null],
  ["统计期限为上一年度1月1日至12月31日。", ["2022-01-01", "2022-12-31"]],
  ["统计期限为2022年第三季度至第一季度。", null],
  ["统计数据时间为2022年一季度和二季度。", ["2022-01-01", "2022-06-30"]],
  ["以上数据较上年1月1日至12月31日有所增长。", null],
  ["与统计时间同上年1月1日至12月31日相比。", null],
])("the period of %s", async (sentence, period) => {
  expect(await metadataOf(`${TITLE}\n${sentence}`)).toMatchObject({ period });
});

test.each(["点击：33", "阅读量：1,024", "浏览次数：12次", "【字体：大 中 小】", "作者："])(
  "a source left empty before %s is none",
  async (beside) => {
    const content = await metadataOf(
      `青溪县水务局2022年政府信息公开工作年度报告\n发布时间：2023-01-09 信息来源：\u3000${beside}`,
    );
    expect(content).toMatchObject({ publisher: null, publishedOn: "2023-01-09" });
  },
);

test.each(["编辑部", "审核委员会", "阅读推广处"])("%s may publish", async (publisher) => {
  const content = await metadataOf(
    `青溪县水务局2022年政府信息公开工作年度报告\n发布机构：${publisher}`,
  );
  expect(content).toMatchObject({ publisher });
});

test("a metadata block in one line is no title", async () => {
  const front = "信息索引号1134440834/2023-0398公开目录政府信息公开年报";
  const title = "青溪县水务局2022年政府信息公开工作年度报告";
  expect(await metadataOf(`${front}\n${title}`)).toMatchObject({ title, agency: "青溪县水务局" });
});

test.each([
  ["（青水发〔2023〕3号）", { documentNumber: "青水发〔2023〕3号" }],
  ["作者：李四　来源：　日期：2023-01-19", { publisher: null, publishedOn: "2023-01-19" }],
  ["信息索引：0135/2023-12", { indexNumber: "0135/2023-12" }],
  ["制发机关：青溪县水务局", { publisher: "青溪县水务局" }],
  ["责任编辑：李四 文章来源：青溪县水务局", { publisher: "青溪县水务局" }],
  ["发稿时间：2023-01-19 编辑：张三", { publishedOn: "2023-01-19", signedOn: null }],
  ["作者：水务局 时间：2023-01-19 09:12", { publishedOn: "2023-01-19", signedOn: null }],
  ["[ 2023-01-19 ]", { publishedOn: "2023-01-19", signedOn: null }],
  ["2023/1/19 10:20:33", { publishedOn: "2023-01-19", signedOn: null }],
  ["（2023年1月19日）", { publishedOn: null, signedOn: "2023-01-19" }],
  ["发布日期\n2023-01-19", { publishedOn: "2023-01-19", signedOn: null }],
  ["发布日期：\n2023年01月19日", { publishedOn: "2023-01-19", signedOn: null }],
  ["成文日期\n2023-01-17", { publishedOn: null, signedOn: "2023-01-17" }],
  ["废止日期\n2025-01-19", { publishedOn: null, signedOn: null }],
  ["生效时间：\n2023年2月1日", { publishedOn: null, signedOn: null }],
  ["更新时间：2023-03-05 10:11 来源：青溪县水务局", { publishedOn: null, signedOn: null }],
])("the entry %s", async (entry, facts) => {
  expect(await metadataOf(`${TITLE}\n${entry}`)).toMatchObject(facts);
});

test("what a program wrote above the text it copied", async () => {
  const url = "http://www.qx.example/art/2023/1/19/art_1.html";
  const copied = `Title: ${TITLE}_青溪县人民政府\n\nURL Source: ${url}\n\nPublished Time: 2023-01-19T10:00:00+08:00\n\nMarkdown Content:`;
  const matter = `---\ntitle: ${TITLE}\nsitename: 青溪县人民政府\ndate: 2023-01-19\nurl: ${url}\n---`;
  for (const front of [copied, matter])
    expect(await metadataOf(front)).toMatchObject({
      title: TITLE,
      sourceUrl: url,
      publishedOn: "2023-01-19",
      agency: "青溪县水务局",
    });
});

test("the period that only the first section says", async () => {
  const text = `${TITLE}\n${BODY.replace("\n本年度", "\n本报告数据的统计期限为2022年1月1日至2022年12月31日。\n本年度")}`;
  const result = await readSource(new TextEncoder().encode(text), "x");
  expect(result.ok && result.value[0]?.content.period).toEqual(["2022-01-01", "2022-12-31"]);
});

test("the number of a page is no part of a publisher", async () => {
  expect(await metadataOf(`${TITLE}\n来源：青溪县水务局 - 1 -`)).toMatchObject({
    publisher: "青溪县水务局",
  });
});
