import {
  lostCells,
  lostFacts,
  needlessDoubts,
  silentCells,
  silentFacts,
  type Trial,
} from "./trial.ts";

/** Counts over a number of trials. */
export interface Count {
  files: number;
  cells: number;
  right: number;
  /** Right, and doubted though no injury allows it. */
  doubted: number;
  /** Not given back, which the reading says and the injury allows. */
  allowed: number;
  /** Not given back, which the reading says: a gap. */
  lost: number;
  /** Wrong or missing without a word. */
  silent: number;
  facts: number;
  rightFacts: number;
  lostFacts: number;
  silentFacts: number;
}

function none(): Count {
  return {
    files: 0,
    cells: 0,
    right: 0,
    doubted: 0,
    allowed: 0,
    lost: 0,
    silent: 0,
    facts: 0,
    rightFacts: 0,
    lostFacts: 0,
    silentFacts: 0,
  };
}

/** Counts trials all together, and by format, layout and injury. */
export class Tally {
  readonly all = none();
  readonly formats = new Map<string, Count>();
  readonly layouts = new Map<string, Count>();
  readonly injuries = new Map<string, Count>();

  add(trial: Trial): void {
    const { shape } = trial.ugly.draft;
    const names = trial.ugly.injuries.map(({ name }) => name);
    addTo(this.all, trial);
    addTo(entry(this.formats, shape.format), trial);
    addTo(entry(this.layouts, `${shape.format}: ${shape.layout.name}`), trial);
    for (const name of names.length > 0 ? names : ["(none)"])
      addTo(entry(this.injuries, name), trial);
  }
}

function entry(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? none();
  counts.set(name, count);
  return count;
}

function addTo(count: Count, trial: Trial): void {
  const fates = [...trial.cells.values()];
  const facts = [...trial.facts.values()];
  const lost = lostCells(trial).length;
  count.files += 1;
  count.cells += fates.length;
  count.right += fates.filter((fate) => fate === "right" || fate === "doubted").length;
  count.doubted += needlessDoubts(trial).length;
  count.lost += lost;
  count.allowed += fates.filter((fate) => fate === "lost").length - lost;
  count.silent += silentCells(trial).length;
  count.facts += facts.length;
  count.rightFacts += facts.filter((fate) => fate === "right").length;
  count.lostFacts += lostFacts(trial).length;
  count.silentFacts += silentFacts(trial).length;
}
