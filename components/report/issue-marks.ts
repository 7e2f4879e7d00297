import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey } from "#lib/editions/content.ts";

/** An open issue as the page tells it: what fails, and what cannot be told. */
export interface OpenIssue extends Issue {
  key: string;
}

export interface NumberedIssue {
  /** Counted through the whole report; shown as ①, ② … and part of its anchor. */
  number: number;
  issue: OpenIssue;
}

/** What a cell carries: the numbers of the issues about it, and whether an error frames it. */
export interface CellMark {
  numbers: number[];
  isFramed: boolean;
}

/** More operands than this are named by their sum alone: a frame round a whole column says nothing. */
const FEW = 5;

/** Gives the open issues their numbers: what fails first, in the order of the rules. */
export function numberIssues(issues: readonly OpenIssue[]): NumberedIssue[] {
  const rank = (issue: Issue) =>
    issue.outcome !== "fails" ? 3 : issue.severity === "error" ? 0 : 1;
  return issues
    .filter(({ outcome }) => outcome === "fails" || outcome === "cannot-tell")
    .toSorted((a, b) => rank(a) - rank(b) || (a.instance < b.instance ? -1 : 1))
    .map((issue, index) => ({ number: index + 1, issue }));
}

/** Which cells carry which numbers; what cannot be told marks nothing, its blank cell speaks for itself. */
export function markCells(numbered: readonly NumberedIssue[]): ReadonlyMap<CellKey, CellMark> {
  const marks = new Map<CellKey, CellMark>();
  for (const { number, issue } of numbered) {
    if (issue.outcome !== "fails") continue;
    const cells = issue.cells.length <= FEW ? issue.cells : issue.cells.slice(-1);
    for (const key of cells) {
      const mark = marks.get(key) ?? { numbers: [], isFramed: false };
      mark.numbers.push(number);
      mark.isFramed ||= issue.severity === "error";
      marks.set(key, mark);
    }
  }
  return marks;
}

/** ① … ㊿ as one character, plain figures in brackets beyond. */
export function circled(number: number): string {
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
  if (number >= 21 && number <= 35) return String.fromCodePoint(0x3250 + number - 20);
  if (number >= 36 && number <= 50) return String.fromCodePoint(0x32b0 + number - 35);
  return `(${number})`;
}
