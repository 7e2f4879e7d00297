"use server";

import { z } from "zod";
import { guarded } from "#lib/identity/guarded-action.ts";
import {
  answerRequest,
  confirmDoubt,
  discardDraft,
  explainIssue,
  saveDraft,
} from "#lib/reports/commands-draft.ts";
import { approve, recall, sendBack, sendToReview, submit } from "#lib/reports/commands-review.ts";
import { revise } from "#lib/reports/commands-start.ts";
import {
  answerSchema,
  confirmDoubtSchema,
  draftPatchSchema,
  explainSchema,
  reasonSchema,
  seenDraftSchema,
  sendBackSchema,
  stepSchema,
} from "#lib/reports/schema.ts";

/** A form sends text: the revision on the screen becomes a number again. */
const revision = z.coerce.number().int().min(1);

export const saveDraftAction = guarded(draftPatchSchema, ({ actor, input, now }) =>
  saveDraft(actor, input, now),
);
export const confirmDoubtAction = guarded(confirmDoubtSchema, ({ actor, input, now }) =>
  confirmDoubt(actor, input, now),
);
export const explainIssueAction = guarded(explainSchema, ({ actor, input, now }) =>
  explainIssue(actor, input, now),
);
export const answerRequestAction = guarded(answerSchema, ({ actor, input, now }) =>
  answerRequest(actor, input, now),
);
export const sendToReviewAction = guarded(
  seenDraftSchema.extend({ revision }),
  ({ actor, input, now }) => sendToReview(actor, input, now),
);
export const approveAction = guarded(
  seenDraftSchema.extend({ revision }),
  ({ actor, input, now }) => approve(actor, input, now),
);
export const submitAction = guarded(seenDraftSchema.extend({ revision }), ({ actor, input, now }) =>
  submit(actor, input, now),
);
export const discardAction = guarded(
  seenDraftSchema.extend({ revision }),
  ({ actor, input, now }) => discardDraft(actor, input, now),
);
export const sendBackAction = guarded(
  sendBackSchema.extend({ revision }),
  ({ actor, input, now }) => sendBack(actor, input, now),
);
export const recallAction = guarded(stepSchema, ({ actor, input, now }) =>
  recall(actor, input, now),
);
export const reviseAction = guarded(reasonSchema, ({ actor, input, now }) =>
  revise(actor, input, now),
);
