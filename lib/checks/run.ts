import type { ReportContent } from "../editions/content.ts";
import { editionById } from "../editions/registry.ts";
import { RULES } from "./catalogue.ts";
import type { Issue } from "./issue.ts";
import type { CheckContext, Rule } from "./rule.ts";
import { asSentence } from "./sentence.ts";

/** Runs every rule on a report and answers all outcomes, those that hold included; the same in browser and server. */
export function runChecks(content: ReportContent, context: CheckContext = {}): Issue[] {
  const edition = editionById(content.edition);
  return RULES.flatMap((rule) => {
    if (edition && !rule.isValidFor(edition)) return [notApplicable(rule)];
    if (rule.about === "report") return rule.check({ content, edition, context }).map(told);
    return edition ? rule.check({ content, edition, context }).map(told) : [notApplicable(rule)];
  });
}

/** What is open is read as a sentence, beside a hint and what the reader of files has to say; what holds stands in lists. */
function told(issue: Issue): Issue {
  const isOpen = issue.outcome === "fails" || issue.outcome === "cannot-tell";
  return isOpen ? { ...issue, message: asSentence(issue.message) } : issue;
}

function notApplicable({ id, severity }: Rule): Issue {
  return {
    rule: id,
    instance: id,
    outcome: "not-applicable",
    severity,
    cells: [],
    formula: null,
    message: {
      zh: "报告所用格式不适用本项校验",
      en: "This check does not apply to the form of the report",
    },
  };
}
