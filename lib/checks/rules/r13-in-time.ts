import type { ReportContent } from "../../editions/content.ts";
import type { Text } from "../../editions/edition.ts";
import type { Issue, Outcome } from "../issue.ts";
import type { Rule, Subject } from "../rule.ts";

/** R13: signed and published after the year has ended, and by the day that is set for the agency's kind and scope. */
export const IN_TIME: Rule = {
  id: "R13",
  severity: "warning",
  name: {
    zh: "成文和发布在年度结束之后、期限之内",
    en: "Signed and published after the year, and in time",
  },
  formula: {
    zh: "统计期限最后一日 < 成文日期、发布日期 ≤ 应公布日期",
    en: "Last day of the period < date signed, date published ≤ due date",
  },
  basis: {
    zh: "《政府信息公开条例》第四十九条：每年1月31日前公布上一年度报告，主管部门于3月31日前公布本级政府报告",
    en: "Regulations on Open Government Information, article 49: by 31 January, and by 31 March for a whole government",
  },
  inBadge: false,
  toSubmit: "reason",
  isValidFor: () => true,
  about: "figures",
  check: ({ content, context }) => [notTooEarly(content), ...notTooLate(content, context)],
};

interface Dated {
  name: Text;
  date: string;
}

function datesOf({ signedOn, publishedOn }: ReportContent): Dated[] {
  return [
    { name: { zh: "成文日期", en: "The date signed" }, date: signedOn },
    { name: { zh: "发布日期", en: "The date published" }, date: publishedOn },
  ].flatMap(({ name, date }) => (date === null ? [] : [{ name, date }]));
}

function issueOf(
  instance: string,
  outcome: Outcome,
  dates: readonly Dated[],
  message: Text,
): Issue {
  return {
    rule: "R13",
    instance,
    outcome,
    severity: "warning",
    cells: [],
    said: dates.map(({ date }) => date).join("/"),
    formula: null,
    message,
  };
}

function notTooEarly(content: ReportContent): Issue {
  const { year, period } = content;
  const dates = datesOf(content);
  const last = year === null ? period?.[1] : `${year}-12-31`;
  const issue = (outcome: Outcome, message: Text) => issueOf("R13.early", outcome, dates, message);
  if (last === undefined || dates.length === 0)
    return issue("cannot-tell", {
      zh: last === undefined ? "报告年度不明，无法核对日期" : "没有写明成文日期和发布日期",
      en:
        last === undefined
          ? "The year of the report is unknown"
          : "No date signed or published is given",
    });
  const early = dates.find(({ date }) => date <= last);
  if (early)
    return issue("fails", {
      zh: `${early.name.zh} ${early.date} 不晚于统计期限的最后一日 ${last}，当年的数据还没有统计完`,
      en: `${early.name.en}, ${early.date}, is not after ${last}, the last day of the period: the year was not over`,
    });
  return issue("holds", {
    zh: `${dates.map(({ name, date }) => `${name.zh} ${date}`).join("、")}，在 ${last} 之后`,
    en: `${dates.map(({ name, date }) => `${name.en} is ${date}`).join(", ")}, after ${last}`,
  });
}

function notTooLate(content: ReportContent, { dueOn }: Subject["context"]): Issue[] {
  const dates = datesOf(content);
  if (!dueOn || dates.length === 0) return [];
  const late = dates.find(({ date }) => date > dueOn);
  if (late)
    return [
      issueOf("R13.late", "fails", dates, {
        zh: `${late.name.zh} ${late.date} 晚于应公布日期 ${dueOn}`,
        en: `${late.name.en}, ${late.date}, is after the due date, ${dueOn}`,
      }),
    ];
  return [
    issueOf("R13.late", "holds", dates, {
      zh: `在应公布日期 ${dueOn} 之前`,
      en: `Not after the due date, ${dueOn}`,
    }),
  ];
}
