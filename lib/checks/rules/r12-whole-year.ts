import { findDates } from "#lib/chinese/dates.ts";
import type { ReportContent } from "../../editions/content.ts";
import type { Issue, Outcome } from "../issue.ts";
import { inOneWidth } from "../prose/sentences.ts";
import type { Rule } from "../rule.ts";

/** R12: the figures cover the calendar year of the report. */
export const WHOLE_YEAR: Rule = {
  id: "R12",
  severity: "warning",
  name: { zh: "统计期限为报告年度全年", en: "The period is the whole year of the report" },
  formula: {
    zh: "统计期限 = 标题年度的 1 月 1 日至 12 月 31 日",
    en: "Period of the figures = 1 January to 31 December of the year in the title",
  },
  basis: {
    zh: "《政府信息公开条例》第四十九条、第五十条：公布本机关上一年度的工作年度报告",
    en: "Regulations on Open Government Information, articles 49 and 50: the report is on the year before",
  },
  inBadge: false,
  toSubmit: "reason",
  isValidFor: () => true,
  about: "figures",
  check: ({ content }) => [checkPeriod(content)],
};

/** 时间 and 期间 alone may be those of an event or of a notice. */
const STATED =
  /(?:(?:统计|数据|报告)[^。\n]{0,8}?(?:期限|期间|时间|时限|时段|起止)[^。\n]{0,12}?|(?:统计|数据)[自从])(?<from>20\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?:起)?,?(?:至|到|-|—|~)+ ?(?<to>(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日)/u;

function checkPeriod(content: ReportContent): Issue {
  const year = titleYear(content) ?? content.year;
  const period = content.period ?? statedPeriod(content);
  const issue = (outcome: Outcome, zh: string, en: string): Issue => ({
    rule: "R12",
    instance: "R12",
    severity: "warning",
    outcome,
    cells: [],
    ...(period ? { said: period.join("/") } : {}),
    formula: null,
    message: { zh, en },
  });
  if (year === null || !period)
    return issue(
      "cannot-tell",
      period ? "报告年度不明，无法核对统计期限" : "没有写明统计期限",
      period
        ? "The year of the report is unknown"
        : "The report does not say which period it covers",
    );
  const [from, to] = period;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (from === first && to === last)
    return issue(
      "holds",
      `统计期限为 ${from} 至 ${to}，是 ${year} 年全年`,
      `The period, ${from} to ${to}, is the whole of ${year}`,
    );
  return issue(
    "fails",
    `统计期限为 ${from} 至 ${to}，标题年度为 ${year} 年，应为 ${first} 至 ${last}`,
    `The period is ${from} to ${to}; for ${year}, the year in the title, it should be ${first} to ${last}`,
  );
}

function titleYear({ title }: ReportContent): number | null {
  const year = /(?<!\d)(20\d\d) ?年/u.exec(inOneWidth(title ?? ""))?.[1];
  return year === undefined ? null : Number(year);
}

/** The period as a sentence of the report states it, where nothing stands before the first section. */
function statedPeriod({ sections }: ReportContent): [string, string] | null {
  for (const { text } of sections) {
    const stated = STATED.exec(inOneWidth(text.slice(0, 3000)))?.groups;
    const [from] = findDates(stated?.from ?? "");
    const to = stated?.to ?? "";
    const [until] = findDates(/^20/.test(to) ? to : `${from?.iso.slice(0, 4)}年${to}`);
    if (from && until) return [from.iso, until.iso];
  }
  return null;
}
