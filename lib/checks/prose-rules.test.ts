import { describe, expect, it } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { SEEDS, SEEDS_MISSING, seedBytes } from "#lib/testing/reports/seeds.ts";
import { EDITION_2019 } from "../editions/2019.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import type { Cell, ReportContent, SectionKey } from "../editions/content.ts";
import type { CheckContext } from "./rule.ts";
import { runChecks } from "./run.ts";

const zeros = consistentContent(EDITION_2021, 5, { zeroShare: 1, largest: 1 });
const sound: ReportContent = { ...zeros, year: 2023, agency: "示例县自然资源局", title: null };
const saying = (text: string, cells: Record<string, number | Cell> = {}, part = "overview") => {
  const changes = Object.entries(cells).map(([key, value]) => [
    key,
    typeof value === "number" ? numberCell(value) : value,
  ]);
  const content = withCells(sound, Object.fromEntries(changes));
  return withText(content, part as SectionKey, text);
};
const withText = (content: ReportContent, part: SectionKey, text: string, raw = text) => ({
  ...content,
  sections: content.sections.map((section) =>
    section.key === part ? { ...section, text, raw } : section,
  ),
});
const silent = { ...sound, sections: sound.sections.map((each) => ({ ...each, text: "" })) };
const of = (rule: string, content: ReportContent, context?: CheckContext) =>
  runChecks(content, context).filter((issue) => issue.rule === rule);
const briefly = (rule: string, content: ReportContent, context?: CheckContext) =>
  of(rule, content, context).map(({ outcome, formula }) => [outcome, formula]);
const TOTAL = "requests.received.total";

describe("R10", () => {
  it("quotes the words, and names cell and both figures", () => {
    const [issue] = of("R10", saying("2023年，我局共收到政府信息公开申请12件。", { [TOTAL]: 13 }));
    expect(issue).toMatchObject({
      outcome: "fails",
      severity: "warning",
      section: "overview",
      formula: "12 ≠ 13",
      cells: [TOTAL],
    });
    expect(issue?.message.zh).toBe(
      "第一部分“我局共收到政府信息公开申请12件”：正文为 12，第三部分“一、本年新收”行“总计”列为 13，可能不一致。",
    );
    expect(issue?.span).toEqual([9, 22]);
  });

  it.each([
    ["收到政府信息公开申请12件（含上年结转2件）。", { [TOTAL]: 10, "requests.carriedIn.total": 2 }],
    ["受理政府信息公开申请12件。", { [TOTAL]: 10, "requests.carriedIn.total": 2 }],
    [
      "不予公开申请3件。",
      { "requests.denied.stateSecret.total": 1, "requests.denied.thirdParty.total": 2 },
    ],
    [
      "因信息公开被提起行政诉讼3件。",
      { "remedies.litigationDirect.total": 1, "remedies.litigationAfterReconsideration.total": 2 },
    ],
    [
      "收取行政事业性收费124970元。",
      { "proactive.fees.amount": { ...numberCell(12.5), unit: "万元" as const } },
    ],
    ["作出行政许可决定3.99万件。", { "proactive.licences.decisions": 39917 }],
  ])("holds by any reading of the words: %s", (text, cells) => {
    expect(of("R10", saying(text, cells)).filter(({ outcome }) => outcome !== "holds")).toEqual([]);
    expect(of("R10", saying(text, cells)).length).toBeGreaterThan(0);
  });

  it("cannot tell where the cell is blank or not printed, and holds nothing against it", () => {
    const text = "收到政府信息公开申请12件。";
    expect(briefly("R10", saying(text, { [TOTAL]: BLANK_CELL }))).toEqual([
      ["cannot-tell", "12 ≟ □"],
    ]);
    expect(briefly("R10", withCells(saying(text), { [TOTAL]: null }))).toEqual([
      ["cannot-tell", "12 ≟ □"],
    ]);
  });

  it("takes statements that add up to the figure for its parts", () => {
    const parts = "收到政府信息公开申请5件。\n年底前又收到政府信息公开申请7件。";
    expect(briefly("R10", saying(parts, { [TOTAL]: 12 }))).toEqual([["not-applicable", null]]);
    expect(briefly("R10", saying(parts, { [TOTAL]: 13 }))).toHaveLength(2);
  });

  it("does not ask an edition for cells it does not have", () => {
    const old = consistentContent(EDITION_2019, 3);
    const content = withText(old, "overview", "废止规范性文件3件，收取行政事业性收费2万元。");
    expect(briefly("R10", content)).toEqual([["not-applicable", null]]);
  });

  it("speaks of the whole area only in a report that covers it", () => {
    const content = saying("全县收到政府信息公开申请66件。", { [TOTAL]: 13 });
    expect(briefly("R10", content)).toEqual([["not-applicable", null]]);
    expect(briefly("R10", { ...content, scope: "area" })).toEqual([["fails", "66 ≠ 13"]]);
  });
});

