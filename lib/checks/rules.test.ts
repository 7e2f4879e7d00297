import { describe, expect, it } from "vitest";
import { blanksBesideFullWidth } from "#lib/testing/full-width.ts";
import { EDITIONS } from "../editions/registry.ts";
import { RULES, ruleById } from "./catalogue.ts";
import { exampleAnswers, RULE_EXAMPLES } from "./examples.ts";
import { runChecks } from "./run.ts";

describe.each(RULES)("$id", (rule) => {
  const examples = RULE_EXAMPLES[rule.id];
  const outcomes = (which: "keeps" | "breaks") => {
    if (!examples) throw new Error(`${rule.id} has no examples`);
    const { content, context } = examples[which];
    return runChecks(content, context).filter((issue) => issue.rule === rule.id);
  };

  it("holds on the report that keeps it", () => {
    const issues = outcomes("keeps");
    expect(issues.length).toBeGreaterThan(0);
    expect(new Set(issues.map(({ outcome }) => outcome))).toEqual(new Set(["holds"]));
  });

  it("fails on the report that breaks it, and says so in both languages", () => {
    const failed = outcomes("breaks").filter(({ outcome }) => outcome === "fails");
    expect(failed).toHaveLength(1);
    for (const { message, severity } of failed) {
      expect(severity).toBe(rule.severity);
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]{3}/);
      // Words of the report are quoted as they are.
      expect(message.en.replace(/“[^”]*”/gu, "")).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("has no blank beside a full-width sign in its Chinese sentences", () => {
    const said = (["keeps", "breaks"] as const).flatMap(outcomes);
    const sentences = said.flatMap(({ message, hint }) => [message.zh, hint?.zh ?? ""]);
    expect(sentences.flatMap(blanksBesideFullWidth)).toEqual([]);
  });

  it("explains itself by its two examples", () => {
    expect(exampleAnswers(rule)).toMatchObject({
      breaks: { rule: rule.id, outcome: "fails" },
      keeps: { rule: rule.id, outcome: "holds" },
    });
  });

  it("can be printed: name, formula and basis in both languages", () => {
    for (const text of [rule.name, rule.formula, rule.basis]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text.en.length).toBeGreaterThan(10);
    }
  });

  it("is valid for an edition, and found by its id", () => {
    expect(EDITIONS.some((edition) => rule.isValidFor(edition))).toBe(true);
    expect(ruleById(rule.id)).toBe(rule);
  });
});

describe("the catalogue", () => {
  it("lists each rule once, in the order of their ids", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(Object.keys(RULE_EXAMPLES)).toEqual(ids);
  });

  it("counts R01–R04 in the badge, and lets R14, R23 and R26 be corrected only", () => {
    const idsWhere = (test: (rule: (typeof RULES)[number]) => boolean) =>
      RULES.filter(test).map(({ id }) => id);
    expect(idsWhere(({ inBadge }) => inBadge)).toEqual(["R01", "R02", "R03", "R04"]);
    expect(idsWhere(({ toSubmit }) => toSubmit === "correct")).toEqual(["R14", "R23", "R26"]);
  });
});
