import type { Chance } from "./chance.ts";
import type { Draft } from "./draft.ts";
import { doubtBlanks, gridsOf } from "./grids.ts";
import { pageOf } from "./paper.ts";
import type { Shape } from "./shapes.ts";
import type { Truth } from "./truth.ts";

/** A draft before anything is printed. */
export function emptyDraft(truth: Truth, shape: Shape): Draft {
  return {
    truth,
    shape,
    grids: new Map(),
    blocks: [],
    dress: { tags: [], before: [], after: [] },
    mayDoubt: new Set(),
    mayMiss: new Set(),
    strays: [],
    finishing: [],
    second: null,
  };
}

/** Prints the tables of a draft from its figures. */
export function printTables(draft: Draft): void {
  draft.grids = gridsOf(draft.truth);
  doubtBlanks(draft);
}

/** A report to which nothing happens. */
export function soundDraft(truth: Truth, shape: Shape, chance: Chance): Draft {
  const draft = emptyDraft(truth, shape);
  printTables(draft);
  draft.blocks = pageOf(truth, draft.grids, chance);
  return draft;
}