describe("R11", () => {
  it.each([
    ["全年未收到政府信息公开申请。", {}, "holds"],
    ["全年未收到政府信息公开申请。", { [TOTAL]: 1 }, "fails"],
    ["全年未收到政府信息公开申请。", { [TOTAL]: BLANK_CELL }, "cannot-tell"],
    ["我局不涉及行政处罚。", { "proactive.penalties.decisions": 3 }, "fails"],
    ["收到的政府信息公开申请均已按时办结。", {}, "fails"],
    ["收到的政府信息公开申请均已按时办结。", { [TOTAL]: 1 }, "holds"],
  ])("%s with %j: %s", (text, cells, outcome) => {
    expect(of("R11", saying(text, cells)).map((issue) => issue.outcome)).toEqual([outcome]);
  });
});

describe("R12", () => {
  const period = (from: string, to: string) => ({
    ...sound,
    period: [from, to] as [string, string],
  });
  it("is the whole year of the title, or of the report where it has none", () => {
    expect(of("R12", period("2023-01-01", "2023-12-31"))).toMatchObject([{ outcome: "holds" }]);
    expect(of("R12", period("2023-01-01", "2023-11-30"))).toMatchObject([{ outcome: "fails" }]);
    const titled = {
      ...period("2023-01-01", "2023-12-31"),
      title: "示例县2022年政府信息公开工作年度报告",
    };
    expect(of("R12", titled)).toMatchObject([{ outcome: "fails" }]);
  });

  it("is looked for in the text where nothing stands before it, else cannot be told", () => {
    const untold = { ...sound, period: null };
    const stated = withText(untold, "overview", "数据统计期限为2023年1月1日至12月31日。");
    expect(of("R12", stated)).toMatchObject([{ outcome: "holds" }]);
    const none = { ...untold, sections: sound.sections.map((each) => ({ ...each, text: "" })) };
    expect(of("R12", none)).toMatchObject([{ outcome: "cannot-tell" }]);
  });

  it.each([
    ["统计期限自2023年1月1日起，至2023年12月31日止。", "holds"],
    ["数据统计时间为2023年1月1日至11月30日。", "fails"],
    ["本报告统计数据自2023年1月1日起至2023年12月31日止。", "holds"],
    ["据统计，自2023年5月1日至6月30日公开信息12条。", "cannot-tell"],
    ["专项整治期间2023年5月1日至8月31日，公开信息12条。", "cannot-tell"],
    ["政务公开月活动，时间为2023年9月1日至9月30日。", "cannot-tell"],
  ])("tells the period of the figures from that of an event: %s", (text, outcome) => {
    const issues = of("R12", withText({ ...silent, period: null }, "overview", text));
    expect(issues).toMatchObject([{ outcome }]);
  });
});

describe("R13", () => {
  it.each([
    ["2023-12-31", null, null, ["fails"]],
    ["2024-01-01", null, null, ["holds"]],
    ["2024-01-15", "2024-02-01", "2024-01-31", ["holds", "fails"]],
    ["2024-01-15", "2024-01-31", "2024-01-31", ["holds", "holds"]],
    [null, null, "2024-01-31", ["cannot-tell"]],
  ])("signed %s, published %s, due %s: %j", (signedOn, publishedOn, dueOn, outcomes) => {
    const issues = of("R13", { ...sound, signedOn, publishedOn }, { dueOn });
    expect(issues.map(({ outcome }) => outcome)).toEqual(outcomes);
  });
});

describe("R16", () => {
  it.each([
    ["problems", "无。", "R16.problems"],
    ["problems", "公开意识还不够强。", "R16.problems"],
    ["problems", "", "R16.problems"],
    ["overview", "", "R16.sections"],
  ] as const)("%s saying “%s” fails %s", (part, text, instance) => {
    const failed = of("R16", withText(sound, part, text)).filter(
      ({ outcome }) => outcome === "fails",
    );
    expect(failed.map((issue) => issue.instance)).toEqual([instance]);
  });

  it.each([
    ["我局公开工作总体较好，暂未发现明显问题，将继续保持并不断完善各项制度。", "fails"],
    ["没有问题。今后继续按照上级要求做好各项公开工作。", "fails"],
    ["没有重大问题，但公开栏目更新不够及时，下一步将按月检查并通报。", "holds"],
    ["没有专职人员，信息更新有时滞后；明年明确专人、按周更新。", "holds"],
    ["存在栏目更新慢、没有专人负责的问题，明年将明确专人。", "holds"],
    ["公开栏目更新慢，无专人负责等问题明显，明年将明确专人。", "holds"],
  ])("tells none from one that begins with 没有: %s is %s", (text, outcome) => {
    expect(of("R16", withText(sound, "problems", text))[1]?.outcome).toBe(outcome);
  });

  it("lets 六 be 无, and asks for every section in its place", () => {
    expect(of("R16", withText(sound, "other", "无"))).toMatchObject([
      { outcome: "holds" },
      { outcome: "holds" },
    ]);
    const [first, ...rest] = sound.sections;
    const last = { ...sound, sections: first ? [...rest, first] : [] };
    expect(of("R16", last)[0]).toMatchObject({ outcome: "fails", instance: "R16.sections" });
    expect(of("R16", { ...sound, sections: rest })[0]?.message.zh).toContain("一、总体情况");
  });
});

