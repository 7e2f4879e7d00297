import type { Issue, Outcome } from "../issue.ts";
import type { Rule, Subject } from "../rule.ts";

/** R23: an agency has one current report for a year; others are passed in by whoever knows them. */
export const ONE_REPORT_A_YEAR: Rule = {
  id: "R23",
  severity: "error",
  name: { zh: "同一单位同一年度只有一份现行年报", en: "One current report per agency and year" },
  formula: {
    zh: "同一单位、同一年度的现行年报 = 1 份",
    en: "Current reports of one agency for one year = 1",
  },
  basis: {
    zh: "《政府信息公开条例》第四十九条：每年公布上一年度的工作年度报告",
    en: "Regulations on Open Government Information, article 49: one annual report, each year",
  },
  inBadge: false,
  toSubmit: "correct",
  isValidFor: () => true,
  about: "report",
  check: ({ content, context }) => [checkOnlyOne(content.year, context.otherReportIds)],
};

function checkOnlyOne(
  year: Subject["content"]["year"],
  others: readonly string[] | undefined,
): Issue {
  const issue = (outcome: Outcome, zh: string, en: string): Issue => ({
    rule: "R23",
    instance: "R23",
    outcome,
    severity: "error",
    cells: [],
    formula: null,
    message: { zh, en },
  });
  if (!others) {
    return issue(
      "not-applicable",
      "只看这一份文件，不与库中其他年报比对",
      "Only this file is looked at, not the other reports on record",
    );
  }
  const which = year === null ? { zh: "该年度", en: "that year" } : { zh: `${year} 年`, en: year };
  if (others.length === 0)
    return issue("holds", `本单位${which.zh}只有这一份年报`, `The only report for ${which.en}`);
  return issue(
    "fails",
    `本单位${which.zh}已有 ${others.length} 份现行年报，不能再有一份`,
    `The agency already has ${others.length} current report${others.length > 1 ? "s" : ""} for ${which.en}`,
  );
}
