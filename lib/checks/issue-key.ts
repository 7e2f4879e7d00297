import type { Cell, ReportContent } from "../editions/content.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Issue } from "./issue.ts";

/**
 * A key that stays the same while rule, place, figures and passage do, so that a decision on an issue survives a re-run
 * and lapses with what it was about. Wording and source positions do not enter it.
 */
export function issueKey(issue: Issue, content: ReportContent): string {
  const figures = issue.cells.map((key) => [key, ...saying(content.cells[key])]);
  const about = issue.cells.length > 0 ? [] : [content.year, content.edition];
  const said = issue.said === undefined ? [] : [issue.said];
  const facts = [issue.rule, issue.instance, issue.section ?? null, about, figures, ...said];
  return `${issue.instance}:${fingerprint(JSON.stringify(facts))}`;
}

function saying(cell: Cell | undefined): (string | number | null)[] {
  if (!cell) return ["absent"];
  const said = cell.state === "number" ? cell.value : cell.raw.trim();
  return [cell.state, said, cell.unit ?? null];
}
