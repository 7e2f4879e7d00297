import type { ReportContent } from "#lib/editions/content.ts";
import { applyPatch } from "#lib/reports/draft-patch.ts";
import {
  type Conflict,
  conflictsOf,
  EMPTY_PATCH,
  mergePatches,
  type Patch,
  type SaveAnswer,
  type SaveStatus,
  typedOver,
  withoutAddress,
} from "./draft-state.ts";

export interface DraftView {
  /** What the server has, as of `revision`. */
  base: ReportContent;
  revision: number;
  /** Typed and not yet sent. */
  pending: Patch;
  /** Sent and not yet answered. */
  sent: Patch;
  conflicts: Conflict[];
  /** Who saved the other side of the conflicts. */
  editedBy: string | null;
  status: SaveStatus;
}

export type DraftEvent =
  | { type: "typed"; patch: Patch }
  | { type: "sent" }
  | { type: "answered"; answer: SaveAnswer }
  | { type: "lost" }
  /** What an older page could not save, brought over a reload with the revision it was typed on. */
  | { type: "restored"; revision: number; patch: Patch }
  /** Whether what is open could be put by for the reload. */
  | { type: "kept"; isKept: boolean }
  | { type: "settled"; conflict: Conflict; keep: "yours" | "theirs" };

/** The view of a draft just loaded. */
export function initialDraft(start: { content: ReportContent; revision: number }): DraftView {
  return {
    base: start.content,
    revision: start.revision,
    pending: EMPTY_PATCH,
    sent: EMPTY_PATCH,
    conflicts: [],
    editedBy: null,
    status: { kind: "idle", savedAt: null },
  };
}

/** Everything typed that the server has not confirmed. */
export function openPatch(view: DraftView): Patch {
  return mergePatches(view.sent, view.pending);
}

/** What typing does not change: it is being saved, or cannot be saved from this page. */
const STAYS: ReadonlySet<SaveStatus["kind"]> = new Set(["saving", "outdated"]);

/** Nothing typed is ever dropped: it leaves only when the server has it, or when a person prefers the other value. */
export function draftReducer(view: DraftView, event: DraftEvent): DraftView {
  switch (event.type) {
    case "typed":
      return {
        ...view,
        pending: mergePatches(view.pending, event.patch),
        status: STAYS.has(view.status.kind) ? view.status : { kind: "typing" },
      };
    case "sent":
      return { ...view, sent: view.pending, pending: EMPTY_PATCH, status: { kind: "saving" } };
    case "answered":
      return answered(view, event.answer);
    case "lost":
      return { ...view, ...unsent(view), status: { kind: "failed", message: null } };
    case "restored":
      // Saved on the revision of its own time, so that what others wrote since is a conflict and not written over.
      return {
        ...view,
        revision: event.revision,
        pending: mergePatches(event.patch, view.pending),
        status: { kind: "typing" },
      };
    case "kept":
      return { ...view, status: { kind: "outdated", isKept: event.isKept } };
    case "settled":
      return settled(view, event.conflict, event.keep);
  }
}

const unsent = (view: DraftView) => ({ pending: openPatch(view), sent: EMPTY_PATCH });

function answered(view: DraftView, answer: SaveAnswer): DraftView {
  switch (answer.kind) {
    case "saved":
      return {
        ...view,
        base: applyPatch(applyPatch(view.base, view.sent), answer.others),
        revision: answer.revision,
        sent: EMPTY_PATCH,
        conflicts: conflictsOf(typedOver(view.pending, answer.others), answer.others),
        editedBy: null,
        status: { kind: "idle", savedAt: answer.savedAt },
      };
    case "conflict":
      return {
        ...view,
        ...unsent(view),
        base: applyPatch(applyPatch(view.base, answer.theirs), answer.others),
        revision: answer.revision,
        conflicts: [
          ...conflictsOf(answer.yours, answer.theirs),
          ...conflictsOf(typedOver(view.pending, answer.others), answer.others),
        ],
        editedBy: answer.editedBy,
        status: { kind: "typing" },
      };
    case "refused":
      return { ...view, ...unsent(view), status: { kind: "failed", message: answer.message } };
    case "lost":
      return { ...view, ...unsent(view), status: { kind: "failed", message: null } };
    case "outdated":
      return { ...view, ...unsent(view), status: { kind: "outdated", isKept: false } };
  }
}

function settled(view: DraftView, { part, key }: Conflict, keep: "yours" | "theirs"): DraftView {
  const isSame = (other: Conflict) => other.part === part && other.key === key;
  return {
    ...view,
    conflicts: view.conflicts.filter((conflict) => !isSame(conflict)),
    pending: keep === "theirs" ? withoutAddress(view.pending, part, key) : view.pending,
  };
}
