import type { Issue } from "#lib/checks/issue.ts";
import { issueKey } from "#lib/checks/issue-key.ts";
import { type CheckSummary, summarise } from "#lib/checks/summary.ts";
import { isConsequence, isTold } from "#lib/checks/told.ts";
import type { CellKey, ReportContent } from "#lib/editions/content.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { checksOf } from "./checks-of.ts";
import { type Passages, passagesOf } from "./passages.ts";
import { isOpen } from "./report-json.ts";

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
  const open = onceEach(checks.filter(isOpen), report).map((issue, index) => ({
    ...issue,
    // The reader may doubt one place twice.
    key: `${issueKey(issue, content)}-${index}`,
    passages: passagesOf(issue, report),
  }));
  return { part, content, checks, summary: summarise(checks), open };
}

/** A missing row is told once: by the reader, row by row, or by R15 where a whole table is not there; not again by each sum. */
function onceEach(checks: readonly Issue[], { content, issues }: ReadReport): Issue[] {
  const tables = new Set(Object.keys(content.cells).map(tableOf));
  const isOfNoTable = ({ rule, cells }: Issue) =>
    rule === "read.missing" && cells.every((key) => !tables.has(tableOf(key)));
  const doubts = issues.filter((issue) => !isOfNoTable(issue));
  const doubted = new Set(doubts.flatMap(({ cells }) => cells));
  const isSaid = (issue: Issue) => isTold(issue, doubted) || isConsequence(issue, content.cells);
  return [...checks.filter((issue) => !isSaid(issue)), ...doubts];
}

const tableOf = (key: CellKey) => key.slice(0, key.indexOf("."));
