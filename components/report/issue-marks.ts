import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey, Cells } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { sumInstances } from "#lib/editions/sum-instances.ts";

/** An open issue as the page tells it: what fails, and what cannot be told. */
export interface OpenIssue extends Issue {
  key: string;
}

export interface NumberedIssue {
  /** Counted through the whole report; shown as ①, ② … and part of its anchor. */
  number: number;
  issue: OpenIssue;
}

/** What a cell carries: the numbers of the issues about it, whether an error frames it, and what the original says otherwise. */
export interface CellMark {
  numbers: number[];
  isFramed: boolean;
  original?: string;
}

/** A side with more operands than this is not framed: a frame round a whole column says nothing. */
const FEW = 5;

/** Gives the open issues their numbers: what fails first, then in the order in which the form prints the cells. */
export function numberIssues(
  issues: readonly OpenIssue[],
  edition: Edition | null,
): NumberedIssue[] {
  const printed = edition ? [...cellSpecs(edition).keys()] : [];
  const rank = ({ outcome, severity, cells }: Issue) => {
    const worst = outcome !== "fails" ? 2 : severity === "error" ? 0 : 1;
    return worst * 1000 + (cells[0] ? printed.indexOf(cells[0]) : 999);
  };
  return issues
    .filter(({ outcome }) => outcome === "fails" || outcome === "cannot-tell")
    .toSorted((a, b) => rank(a) - rank(b) || (a.instance < b.instance ? -1 : 1))
    .map((issue, index) => ({ number: index + 1, issue }));
}

/** Which cells carry which numbers; what cannot be told marks nothing, its blank cell speaks for itself. */
export function markCells(
  numbered: readonly NumberedIssue[],
  edition: Edition | null,
  cells: Cells,
): ReadonlyMap<CellKey, CellMark> {
  const sums = edition ? sumInstances(edition) : [];
  const marks = new Map<CellKey, CellMark>();
  for (const { number, issue } of numbered) {
    if (issue.outcome !== "fails") continue;
    const sum = sums.find(({ id }) => id === issue.instance);
    const sides = sum ? [sum.left, sum.right] : [issue.cells];
    for (const key of sides.flatMap((side) => telling(side, cells))) {
      const mark = marks.get(key) ?? { numbers: [], isFramed: false };
      mark.numbers.push(number);
      mark.isFramed ||= issue.severity === "error";
      marks.set(key, mark);
    }
  }
  return marks;
}

/** The marks, with what the original files say where the agency decided on another figure. */
export function withOriginals(
  marks: ReadonlyMap<CellKey, CellMark>,
  changed: Readonly<Record<CellKey, string>>,
): ReadonlyMap<CellKey, CellMark> {
  const all = new Map(marks);
  for (const [key, original] of Object.entries(changed))
    all.set(key, { numbers: [], isFramed: false, ...marks.get(key), original });
  return all;
}

/** The cells of a side that make its amount; where all are zero, the first stands for them. */
function telling(side: readonly CellKey[], cells: Cells): readonly CellKey[] {
  if (side.length > FEW) return [];
  const amounts = side.filter((key) => cells[key]?.value !== 0);
  return amounts.length > 0 ? amounts : side.slice(0, 1);
}

/** ① … ㊿ as one character, plain figures in brackets beyond. */
export function circled(number: number): string {
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
  if (number >= 21 && number <= 35) return String.fromCodePoint(0x3250 + number - 20);
  if (number >= 36 && number <= 50) return String.fromCodePoint(0x32b0 + number - 35);
  return `(${number})`;
}