describe("R17", () => {
  it("is about the handling fee, not the administrative fees, and not for edition 2019", () => {
    const none = {
      ...sound,
      sections: sound.sections.map((each) => ({ ...each, text: "行政事业性收费为零。" })),
    };
    expect(of("R17", none)).toMatchObject([{ outcome: "fails", severity: "note" }]);
    expect(of("R17", consistentContent(EDITION_2019, 3))).toMatchObject([
      { outcome: "not-applicable" },
    ]);
  });
});

describe("R17 in other words", () => {
  it.each([
    ["未发出收费通知。", "holds"],
    ["依申请公开未收取费用。", "holds"],
    ["我局未就政府信息公开申请收取任何费用。", "holds"],
    ["信息公开收费情况：无。", "holds"],
    ["信息公开栏目公布收费目录。", "fails"],
    ["依申请公开行政事业性收费信息2条。", "fails"],
    ["依申请公开信息，本局一律不收费。", "holds"],
    ["信 息 处 理 费：0 元。", "holds"],
    ["处理信息公开申请8件，无收费。", "holds"],
    ["对依申请公开事项均予免费办理。", "holds"],
    ["处理信息公开申请8件，本局无收费项目。", "fails"],
    ["停车收费通知已在网站公布。", "fails"],
    ["信息公开宣传费用2万元。", "fails"],
  ])("%s is %s", (text, outcome) => {
    expect(of("R17", withText(silent, "other", text))).toMatchObject([{ outcome }]);
  });
});

describe("R25", () => {
  it("looks for pinyin and scripts in the passage as found, for the rest in the clean text", () => {
    const raw = "西藏自治區(qū)人民政府辦公廳發(fā)布";
    const content = withText(sound, "overview", "西藏自治区人民政府办公厅发布&nbsp;", raw);
    expect(of("R25", content).map(({ instance }) => instance)).toEqual([
      "R25.pinyin",
      "R25.traditional",
      "R25.markup",
    ]);
  });

  it("finds a body that was printed twice, by its paragraphs or by what the reader noted", () => {
    const paragraph =
      "我局坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开，回应群众关切。";
    const twice = withText(sound, "overview", `${paragraph}\n${paragraph}`);
    expect(of("R25", twice)).toMatchObject([{ instance: "R25.repeated", outcome: "fails" }]);
    expect(of("R25", sound, { isPrintedTwice: true })).toMatchObject([
      { instance: "R25.repeated" },
    ]);
  });
});

describe("R26", () => {
  it.each([
    ["身份证号为110101190001010006", "110101190001010006"],
    ["身份证号为１１０１０１　１９０００１０１　０００６", "110101190001010006"],
    ["卡号6225 8800 0000 0001", "6225880000000001"],
    ["村民李某手机138-0000-1111", "13800001111"],
  ])("masks what it finds: %s", (text, number) => {
    const [issue, ...more] = of("R26", withText(sound, "overview", `${text}。`));
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ outcome: "fails", section: "overview" });
    const told = JSON.stringify({ ...issue, span: undefined }).replace(/\D/g, "");
    expect(told).not.toContain(number.replace(/\D/g, ""));
    expect(issue?.message.zh).toContain("*");
  });
});

/** What a person finds in the five reports, judged by reading them; whatever else is found would be wrong. */
const TRUE_FINDINGS: Readonly<Record<string, readonly string[]>> = {
  "000": [],
  "001": ["R17", "R25.pinyin", "R25.traditional", "R25.foreignAddress"],
  "002": ["R13.early", "R17"],
  "003": ["R25.pinyin", "R25.traditional"],
  "004": ["R25.repeated"],
};

describe.skipIf(SEEDS_MISSING)(`the five real reports ${SEEDS_MISSING ?? ""}`, () => {
  it.each(SEEDS)("$seed: R10–R26 find what is there and nothing else", async ({ seed }) => {
    const read = await readSource(seedBytes(seed), `${seed}.txt`);
    const [report] = read.ok ? read.value : [];
    if (!report) throw new Error(`seed ${seed} cannot be read`);
    const isPrintedTwice = report.issues.some(({ rule }) => rule === "read.repeatedBody");
    const failed = runChecks(report.content, { isPrintedTwice }).filter(
      ({ rule, outcome }) => outcome === "fails" && rule >= "R10" && rule !== "R15",
    );
    expect(failed.map(({ instance }) => instance)).toEqual(TRUE_FINDINGS[seed]);
  });
});
