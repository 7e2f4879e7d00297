import type { ReportContent } from "../../editions/content.ts";
import type { Issue } from "../issue.ts";
import type { Rule } from "../rule.ts";

/** R17: a report of edition 2021 says whether an information handling fee was charged. */
export const HANDLING_FEE: Rule = {
  id: "R17",
  severity: "note",
  name: { zh: "写明信息处理费收取情况", en: "The information handling fee is mentioned" },
  formula: {
    zh: "正文写有信息处理费的收取情况（与“行政事业性收费”不是一回事）",
    en: "The text says whether an information handling fee was charged (not the administrative fees of section II)",
  },
  basis: {
    zh: "格式第六部分；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收取情况在年度报告中列明",
    en: "Form, section VI; the measures on the information handling fee (2020): the annual report states what was charged",
  },
  inBadge: false,
  toSubmit: "none",
  isValidFor: ({ id }) => id === "2021",
  about: "figures",
  check: ({ content }) => [checkFee(content)],
};

const FEE = /(?:信息|公开)\s*处理\s*(?:费|收费)/u;

function checkFee({ sections }: ReportContent): Issue {
  const mentioned = sections.find(({ text }) => FEE.test(text));
  const facts = {
    rule: "R17",
    instance: "R17",
    severity: "note" as const,
    cells: [],
    formula: null,
  };
  return mentioned
    ? {
        ...facts,
        outcome: "holds",
        section: mentioned.key,
        message: { zh: "正文写有信息处理费", en: "The text mentions the information handling fee" },
      }
    : {
        ...facts,
        outcome: "fails",
        section: "other",
        message: {
          zh: "正文没有写到信息处理费；没有收取的，也应在第六部分写明",
          en: "The text does not mention the information handling fee; where none was charged, section VI says so",
        },
      };
}
