import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/audit/hash.ts";
import type { Issue } from "#lib/checks/issue.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import { runChecks } from "#lib/checks/run.ts";
import { type CheckSummary, summarise } from "#lib/checks/summary.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { type SeriesRow, seriesRow } from "./series-row.ts";

export interface KeyedIssue extends Issue {
  key: string;
}

/** All that publication prepares from a report's content. */
export interface Evaluation {
  /** Every outcome of every check. */
  issues: Issue[];
  /** Those that are stored and shown: what fails and what cannot be told. */
  open: KeyedIssue[];
  summary: CheckSummary;
  series: SeriesRow;
}

/** Runs the checks on a report that is due on `dueOn` (null where nothing sets a day) and prepares what is stored beside it. */
export function evaluate(content: ReportContent, dueOn: string | null): Evaluation {
  const issues = runChecks(content, { otherReportIds: [], dueOn });
  const open = new Map<string, KeyedIssue>();
  for (const issue of issues) {
    if (issue.outcome !== "fails" && issue.outcome !== "cannot-tell") continue;
    const key = issueKey(issue, content);
    open.set(key, { ...issue, key });
  }
  return {
    issues,
    open: [...open.values()],
    summary: summarise(issues),
    series: seriesRow(content),
  };
}

/** SHA-256, in hex, of a report's content as canonical JSON: the same words and figures give the same hash. */
export function contentHash(content: ReportContent): string {
  return createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");
}
