import type { StepAction } from "#components/desk/step-form.tsx";
import { DESK_STEPS, type DeskStep } from "#components/desk/step-names.ts";
import type { LifecycleAction } from "#lib/reports/lifecycle.ts";
import {
  approveAction,
  discardAction,
  recallAction,
  sendBackAction,
  sendToReviewAction,
  submitAction,
} from "../../actions.ts";

const ACTIONS: Readonly<Record<DeskStep, StepAction>> = {
  approve: approveAction,
  submit: submitAction,
  sendToReview: sendToReviewAction,
  sendBack: sendBackAction,
  recall: recallAction,
  discard: discardAction,
};

/** The steps that are permitted, each with the server action behind its button. */
export function stepsOf(permitted: readonly LifecycleAction[]) {
  return DESK_STEPS.filter((step) => permitted.includes(step)).map((step) => ({
    step,
    action: ACTIONS[step],
  }));
}
