import type { CheckContext } from "#lib/checks/rule.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "./content.ts";

/** A report, with what is known around it, that a rule holds or fails on. */
export interface RuleFixture {
  content: ReportContent;
  context?: CheckContext;
}

/** The two fixtures of a rule: a report that keeps it and one that breaks it. */
export interface RuleFixtures {
  keeps: RuleFixture;
  breaks: RuleFixture;
}

const FORM = editionById("2021");
if (!FORM) throw new Error("the fixtures are written for edition 2021");
const sound = consistentContent(FORM, 2024);
const keeps: RuleFixture = { content: sound, context: { otherReportIds: [] } };

/** Breaks the first sum of a rule: its last cell counts three more than it should. */
function brokenSum(rule: string): RuleFixtures {
  const sum = FORM && demandedSums(FORM, sound.cells).find((candidate) => candidate.rule === rule);
  const key = sum?.right.at(-1) ?? "";
  const value = sound.cells[key]?.value ?? 0;
  return { keeps, breaks: { content: withCells(sound, { [key]: numberCell(value + 3) }) } };
}

/** One report that keeps and one that breaks each rule, by the rule's id. */
export const RULE_FIXTURES: Readonly<Record<string, RuleFixtures>> = {
  R01: brokenSum("R01"),
  R02: brokenSum("R02"),
  R03: brokenSum("R03"),
  R04: brokenSum("R04"),
  R05: {
    keeps,
    breaks: { content: withCells(sound, { "proactive.licences.decisions": numberCell(-3) }) },
  },
  R14: { keeps, breaks: { content: { ...sound, year: 2020 } } },
  R15: {
    keeps,
    breaks: { content: withCells(sound, { "proactive.licences.decisions": BLANK_CELL }) },
  },
  R23: { keeps, breaks: { content: sound, context: { otherReportIds: ["another"] } } },
};
