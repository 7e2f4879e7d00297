import type { LifecycleAction } from "#lib/reports/lifecycle.ts";

/** The steps an agency takes with its own draft, in the order of their buttons. */
export const DESK_STEPS = [
  "approve",
  "submit",
  "sendToReview",
  "sendBack",
  "recall",
  "discard",
] as const satisfies readonly LifecycleAction[];
export type DeskStep = (typeof DESK_STEPS)[number];
