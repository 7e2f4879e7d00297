import { describe, expect, it } from "vitest";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { EDITION_2019 } from "../editions/2019.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import type { Issue } from "./issue.ts";
import { runChecks } from "./run.ts";
import { summarise } from "./summary.ts";

const content = consistentContent(EDITION_2021, 8);
const total = "remedies.reconsideration.total";
const wrong = numberCell((content.cells[total]?.value ?? 0) + 1);
const outcomeOf = (...issues: Partial<Issue>[]) =>
  summarise(
    issues.map((issue) => ({
      rule: "R01",
      instance: "R01.x",
      outcome: "holds",
      severity: "error",
      cells: [],
      formula: null,
      message: { zh: "", en: "" },
      ...issue,
    })),
  ).outcome;

describe("the badge", () => {
  it("counts 42 sums in edition 2021 and 40 in 2019", () => {
    expect(summarise(runChecks(content))).toEqual({
      holds: 42,
      fails: 0,
      unknown: 0,
      total: 42,
      outcome: "pass",
    });
    expect(summarise(runChecks(consistentContent(EDITION_2019, 8))).total).toBe(40);
  });

  it("counts what fails and what cannot be told", () => {
    expect(summarise(runChecks(withCells(content, { [total]: wrong })))).toMatchObject({
      holds: 41,
      fails: 1,
      outcome: "fail",
    });
    expect(summarise(runChecks(withCells(content, { [total]: null })))).toMatchObject({
      holds: 41,
      unknown: 1,
      total: 42,
      outcome: "unknown",
    });
  });

  it("warns of a printed blank, which R15 fails", () => {
    expect(summarise(runChecks(withCells(content, { [total]: BLANK_CELL })))).toMatchObject({
      holds: 41,
      unknown: 1,
      outcome: "warn",
    });
  });

  it("puts a failing error before a warning, a warning before the unknown, that before a pass", () => {
    const unknown = { outcome: "cannot-tell" } as const;
    const warning = { rule: "R15", outcome: "fails", severity: "warning" } as const;
    const note = { rule: "read.x", outcome: "fails", severity: "note" } as const;
    expect(outcomeOf({}, unknown, warning, { outcome: "fails" })).toBe("fail");
    expect(outcomeOf({}, unknown, warning)).toBe("warn");
    expect(outcomeOf({}, unknown)).toBe("unknown");
    expect(outcomeOf({}, note)).toBe("pass");
    expect(outcomeOf({}, { rule: "R05", outcome: "cannot-tell" })).toBe("pass");
    expect(outcomeOf({}, { rule: "R14", outcome: "fails" })).toBe("fail");
    expect(outcomeOf()).toBe("unknown");
  });
});
