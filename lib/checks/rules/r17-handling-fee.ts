import type { ReportContent, Section } from "../../editions/content.ts";
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

const ON_REQUEST = "(?:依申请公开|信息公开|公开申请)";
/** Fees by another name are no charge for information. */
const GAP = "(?:(?!行政事业性|涉企)[^。；;，,\\n]){0,12}?";
/** Nor are lists and news of fees. */
const NO_LIST = "(?!目录|标准|项目|清单|公示|信息|政策)";
/** The fee by its name, its notice (the form asks how many were sent), and a request that cost something or nothing. */
const SAYS_SO = [
  /(?:信息|公开)处理(?:费|收费)/u,
  /发出(?:的)?收费通知/u,
  new RegExp(`${ON_REQUEST}${GAP}(?:收取[^。；;，,\\n]{0,6}费|收费)${NO_LIST}`, "u"),
  new RegExp(`${ON_REQUEST}${GAP}免费(?:办理|提供|答复)`, "u"),
  new RegExp(`${ON_REQUEST}(?:申请)?的?(?:处理|办理|相关|有关)?费用`, "u"),
  new RegExp(
    `${ON_REQUEST}[^。；;\\n]{0,20}?(?:未|不|没有|免|无)(?:予|曾)?收取?(?:任何)?费${NO_LIST}`,
    "u",
  ),
];

function mentionsFee({ text }: Section): boolean {
  const words = text.replace(/[^\S\n]/gu, "");
  return SAYS_SO.some((pattern) => pattern.test(words));
}

function checkFee({ sections }: ReportContent): Issue {
  const mentioned = sections.find(mentionsFee);
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
