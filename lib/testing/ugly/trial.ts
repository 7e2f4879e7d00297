import { type ReadReport, readSource } from "#lib/reader/read.ts";
import type { FactName } from "./draft.ts";
import { type Fate, inSecond, judge } from "./judge.ts";
import type { UglyCase } from "./render.ts";

/** What reading one case gave. */
export interface Trial {
  ugly: UglyCase;
  cells: ReadonlyMap<string, Fate>;
  facts: ReadonlyMap<FactName, Fate>;
  /** The code of a refusal. */
  refusal: string | null;
  reports: readonly ReadReport[];
  milliseconds: number;
}

/** Reads a case and compares it with its truth. */
export async function tryCase(ugly: UglyCase): Promise<Trial> {
  const start = performance.now();
  const read = await readSource(ugly.bytes, "ugly");
  const milliseconds = performance.now() - start;
  const reports = read.ok ? read.value : [];
  const { cells, facts } = judge(ugly.draft, read.ok ? reports[0] : null);
  if (ugly.draft.second) {
    const second = judge(ugly.draft.second, read.ok ? reports[1] : null);
    for (const [key, fate] of second.cells) cells.set(inSecond(key), fate);
  }
  const refusal = read.ok ? null : read.refusal.code;
  return { ugly, cells, facts, refusal, reports, milliseconds };
}

/** The cells that came back otherwise, or not at all, without a word: there must be none. */
export function silentCells({ cells }: Trial): string[] {
  return [...cells].flatMap(([key, fate]) => (fate === "wrong" || fate === "missing" ? [key] : []));
}

/** The facts and sections that came back otherwise without a word. */
export function silentFacts({ facts }: Trial): string[] {
  return [...facts].flatMap(([name, fate]) =>
    fate === "wrong" || fate === "missing" ? [name] : [],
  );
}

/** The cells that should have come back and did not, though the reading says so. */
export function lostCells({ cells, ugly }: Trial): string[] {
  const { mayDoubt } = ugly.draft;
  return [...cells].flatMap(([key, fate]) => (fate === "lost" && !mayDoubt.has(key) ? [key] : []));
}

/** The cells that came back right and are doubted, though nothing was done to them that allows a doubt. */
export function needlessDoubts({ cells, ugly }: Trial): string[] {
  const { mayDoubt } = ugly.draft;
  return [...cells].flatMap(([key, fate]) =>
    fate === "doubted" && !mayDoubt.has(key) ? [key] : [],
  );
}

/** The facts that should have come back and did not. */
export function lostFacts({ facts, ugly }: Trial): string[] {
  const { mayMiss } = ugly.draft;
  return [...facts].flatMap(([name, fate]) =>
    fate === "lost" && !mayMiss.has(name) ? [name] : [],
  );
}
