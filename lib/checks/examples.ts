import {
  type Cell,
  emptyContent,
  type ReportContent,
  type Section,
  type SectionKey,
} from "../editions/content.ts";
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
const empty = emptyContent(FORM.id, FORM.validFrom + 2);
const cells = exampleCells(FORM, nextDrawn, { zeroShare: 0.5, largest: 4 });
const received = cells["requests.received.total"]?.value ?? 0;
const WORDS: Readonly<Partial<Record<SectionKey, string>>> = {
  overview: `全年收到政府信息公开申请${received}件。`,
  problems:
    "个别栏目更新不够及时，答复文书的说理还不充分。下一步将按月检查栏目，逐件复核答复文书。",
  other: "本年度未收取信息处理费。",
};
const sound: ReportContent = {
  ...empty,
  signedOn: `${FORM.validFrom + 3}-01-15`,
  cells: {
    ...cells,
    "proactive.fees.amount": { raw: "0", value: 0, state: "number", unit: "万元" },
  },
  sections: empty.sections.map((section) => saying(section, WORDS[section.key] ?? "")),
};
const keeps: RuleExample = {
  content: sound,
  context: { otherReportIds: [], dueOn: `${FORM.validFrom + 3}-01-31` },
};

function saying(section: Section, text: string): Section {
  return { ...section, text, raw: text };
}

const number = (value: number): Cell => ({ raw: String(value), value, state: "number" });
const BLANK: Cell = { raw: "", value: null, state: "blank" };
const withCell = (key: string, cell: Cell): ReportContent => ({
  ...sound,
  cells: { ...sound.cells, [key]: cell },
});

/** The sound report with other words in one of its sections. */
const withWords = (key: SectionKey, change: (text: string) => string): RuleExample => ({
  content: {
    ...sound,
    sections: sound.sections.map((section) =>
      section.key === key ? saying(section, change(section.text)) : section,
    ),
  },
});
const plus = (more: string) => (text: string) => `${text}${more}`;
/** A number made up for the example: it was never given to anybody. */
const INVENTED_ID = "110101190001010006";

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
  R10: {
    keeps,
    breaks: withWords("overview", () => `全年收到政府信息公开申请${received + 2}件。`),
  },
  R11: {
    keeps: withWords("overview", plus("未收取行政事业性收费。")),
    breaks: withWords("overview", () => "全年未收到政府信息公开申请。"),
  },
  R12: {
    keeps,
    breaks: { content: { ...sound, period: [`${sound.year}-01-01`, `${sound.year}-11-30`] } },
  },
  R13: { keeps, breaks: { content: { ...sound, signedOn: `${sound.year}-12-31` } } },
  R14: { keeps, breaks: { content: { ...sound, year: 2020 } } },
  R15: {
    keeps,
    breaks: { content: withCell("proactive.licences.decisions", BLANK) },
  },
  R16: { keeps, breaks: withWords("problems", () => "无。") },
  R17: { keeps, breaks: withWords("other", () => "无。") },
  R23: { keeps, breaks: { content: sound, context: { otherReportIds: ["another"] } } },
  R25: { keeps, breaks: withWords("other", plus("<br/>&nbsp;")) },
  R26: { keeps, breaks: withWords("overview", plus(`申请人身份证号为${INVENTED_ID}。`)) },
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
