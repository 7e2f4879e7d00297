import type { Issue } from "#lib/checks/issue.ts";
import { isConsequence, isTold } from "#lib/checks/told.ts";
import type { CellKey } from "#lib/editions/content.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { isOpen } from "./report-json.ts";

/**
 * What a person is told of a report: the checks that fail or cannot be told, then the reader's doubts, each cause once.
 * A missing row is told by the reader, row by row, or by R15 where a whole table is not there; not again by each sum.
 */
export function openIssues({ content, issues }: ReadReport, checks: readonly Issue[]): Issue[] {
  const tables = new Set(Object.keys(content.cells).map(tableOf));
  const isOfNoTable = ({ rule, cells }: Issue) =>
    rule === "read.missing" && cells.every((key) => !tables.has(tableOf(key)));
  const doubts = issues.filter((issue) => !isOfNoTable(issue));
  const doubted = new Set(doubts.flatMap(({ cells }) => cells));
  const isSaid = (issue: Issue) => isTold(issue, doubted) || isConsequence(issue, content.cells);
  return [...checks.filter((issue) => isOpen(issue) && !isSaid(issue)), ...doubts];
}

const tableOf = (key: CellKey) => key.slice(0, key.indexOf("."));
