import type { Cell, ReportContent } from "../editions/content.ts";
import type { Issue } from "./issue.ts";

/**
 * A key that stays the same while rule, place and figures do, so that a decision on an issue survives a re-run and
 * lapses with the figures it was about. Wording and source positions do not enter it.
 */
export function issueKey(issue: Issue, content: ReportContent): string {
  const figures = issue.cells.map((key) => [key, ...saying(content.cells[key])]);
  const about = issue.cells.length > 0 ? [] : [content.year, content.edition];
  const facts = [issue.rule, issue.instance, issue.section ?? null, about, figures];
  return `${issue.instance}:${hash(JSON.stringify(facts))}`;
}

function saying(cell: Cell | undefined): (string | number | null)[] {
  if (!cell) return ["absent"];
  const said = cell.state === "number" ? cell.value : cell.raw.trim();
  return [cell.state, said, cell.unit ?? null];
}

/** 64 bits of FNV-1a over UTF-16 units, as 16 hex digits: no secret, only short and the same everywhere. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    state ^= BigInt(text.charCodeAt(index));
    state = BigInt.asUintN(64, state * 0x100000001b3n);
  }
  return state.toString(16).padStart(16, "0");
}
