import { type IssueAnswer, type Need, needOf } from "#lib/checks/blocking.ts";
import type { Issue, Severity } from "#lib/checks/issue.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import type { ReportContent } from "#lib/editions/content.ts";

/** What the agency has said about an issue. */
export interface Answer extends IssueAnswer {
  note: string;
}

/** An issue as the desk lists it: what it needs before submission, and what was said about it. */
export interface OpenIssue {
  issue: Issue;
  key: string;
  need: Need | null;
  answer: Answer | null;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** The issues of a draft that are not plain "holds": failing ones first, errors before warnings. */
export function openIssues(
  issues: readonly Issue[],
  content: ReportContent,
  answers: readonly Answer[],
): OpenIssue[] {
  return issues
    .filter(({ outcome }) => outcome === "fails" || outcome === "cannot-tell")
    .map((issue) => {
      const key = issueKey(issue, content);
      const answer = answers.find((each) => each.issueKey === key) ?? null;
      return { issue, key, need: needOf(issue), answer };
    })
    .sort((a, b) => weight(a.issue) - weight(b.issue));
}

function weight({ outcome, severity }: Issue): number {
  return (outcome === "fails" ? 0 : 3) + ORDER[severity];
}

/** The cells of every sum that fails. */
export function failingCells(open: readonly OpenIssue[]): Set<string> {
  return new Set(
    open
      .filter(({ issue }) => issue.outcome === "fails" && issue.severity === "error")
      .flatMap(({ issue }) => issue.cells),
  );
}
