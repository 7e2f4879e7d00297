import { expect, test } from "vitest";
import { readSource } from "./read.ts";

const BODY =
  "青溪县水务局2022年政府信息公开工作年度报告\n一、总体情况\n全年各项工作有序开展。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n没有收取信息处理费。\n";
const SIGNED = "青溪县水务局\n2023年1月9日";

async function readWith(tail: string) {
  const result = await readSource(new TextEncoder().encode(`${BODY}${tail}\n`), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const content = result.value[0]?.content;
  return { six: content?.sections.at(-1)?.text, content };
}

test.each([
  "附件下载：\n青溪县水务局2022年政府信息公开工作年度报告.pdf",
  "附件：\n1.年度报告.docx\n2.统计表.xlsx（28KB）",
  "（编辑：张三）",
  "撰稿：张三\n供稿：县水务局办公室\n一审：张三 二审：李四 三审：王五",
  "扫一扫在手机打开当前页\n分享：\n微信\n微博\n空间",
  "Copyright © 2024 青溪县人民政府 版权所有\n建议使用IE9.0以上浏览器",
  "地址：青溪县人民路1号 邮编：650000\n您是第12345位访客",
  "我要纠错\n【我要打印】\n【关闭】\n是否有用？\n有用\n没用",
  "相关解读\n暂无\n相关文件\n暂无",
  "相关信息\n青溪县林业局2022年政府信息公开工作年度报告 2023-01-30",
  "最后更新日期：2025-03-02",
  "今天是2026年3月2日 星期一",
  "http://www.qx.example/art/2023/1/19/art_1.html 8/8",
  "[1]: http://a.example\n[2]: http://b.example",
  "首页\n政务公开\n政务服务 | 互动交流\n智能问答",
  "↑\n回到顶部",
  "政策解读：\n图解：一图读懂年度报告",
  "（完）",
  "—END—",
  "单位负责人：张三 审核人：李四 填报人：王五 填报日期：2023年1月18日",
])("what a site prints below a report that nobody signed is no prose: %s", async (tail) => {
  const { six, content } = await readWith(tail);
  expect(six).toBe("没有收取信息处理费。");
  expect(content?.signedOn).toBeNull();
});

test.each([
  "联系地址：青溪县人民路1号，邮编：650000",
  "附表另行公布，相关文件可到办公室查阅。",
  "来源于群众的建议均已答复。",
])("%s is the report's own", async (words) => {
  expect((await readWith(words)).six).toBe(`没有收取信息处理费。\n${words}`);
  expect((await readWith(`${words}\n${SIGNED}`)).six).toBe(`没有收取信息处理费。\n${words}`);
});

test.each([
  ["（此件公开发布）", SIGNED, ""],
  ["", SIGNED, "抄送：县人民政府办公室\n青溪县水务局办公室 2023年1月22日印发"],
  ["", "青溪县水务局\n青溪县水政监察大队\n2023年1月9日", ""],
  ["", "青溪县河口街道党工委、办事处\n2023年1月9日", ""],
  ["", "青溪县发展和改革局（粮食和物资储备局）\n2023年1月9日", ""],
])("the signature between %s and what follows: %s %s", async (above, signed, below) => {
  const { six, content } = await readWith(`${above}\n${signed}\n${below}`);
  expect(six).toBe("没有收取信息处理费。");
  expect(content?.signedOn).toBe("2023-01-09");
});

test("who printed a document signs it where nobody else does", async () => {
  const { content } = await readWith("青溪县水务局办公室 2023年1月22日印发");
  expect(content?.signedOn).toBe("2023-01-22");
});

test.each([
  `${SIGNED}\n青溪县人民政府办公室\n2026年5月1日`,
  `${SIGNED}\n2026年5月1日`,
  "青溪县水务局（印）\n2023年1月9日",
  "青溪县水务局\n2023年\n1月9日",
  "青溪县水务局\n2023年 1 月 9日",
  "2023年1月9日\n青溪县水务局",
])("the signature of the report is %s", async (tail) => {
  const { six, content } = await readWith(tail);
  expect(six).toBe("没有收取信息处理费。");
  expect(content?.signedOn).toBe("2023-01-09");
});

test("a signer's name that its line cuts is whole", async () => {
  const body = BODY.replace("青溪县水务局2022", "2022");
  const signed = "云州市青溪县人民政府河口街\n道办事处\n2023年1月9日\n";
  const result = await readSource(new TextEncoder().encode(`${body}${signed}`), "x");
  expect(result.ok && result.value[0]?.content).toMatchObject({
    agency: "云州市青溪县人民政府河口街道办事处",
    region: "河口街道",
  });
});

test("what a browser prints around a page is no prose", async () => {
  const printed =
    "http://www.qx.example/art_1.html\t3/4\n2023/3/5 10:22\t青溪县水务局2022年政府信息公开工作年度报告_青溪县政府网";
  const { six } = await readWith(`${printed}\n也没有其他事项。\n${SIGNED}`);
  expect(six).toBe("没有收取信息处理费。\n也没有其他事项。");
});
