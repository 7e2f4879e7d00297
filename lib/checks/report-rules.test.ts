import { describe, expect, it } from "vitest";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { EDITION_2019 } from "../editions/2019.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import { emptyContent, type ReportContent } from "../editions/content.ts";
import { RULES } from "./catalogue.ts";
import type { CheckContext } from "./rule.ts";
import { runChecks } from "./run.ts";
import { summarise } from "./summary.ts";

const form2019 = consistentContent(EDITION_2019, 3);
const form2021 = consistentContent(EDITION_2021, 3);
const of = (rule: string, content: ReportContent, context?: CheckContext) =>
  runChecks(content, context)
    .filter((issue) => issue.rule === rule)
    .map(({ instance, outcome, message }) => ({ instance, outcome, zh: message.zh }));
const before2019: ReportContent = { ...form2021, edition: null, year: 2016, cells: {} };

describe("R05", () => {
  it("refuses negative counts, broken counts and negative amounts, each in its cell", () => {
    const content = withCells(form2021, {
      "proactive.regulations.made": numberCell(-3),
      "requests.received.naturalPerson": numberCell(1.5),
      "proactive.fees.amount": { ...numberCell(-2), unit: "万元" },
    });
    expect(of("R05", content)).toEqual([
      {
        instance: "R05.proactive.regulations.made",
        outcome: "fails",
        zh: "第二部分“规章”行“本年制发件数”列：-3 不是非负整数。",
      },
      {
        instance: "R05.proactive.fees.amount",
        outcome: "fails",
        zh: "第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列：-2 是负数，金额不能为负。",
      },
      {
        instance: "R05.requests.received.naturalPerson",
        outcome: "fails",
        zh: "第三部分“一、本年新收”行“自然人”列：1.5 不是非负整数。",
      },
    ]);
  });

  it("lets a change be negative, and an amount be a decimal", () => {
    const content = withCells(form2019, {
      "proactive.licences.change": numberCell(-65),
      "proactive.procurement.amount": { ...numberCell(101647022.75), unit: "元" },
    });
    expect(of("R05", content)).toMatchObject([{ instance: "R05", outcome: "holds" }]);
  });

  it("cannot tell an amount whose unit is not printed", () => {
    const amount = { ...numberCell(101647022.75), unit: null };
    expect(of("R05", withCells(form2019, { "proactive.procurement.amount": amount }))).toEqual([
      {
        instance: "R05.proactive.procurement.amount",
        outcome: "cannot-tell",
        zh: "第二部分“政府集中采购”行“采购总金额”列：101647022.75 未写明单位，无法换算，不计入任何合计。",
      },
    ]);
  });

  it.each([
    [null, "R05.proactive.fees.amount", "cannot-tell"],
    ["元", "R05", "holds"],
  ] as const)(
    "of fees with the unit %j, whose form fixes 万元, says %s %s",
    (unit, instance, outcome) => {
      const amount = { ...numberCell(86), unit };
      const content = withCells(form2021, { "proactive.fees.amount": amount });
      expect(of("R05", content)).toMatchObject([{ instance, outcome }]);
    },
  );

  it("leaves blanks to R15, and cannot tell where there is no figure", () => {
    const blank = withCells(form2021, { "proactive.regulations.made": BLANK_CELL });
    expect(of("R05", blank)).toMatchObject([{ outcome: "holds" }]);
    expect(of("R05", emptyContent("2021", 2023))).toMatchObject([{ outcome: "cannot-tell" }]);
  });
});

