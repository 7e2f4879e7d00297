import { describe, expect, it } from "vitest";
import { runChecks } from "#lib/checks/run.ts";
import { summarise } from "#lib/checks/summary.ts";
import { reportContentSchema } from "#lib/reports/content-schema.ts";
import { chinaRegions } from "../regions.ts";
import { REAL_REPORTS } from "./all.ts";
import { HONGTUYA_2022 } from "./hongtuya-2022.ts";
import { LIUNAN_2023 } from "./liunan-2023.ts";
import { LUOJIANG_2020 } from "./luojiang-2020.ts";
import { realContent, SUMMARY_MARK } from "./real-report.ts";
import { TIBET_OFFICE_2023 } from "./tibet-office-2023.ts";
import { YUANJIANG_2023 } from "./yuanjiang-2023.ts";

describe("the five real reports", () => {
  it.each([
    [YUANJIANG_2023, 200, { holds: 41, fails: 1, unknown: 0 }],
    [TIBET_OFFICE_2023, 200, { holds: 42, fails: 0, unknown: 0 }],
    [HONGTUYA_2022, 200, { holds: 40, fails: 0, unknown: 2 }],
    [LUOJIANG_2020, 198, { holds: 40, fails: 0, unknown: 0 }],
    [LIUNAN_2023, 200, { holds: 40, fails: 2, unknown: 0 }],
  ])("keep their true figures ($agency.name)", (report, cells, badge) => {
    const content = realContent(report);
    expect(reportContentSchema.safeParse(content).error).toBeUndefined();
    expect(Object.keys(content.cells)).toHaveLength(cells);
    expect(summarise(runChecks(content))).toMatchObject(badge);
  });

  it("fail in just what fails as published", () => {
    const failing = REAL_REPORTS.map((report) =>
      runChecks(realContent(report)).flatMap(({ rule, outcome, instance }) =>
        outcome === "fails" && rule !== "R15" ? [instance] : [],
      ),
    );
    expect(failing).toEqual([
      ["R04.litigationAfterReconsideration"],
      // Neither report mentions the information handling fee; the second was signed before its year was over.
      ["R17"],
      ["R13.early", "R17"],
      [],
      ["R02.naturalPerson", "R02.company"],
    ]);
  });

  it("keep a printed blank blank and an amount with its unit", () => {
    const blank = realContent(HONGTUYA_2022).cells["requests.denied.stateSecret.company"];
    const amount = realContent(LUOJIANG_2020).cells["proactive.procurement.amount"];
    expect(blank).toMatchObject({ state: "blank", value: null });
    expect(amount).toMatchObject({ value: 101647022.75, unit: "元" });
  });

  it("say that their prose is a summary, and stand in a region that exists", () => {
    const codes = new Set(chinaRegions().map(({ code }) => code));
    for (const report of REAL_REPORTS) {
      expect(codes.has(report.agency.regionCode)).toBe(true);
      const prose = realContent(report).sections.filter(({ text }) => text !== "");
      expect(prose).toHaveLength(3);
      for (const { text } of prose) expect(text.startsWith(SUMMARY_MARK)).toBe(true);
    }
  });
});
