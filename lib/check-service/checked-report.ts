import type { Issue } from "#lib/checks/issue.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import { type CheckSummary, summarise } from "#lib/checks/summary.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { checksOf } from "./checks-of.ts";
import { openIssues } from "./open-issues.ts";
import { type Passages, passagesOf } from "./passages.ts";

/** An issue with the words of the source it is about. */
export interface ShownIssue extends Issue {
  key: string;
  passages: Passages;
}

/** One report as the page of checks shows it. */
export interface CheckedReport {
  part: number;
  content: ReportContent;
  /** Every rule's answers, those that hold included. */
  checks: Issue[];
  summary: CheckSummary;
  /** What fails or cannot be told, the reader's own doubts among them. */
  open: ShownIssue[];
}

/** Runs every check on a report that was read, and finds the words of the source behind each issue. */
export function checkReport(report: ReadReport): CheckedReport {
  const { part, content } = report;
  const checks = checksOf(report);
  const open = openIssues(report, checks).map((issue, index) => ({
    ...issue,
    // The reader may doubt one place twice.
    key: `${issueKey(issue, content)}-${index}`,
    passages: passagesOf(issue, report),
  }));
  return { part, content, checks, summary: summarise(checks), open };
}