describe("R14", () => {
  it.each([
    [2019, "2019", "holds"],
    [2020, "2019", "holds"],
    [2021, "2019", "fails"],
    [2020, "2021", "fails"],
    [2016, "2019", "fails"],
    [2023, "2021", "holds"],
    [2016, null, "not-applicable"],
    [2023, null, "cannot-tell"],
    [null, "2021", "cannot-tell"],
  ])("year %s in form %s: %s", (year, edition, outcome) => {
    const cells = edition === null ? {} : form2021.cells;
    expect(of("R14", { ...form2021, year, edition, cells })).toMatchObject([{ outcome }]);
  });

  it("names both forms", () => {
    expect(of("R14", { ...form2019, year: 2022 })[0]?.zh).toBe(
      "2022 年的报告应使用 2021 版格式（国办公开办函〔2021〕30号），本报告用的是 2019 版格式。",
    );
  });
});

describe("R15", () => {
  it("names each cell that has no number, with what stands there", () => {
    const content = withCells(form2021, {
      "requests.denied.stateSecret.company": BLANK_CELL,
      "remedies.reconsideration.total": { raw: " / ", value: null, state: "not-applicable" },
      "proactive.licences.decisions": { raw: "约5件", value: null, state: "text" },
    });
    expect(of("R15", content)).toEqual([
      {
        instance: "R15.proactive.licences.decisions",
        outcome: "fails",
        zh: "第二部分“行政许可”行“本年处理决定数量”列填的是“约5件”。",
      },
      {
        instance: "R15.requests.denied.stateSecret.company",
        outcome: "fails",
        zh: "第三部分“（三）不予公开 1.属于国家秘密”行“商业企业”列为空白。",
      },
      {
        instance: "R15.remedies.reconsideration.total",
        outcome: "fails",
        zh: "第四部分“行政复议”行“总计”列填的是“/”。",
      },
    ]);
  });

  it("quotes no more than the beginning of a long text", () => {
    const raw = "详见附件".repeat(500);
    const content = withCells(form2021, {
      "proactive.licences.decisions": { raw, value: null, state: "text" },
    });
    expect(of("R15", content)[0]?.zh).toMatch(/填的是“(详见附件){5}…”。$/);
  });

  it("cannot tell cells that are not printed, and says so once a table", () => {
    const content = withCells(form2021, {
      "requests.granted.company": null,
      "requests.granted.research": null,
      "requests.carriedIn.total": null,
    });
    expect(of("R15", content)).toEqual([
      {
        instance: "R15.absent.requests",
        outcome: "cannot-tell",
        zh: "第三部分有 3 格未列出或没有读出，涉及“二、上年结转”、“（一）予以公开” 2 行。",
      },
    ]);
    expect(of("R15", emptyContent("2021", 2023)).map(({ zh }) => zh)).toEqual([
      "第二部分的表格没有列出数据，或没有读出。",
      "第三部分的表格没有列出数据，或没有读出。",
      "第四部分的表格没有列出数据，或没有读出。",
    ]);
  });
});

describe("R23", () => {
  it("looks only at what it is told of", () => {
    expect(of("R23", form2021)).toMatchObject([{ outcome: "not-applicable" }]);
    expect(of("R23", form2021, { otherReportIds: [] })).toMatchObject([{ outcome: "holds" }]);
    expect(of("R23", form2021, { otherReportIds: ["a", "b"] })).toMatchObject([
      { outcome: "fails", zh: `本单位${form2021.year} 年已有 2 份现行年报，不能再有一份。` },
    ]);
  });
});

describe("a report before the forms known here", () => {
  it("gets an answer from each rule, and none about figures", () => {
    const issues = runChecks(before2019);
    expect(issues.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    const ofAnyText = issues.filter(({ rule }) => ["R25", "R26"].includes(rule));
    expect(new Set(ofAnyText.map(({ outcome }) => outcome))).toEqual(new Set(["holds"]));
    const rest = issues.filter((issue) => !ofAnyText.includes(issue));
    expect(new Set(rest.map(({ outcome }) => outcome))).toEqual(new Set(["not-applicable"]));
    expect(summarise(issues)).toEqual({
      holds: 0,
      fails: 0,
      unknown: 0,
      total: 0,
      outcome: "unknown",
    });
  });
});
