import type { DraftValues } from "#lib/reports/refusal.ts";

/** What was typed since the last save, by address. */
export type Patch = DraftValues;

/** One place that two people changed: what is typed here, and what was saved elsewhere. */
export interface Conflict {
  part: keyof Patch;
  key: string;
  yours: string;
  theirs: string;
}

export type SaveAnswer =
  /** `others`: what somebody else has written meanwhile, elsewhere in the draft. */
  | { kind: "saved"; revision: number; savedAt: string; others: Patch }
  | {
      kind: "conflict";
      revision: number;
      yours: Patch;
      theirs: Patch;
      others: Patch;
      editedBy: string | null;
    }
  | { kind: "refused"; message: string }
  /** Nobody answered: it is tried again. */
  | { kind: "lost" }
  /** The page is older than the site: only a reload helps. */
  | { kind: "outdated" };

export type SaveStatus =
  | { kind: "idle"; savedAt: string | null }
  | { kind: "typing" }
  | { kind: "saving" }
  | { kind: "failed"; message: string | null }
  /** `isKept`: what is not saved goes along into the reloaded page. */
  | { kind: "outdated"; isKept: boolean };

export const EMPTY_PATCH: Patch = { cells: {}, sections: {}, metadata: {} };

const PARTS = ["cells", "sections", "metadata"] as const;

/** Whether a patch changes nothing. */
export function isEmptyPatch(patch: Patch): boolean {
  return PARTS.every((part) => Object.keys(patch[part]).length === 0);
}

/** Lays a later patch over an earlier one. */
export function mergePatches(earlier: Patch, later: Patch): Patch {
  return {
    cells: { ...earlier.cells, ...later.cells },
    sections: { ...earlier.sections, ...later.sections },
    metadata: { ...earlier.metadata, ...later.metadata },
  };
}

/** Leaves one address out of a patch: it keeps what was saved elsewhere. */
export function withoutAddress(patch: Patch, part: keyof Patch, key: string): Patch {
  const { [key]: _left, ...rest } = patch[part] as Record<string, string | null>;
  return { ...patch, [part]: rest };
}

/** What was typed at addresses that others have given another value meanwhile. */
export function typedOver(typed: Patch, others: Patch): Patch {
  const over = <Values extends Record<string, string | null>>(mine: Values, theirs: Values) =>
    Object.fromEntries(
      Object.entries(mine).filter(([key, value]) => key in theirs && theirs[key] !== value),
    ) as Values;
  return {
    cells: over(typed.cells, others.cells),
    sections: over(typed.sections, others.sections),
    metadata: over(typed.metadata, others.metadata),
  };
}

/** Lays both sides of a stale write out address by address. */
export function conflictsOf(yours: Patch, theirs: Patch): Conflict[] {
  return PARTS.flatMap((part) => {
    const mine: Record<string, string | null> = yours[part];
    const other: Record<string, string | null> = theirs[part];
    return Object.keys(mine).map((key) => ({
      part,
      key,
      yours: mine[key] ?? "",
      theirs: other[key] ?? "",
    }));
  });
}
