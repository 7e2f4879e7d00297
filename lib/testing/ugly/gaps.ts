import record from "./gaps.record.json" with { type: "json" };
import { lostCells, lostFacts, silentCells, silentFacts, type Trial } from "./trial.ts";

/** A shape that the reader cannot yet read whole: what it is, and why. */
export interface Gap {
  name: string;
  injury?: string;
  layout?: RegExp;
  /** Only where so many injuries come together. */
  injuries?: number;
  why: string;
}

/** The seeds of the run in which the gaps are counted. */
export const RUN = { first: 1, count: 1200 };

/** Every gap known, the narrower first: a case belongs to the first that fits. */
export const GAPS: readonly Gap[] = [
  {
    name: "parted labels",
    layout: /^naive/u,
    why: "All labels first and all figures after them: where each figure stands on a line of its own, one that is not there moves all others, and where sums fail in a table of zeros nothing tells rows from columns.",
  },
  {
    name: "columns of blanks",
    layout: /^(?:aligned|blanks|full-width blanks|one line of blanks)/u,
    why: "Nothing but blanks between cells: a blank cell leaves no trace, and labels that hold blanks look like two.",
  },
  {
    name: "PDF without rules",
    layout: /^without rules/u,
    why: "Columns are told apart by their room alone: heads cut by the end of a page or printed in the middle hide where they begin, figures and remarks wider than their cells break over many lines, and an empty table has nothing that shows its columns.",
  },
  {
    name: "PDF with rules",
    layout: /^with rules/u,
    why: "Cells cut by a page break stand in two pieces.",
  },
  {
    name: "several reports",
    injury: "another report in the same file",
    why: "Where the second report begins is not plain when it has no title or other headings.",
  },
  {
    name: "blank tables",
    injury: "leftovers in an empty table",
    why: "A table with hardly a figure has no row that shows how wide it is.",
  },
  {
    name: "subheadings",
    injury: "subheadings like the form's headings",
    why: "Subheadings worded like the form's headings look like the sections themselves.",
  },
  {
    name: "prose after its heading",
    injury: "prose in the line of its heading",
    why: "Where a heading goes on in prose, its end is a guess.",
  },
  {
    name: "one injury",
    injuries: 1,
    why: "One injury alone, in a layout that is otherwise read whole.",
  },
  {
    name: "injuries together",
    injuries: 4,
    why: "Two to four injuries in one file, each of which alone is read.",
  },
  { name: "sound files", injuries: 0, why: "No injury at all." },
];

/** How much of a run was lost to a gap, or, which no gap may be for long, wrong without a word. */
export interface Loss {
  name: string;
  files: number;
  cells: number;
  facts: number;
  silentCells: number;
  silentFacts: number;
}

/** What was counted last, by `gongkai bench read --record`. */
export const RECORDED: readonly Loss[] = record;

/** Counts losses by the gap they lie in; gaps that lost nothing are left out. */
export class Ledger {
  private readonly losses = new Map<string, Loss>();

  add(trial: Trial): void {
    const [cells, facts] = [lostCells(trial).length, lostFacts(trial).length];
    const [wrong, wrongFacts] = [silentCells(trial).length, silentFacts(trial).length];
    if (cells + facts + wrong + wrongFacts === 0) return;
    const name = GAPS.find((gap) => isIn(gap, trial))?.name ?? "unlisted";
    const loss = this.losses.get(name) ?? emptyLoss(name);
    this.losses.set(name, loss);
    loss.files += 1;
    loss.cells += cells;
    loss.facts += facts;
    loss.silentCells += wrong;
    loss.silentFacts += wrongFacts;
  }

  list(): Loss[] {
    return [...GAPS.map(({ name }) => name), "unlisted"].flatMap(
      (name) => this.losses.get(name) ?? [],
    );
  }
}

function emptyLoss(name: string): Loss {
  return { name, files: 0, cells: 0, facts: 0, silentCells: 0, silentFacts: 0 };
}

function isIn({ injury, layout, injuries }: Gap, { ugly }: Trial): boolean {
  const count = ugly.injuries.length;
  return (
    (injury === undefined || ugly.injuries.some(({ name }) => name === injury)) &&
    (layout === undefined || layout.test(ugly.draft.shape.layout.name)) &&
    (injuries === undefined || (injuries === 4 ? count > 1 : count === injuries))
  );
}
