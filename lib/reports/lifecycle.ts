import type { AuditKind } from "#lib/audit/events.ts";
import type { Action } from "#lib/identity/policy.ts";

/** The states of the one working copy; null stands for "no draft is open". */
export const DRAFT_STATES = ["draft", "in_review", "submitted", "scheduled", "returned"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What the public has: nothing, the current version, or a page that says it was withdrawn. */
export const PUBLICATIONS = ["unpublished", "published", "withdrawn"] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** Where a report stands: its draft and its publication, kept apart. */
export interface Position {
  draft: DraftState | null;
  publication: Publication;
}

/** What a transition demands beyond the right to make it. */
export type Requirement =
  | "reason"
  /** A moment in the future. */
  | "time"
  /** The agency's own review (三审三校) is on, or off. */
  | "own-review"
  | "no-own-review"
  /** No open issue that blocks, and no unconfirmed doubt of the reader. */
  | "sound-content"
  /** Every figure the reader doubted was confirmed. */
  | "no-doubts";

export interface Transition {
  from: readonly (DraftState | null)[];
  publication: readonly Publication[];
  /** The draft afterwards; `same` where the action leaves it alone. */
  to: DraftState | null | "same";
  publicationTo: Publication | "same";
  who: Action;
  requires: readonly Requirement[];
  /** What the trail says; null for an autosave, which is no event. */
  event: AuditKind | null;
  /** Whether the public sees something else afterwards: raises `publicRevision` and syncs the search index. */
  isPublic: boolean;
}

const ANY: readonly Publication[] = PUBLICATIONS;
const WRITABLE: readonly DraftState[] = ["draft", "returned"];
const inside = { publication: ANY, publicationTo: "same", isPublic: false } as const;

/** The life of a report, whole: buttons, guards and tests read this table and nothing else. */
export const LIFECYCLE = {
  start: {
    ...inside,
    from: [null],
    publication: ["unpublished"],
    to: "draft",
    who: "report.start",
    requires: [],
    event: "report.started",
  },
  /** A moderator's or the command line's copy of what was published elsewhere: it shows what fails and is not stopped by it. */
  importArchive: {
    from: [null],
    publication: ["unpublished"],
    to: "same",
    publicationTo: "published",
    who: "report.publish",
    requires: [],
    event: "report.imported",
    isPublic: true,
  },
  /** A corrected archive copy becomes the next version; what the agency itself published is never replaced by a copy. */
  replaceArchive: {
    from: [null],
    publication: ["published"],
    to: "same",
    publicationTo: "published",
    who: "report.publish",
    requires: [],
    event: "report.imported",
    isPublic: true,
  },
  save: { ...inside, from: WRITABLE, to: "same", who: "report.edit", requires: [], event: null },
  confirmDoubt: {
    ...inside,
    from: WRITABLE,
    to: "same",
    who: "report.edit",
    requires: [],
    event: "report.doubts-confirmed",
  },
  /** Another original beside the draft, or none: words and figures stay as they are. */
  attachFile: {
    ...inside,
    from: WRITABLE,
    to: "same",
    who: "report.edit",
    requires: [],
    event: "report.file-attached",
  },
  dropFile: {
    ...inside,
    from: WRITABLE,
    to: "same",
    who: "report.edit",
    requires: [],
    event: "report.file-dropped",
  },
  explainIssue: {
    ...inside,
    from: WRITABLE,
    to: "same",
    who: "report.explain",
    requires: ["reason"],
    event: "report.explained",
  },
  answerRequest: {
    ...inside,
    from: WRITABLE,
    to: "same",
    who: "report.edit",
    requires: [],
    event: "report.answered",
  },
  sendToReview: {
    ...inside,
    from: WRITABLE,
    to: "in_review",
    who: "report.send-to-review",
    requires: ["own-review", "no-doubts"],
    event: "report.sent-to-review",
  },
  sendBack: {
    ...inside,
    from: ["in_review"],
    to: "returned",
    who: "report.send-back",
    requires: ["reason"],
    event: "report.sent-back",
  },
  approve: {
    ...inside,
    from: ["in_review"],
    to: "submitted",
    who: "report.approve",
    requires: ["sound-content"],
    event: "report.approved",
  },
  submit: {
    ...inside,
    from: WRITABLE,
    to: "submitted",
    who: "report.submit",
    requires: ["no-own-review", "sound-content"],
    event: "report.submitted",
  },
  recall: {
    ...inside,
    from: ["in_review", "submitted"],
    to: "draft",
    who: "report.recall",
    requires: [],
    event: "report.recalled",
  },
  returnToAgency: {
    ...inside,
    from: ["submitted", "scheduled"],
    to: "returned",
    who: "report.return",
    requires: ["reason"],
    event: "report.returned",
  },
  schedule: {
    ...inside,
    from: ["submitted", "scheduled"],
    to: "scheduled",
    who: "report.schedule",
    requires: ["time"],
    event: "report.scheduled",
  },
  unschedule: {
    ...inside,
    from: ["scheduled"],
    to: "submitted",
    who: "report.schedule",
    requires: [],
    event: "report.unscheduled",
  },
  publish: {
    from: ["submitted", "scheduled"],
    publication: ANY,
    to: null,
    publicationTo: "published",
    who: "report.publish",
    requires: [],
    event: "report.published",
    isPublic: true,
  },
  revise: {
    ...inside,
    from: [null],
    publication: ["published", "withdrawn"],
    to: "draft",
    who: "report.start",
    requires: ["reason"],
    event: "report.revision-started",
  },
  discard: {
    ...inside,
    from: WRITABLE,
    to: null,
    who: "report.edit",
    requires: [],
    event: "report.discarded",
  },
  withdraw: {
    from: [null, ...DRAFT_STATES],
    publication: ["published"],
    to: "same",
    publicationTo: "withdrawn",
    who: "report.withdraw",
    requires: ["reason"],
    event: "report.withdrawn",
    isPublic: true,
  },
  republish: {
    from: [null, ...DRAFT_STATES],
    publication: ["withdrawn"],
    to: "same",
    publicationTo: "published",
    who: "report.republish",
    requires: [],
    event: "report.republished",
    isPublic: true,
  },
} as const satisfies Record<string, Transition>;

export type LifecycleAction = keyof typeof LIFECYCLE;

export const LIFECYCLE_ACTIONS = Object.keys(LIFECYCLE) as LifecycleAction[];

/** The row of the table for an action, as any transition. */
export function transitionOf(action: LifecycleAction): Transition {
  return LIFECYCLE[action];
}

/** Where an action leads from here, or null where the table does not have it. */
export function moved(action: LifecycleAction, at: Position): Position | null {
  const rule = transitionOf(action);
  if (!rule.from.includes(at.draft) || !rule.publication.includes(at.publication)) return null;
  return {
    draft: rule.to === "same" ? at.draft : rule.to,
    publication: rule.publicationTo === "same" ? at.publication : rule.publicationTo,
  };
}

/** The actions the table has from here, for an agency with or without its own review; who may is the policy's business. */
export function actionsFrom(at: Position, ownReview: boolean): LifecycleAction[] {
  const barred: Requirement = ownReview ? "no-own-review" : "own-review";
  return LIFECYCLE_ACTIONS.filter(
    (action) => moved(action, at) !== null && !transitionOf(action).requires.includes(barred),
  );
}

/** Whether the authority has been given a draft in this state: it can be published from it, or came back. */
export function isHandedOver(state: DraftState): boolean {
  return (
    moved("publish", { draft: state, publication: "unpublished" }) !== null || state === "returned"
  );
}

/** Whether words and figures of a draft in this state may be changed. */
export function isWritable(state: DraftState): boolean {
  return WRITABLE.includes(state);
}
