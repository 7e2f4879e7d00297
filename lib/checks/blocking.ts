import type { ReportContent } from "../editions/content.ts";
import { ruleById } from "./catalogue.ts";
import type { Issue } from "./issue.ts";
import { issueKey } from "./issue-key.ts";

/** What people have decided on an issue: an explanation is public, a reason is for the moderator, a dismissal says that it is none. */
export interface IssueAnswer {
  issueKey: string;
  kind: "explained" | "confirmed" | "dismissed";
}

/** What would clear an issue: a correction alone, a public explanation or a correction, or a reason. */
export type Need = "correct" | "explain" | "reason";

/** An issue that stands between a draft and its submission. */
export interface Blocker {
  issue: Issue;
  key: string;
  need: Need;
}

const CLEARED_BY: Readonly<Record<Need, readonly IssueAnswer["kind"][]>> = {
  correct: [],
  explain: ["explained"],
  reason: ["explained", "confirmed", "dismissed"],
};

/** The issues that block submission, with what each needs; copies from an archive show what fails and are exempt. */
export function blockers(
  issues: readonly Issue[],
  content: ReportContent,
  answers: readonly IssueAnswer[],
  origin: "submitted" | "archive",
): Blocker[] {
  if (origin === "archive") return [];
  return issues.flatMap((issue) => {
    const need = needOf(issue);
    if (!need) return [];
    const key = issueKey(issue, content);
    const isCleared = answers.some(
      (answer) => answer.issueKey === key && CLEARED_BY[need].includes(answer.kind),
    );
    return isCleared ? [] : [{ issue, key, need }];
  });
}

/** What an issue asks of the agency before it submits; null where it asks nothing. */
export function needOf(issue: Issue): Need | null {
  const rule = ruleById(issue.rule);
  const isOpen =
    issue.outcome === "fails" || (issue.outcome === "cannot-tell" && rule?.asksWhenUnknown);
  if (!isOpen) return null;
  if (rule && issue.severity === rule.severity)
    return rule.toSubmit === "none" ? null : rule.toSubmit;
  // A doubt of the reader, or the lesser case of a rule, is answered as its severity demands.
  return { error: "explain" as const, warning: "reason" as const, note: null }[issue.severity];
}
