import { type Cell, emptyContent, type ReportContent } from "../editions/content.ts";
import { exampleCells } from "../editions/example-cells.ts";
import { editionById } from "../editions/registry.ts";
import { demandedSums } from "../editions/sum-instances.ts";
import type { Issue } from "./issue.ts";
import type { CheckContext, Rule } from "./rule.ts";
import { runChecks } from "./run.ts";

/** A report, with what is known around it, that a rule holds or fails on. */
export interface RuleExample {
  content: ReportContent;
  context?: CheckContext;
}

/** The two examples of a rule: a report that keeps it and one that breaks it. */
export interface RuleExamples {
  keeps: RuleExample;
  breaks: RuleExample;
}

const FORM = editionById("2021");
if (!FORM) throw new Error("the examples are written for edition 2021");

/** Figures that agree with each other, drawn by a fixed sequence: the same in every process. */
let drawn = 0;
function nextDrawn(): number {
  drawn = (drawn + 0.618034) % 1;
  return drawn;
}
const sound: ReportContent = {
  ...emptyContent(FORM.id, FORM.validFrom + 2),
  cells: exampleCells(FORM, nextDrawn, { zeroShare: 0.5, largest: 4 }),
};
const keeps: RuleExample = { content: sound, context: { otherReportIds: [] } };

const number = (value: number): Cell => ({ raw: String(value), value, state: "number" });
const BLANK: Cell = { raw: "", value: null, state: "blank" };
const withCell = (key: string, cell: Cell): ReportContent => ({
  ...sound,
  cells: { ...sound.cells, [key]: cell },
});

/** Breaks the first sum of a rule: its last cell counts three more than it should. */
function brokenSum(rule: string): RuleExamples {
  const sum = FORM && demandedSums(FORM, sound.cells).find((candidate) => candidate.rule === rule);
  const key = sum?.right.at(-1) ?? "";
  const value = sound.cells[key]?.value ?? 0;
  return { keeps, breaks: { content: withCell(key, number(value + 3)) } };
}

/** One report that keeps and one that breaks each rule, by the rule's id. */
export const RULE_EXAMPLES: Readonly<Record<string, RuleExamples>> = {
  R01: brokenSum("R01"),
  R02: brokenSum("R02"),
  R03: brokenSum("R03"),
  R04: brokenSum("R04"),
  R05: {
    keeps,
    breaks: { content: withCell("proactive.licences.decisions", number(-3)) },
  },
  R14: { keeps, breaks: { content: { ...sound, year: 2020 } } },
  R15: {
    keeps,
    breaks: { content: withCell("proactive.licences.decisions", BLANK) },
  },
  R23: { keeps, breaks: { content: sound, context: { otherReportIds: ["another"] } } },
};

/** What a rule says of its two examples, as it says it of any report. */
export interface ExampleAnswers {
  breaks: Issue;
  keeps: Issue;
}

/** Runs a rule on its two examples; null where it has none. */
export function exampleAnswers({ id }: Rule): ExampleAnswers | null {
  const examples = RULE_EXAMPLES[id];
  if (!examples) return null;
  const answers = ({ content, context }: RuleExample) =>
    runChecks(content, context).filter(({ rule }) => rule === id);
  const breaks = answers(examples.breaks).find(({ outcome }) => outcome === "fails");
  const holding = answers(examples.keeps).filter(({ outcome }) => outcome === "holds");
  const keeps = holding.find(({ instance }) => instance === breaks?.instance) ?? holding[0];
  return breaks && keeps ? { breaks, keeps } : null;
}
