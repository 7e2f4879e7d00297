import { expect, test } from "vitest";
import { readSource } from "./read.ts";
import { refusalText } from "./refusal.ts";

const read = (text: string) => readSource(new TextEncoder().encode(text), "x");
const page = (...lines: string[]) =>
  `<html><head><title>x</title></head><body>${lines.map((line) => `<p>${line}</p>`).join("")}</body></html>`;

test.each([
  [
    "notice",
    "关于做好2023年政府信息公开工作年度报告编制工作的通知\n各镇人民政府：\n一、编制内容\n按格式编写总体情况等六个部分。\n二、时间要求\n请于1月20日前报送。",
  ],
  [
    "notice",
    "青溪县人民政府办公室关于编制\n2023年政府信息公开工作年度报告的通知\n各单位请按时编制。",
  ],
  [
    "letter",
    "关于报送2023年政府信息公开工作年度报告的函\n县政府办公室：\n现将我局年度报告送上，请查收。",
  ],
  [
    "template",
    "政府信息公开工作年度报告格式\n一、总体情况\n（简要说明）\n二、主动公开政府信息情况\n规章 | | | |\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
  ],
  ["template", "政府信息公开工作年度报告填报说明\n本年新收指统计年度内收到的申请。"],
  [
    "summary",
    "青溪县水务局2023年政务公开工作总结\n一年来，我局做了以下工作。\n一、主要做法\n加强领导。\n二、存在问题\n人手不足。\n三、下一步打算\n继续努力。",
  ],
  ["summary", "2024年青溪县政务公开工作要点\n一、加强公开\n二、加强解读"],
  ["guide", "青溪县水务局政府信息公开指南\n一、公开范围\n二、依申请公开\n申请人可以书面提出。"],
  [
    "news",
    "青溪县发布2023年政府信息公开工作年度报告\n本报讯 1月20日，县政府公布了年度报告，全年收到申请12件。",
  ],
  [
    "other-report",
    "青溪县水务局2023年法治政府建设年度报告\n一、主要工作\n二、存在的问题\n三、下一步打算",
  ],
  ["other-report", "2024年青溪县政府工作报告\n各位代表：现在报告工作。"],
  [
    "list",
    page(
      "政府信息公开年报",
      "青溪县水务局2023年政府信息公开工作年度报告",
      "青溪县教育局2023年政府信息公开工作年度报告",
      "青溪县财政局2023年政府信息公开工作年度报告",
      "白石镇2023年政府信息公开工作年度报告",
    ),
  ],
  [
    "attachment",
    page(
      "青溪县水务局2023年政府信息公开工作年度报告",
      "附件：青溪县水务局2023年政府信息公开工作年度报告.pdf",
    ),
  ],
  ["page", page("欢迎访问青溪县门户网站", "今日天气晴")],
])("%s is told from a report", async (kind, text) => {
  const result = await read(text);
  expect(result.ok ? "read" : result.refusal).toEqual({
    code: "reader.not-annual-report",
    facts: { kind },
  });
  if (!result.ok) {
    expect(refusalText(result.refusal).zh).toMatch(/^这像是.*。$/u);
    expect(refusalText(result.refusal).en).toMatch(/^This seems .*\.$/u);
  }
});

const PROSE = "一年来按照条例办理政府信息公开事务。";
test.each([
  [
    "with a notice in the menu",
    `关于做好2023年政府信息公开工作年度报告编制工作的通知\n青溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n${PROSE}\n五、存在的主要问题及改进情况\n人手不足。\n`,
  ],
  [
    "under a letter",
    `关于报送2023年政府信息公开工作年度报告的函\n现将年度报告送上。\n青溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n${PROSE}\n五、存在的主要问题及改进情况\n人手不足。\n`,
  ],
  [
    "without a title",
    `一、总体情况\n${PROSE}\n二、主动公开政府信息情况\n公开12条。\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n无。\n`,
  ],
  [
    "of an older form",
    `青溪县水务局2012年政府信息公开年度报告\n一、概述\n${PROSE}\n二、主动公开情况\n公开12条。\n三、依申请公开情况\n没有申请。\n`,
  ],
  [
    "with a title and prose alone",
    `青溪县水务局2010年政府信息公开工作年度报告\n${PROSE.repeat(20)}\n`,
  ],
])("a report %s is read", async (_name, text) => {
  const result = await read(text);
  expect(result.ok || result.refusal.code).toBe(true);
});
