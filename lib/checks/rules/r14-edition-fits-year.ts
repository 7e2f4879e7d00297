import { editionForYear } from "../../editions/registry.ts";
import type { Issue } from "../issue.ts";
import type { Rule, Subject } from "../rule.ts";

/** R14: the form is the one in force for the year of the report. */
export const EDITION_FITS_YEAR: Rule = {
  id: "R14",
  severity: "error",
  name: { zh: "格式版本与报告年度相符", en: "The form fits the year" },
  formula: {
    zh: "报告所用格式 = 该年度适用的格式",
    en: "Form of the report = form in force for its year",
  },
  basis: {
    zh: "国务院办公厅政府信息与政务公开办公室印发各版格式的通知所定适用年度",
    en: "The notices that prescribe each form and the years it is for",
  },
  inBadge: false,
  toSubmit: "correct",
  isValidFor: () => true,
  about: "report",
  check: (subject) => [checkEdition(subject)],
};

function checkEdition({ content: { year }, edition }: Subject): Issue {
  const facts = {
    rule: "R14",
    instance: "R14",
    severity: "error" as const,
    cells: [],
    formula: null,
  };
  const due = year === null ? null : editionForYear(year);
  if (year === null) {
    const message = {
      zh: "报告年度不明，无法判断应使用哪一版格式",
      en: "The year of the report is unknown, so nobody can tell which form it needs",
    };
    return { ...facts, outcome: "cannot-tell", message };
  }
  if (!edition && !due) {
    const message = {
      zh: `${year} 年的报告早于现有各版格式，只保留正文，不读取数字`,
      en: `A report for ${year} is older than the forms known here: its prose is kept, no figures are read`,
    };
    return { ...facts, outcome: "not-applicable", message };
  }
  if (!edition) {
    const message = {
      zh: `未能认出报告所用格式，${year} 年应使用 ${due?.label.zh}（${due?.notice}）`,
      en: `The form used was not recognised; a report for ${year} needs the ${due?.label.en}`,
    };
    return { ...facts, outcome: "cannot-tell", message };
  }
  if (edition === due) {
    const message = {
      zh: `${year} 年适用 ${edition.label.zh}，相符`,
      en: `The ${edition.label.en} is the one for ${year}`,
    };
    return { ...facts, outcome: "holds", message };
  }
  const rightForm = due
    ? {
        zh: `应使用 ${due.label.zh}（${due.notice}）`,
        en: `needs the ${due.label.en}`,
      }
    : { zh: "不适用现有任何一版格式", en: "is older than every form known here" };
  const message = {
    zh: `${year} 年的报告${rightForm.zh}，本报告用的是 ${edition.label.zh}`,
    en: `A report for ${year} ${rightForm.en}, but this one uses the ${edition.label.en}`,
  };
  return { ...facts, outcome: "fails", message };
}
