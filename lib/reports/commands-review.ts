import { blockers } from "#lib/checks/blocking.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { draftOf, dueOn, refuse, type Step, seen, seenStep, step } from "./commands-step.ts";
import { storeDraftIssues } from "./commands-version.ts";
import { contentHash, evaluate } from "./evaluation.ts";
import { invalid, type ReportResult } from "./refusal.ts";
import { sendBackSchema, stepSchema } from "./schema.ts";
import { storedContent, storedDoubts, toJson } from "./stored.ts";

/** Sends a draft to the agency's own reviewer (三审三校); every figure the reader doubted must have been confirmed. */
export function sendToReview(actor: Actor, input: unknown, now: Date): Promise<ReportResult<null>> {
  return seenStep("sendToReview", actor, input, now, (at, { revision }) => {
    refuseDoubts(at);
    return { value: null, draft: { sentById: actor.userId }, facts: { revision } };
  });
}

/** The agency's reviewer approves what the editor wrote: the content is frozen and waits for the moderator. */
export function approve(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ snapshotId: string }>> {
  return seenStep("approve", actor, input, now, freeze);
}

/** The agency's reviewer gives the draft back to its editor, with a reason. */
export async function sendBack(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = sendBackSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { revision, ...base } = parsed.data;
  return step("sendBack", actor, base, now, async ({ report }) => {
    seen(draftOf(report), { revision });
    return { value: null, draft: { returnReason: base.reason }, facts: { revision } };
  });
}

/** Submits a draft straight to the moderator, where the agency has switched its own review off: the content is frozen. */
export function submit(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ snapshotId: string }>> {
  return seenStep("submit", actor, input, now, (at) => {
    refuseDoubts(at);
    return freeze(at);
  });
}

/** Takes back what one has sent, while nobody has decided on it. */
export async function recall(actor: Actor, input: unknown, now: Date): Promise<ReportResult<null>> {
  const parsed = stepSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return step("recall", actor, parsed.data, now, async ({ report }) => {
    const { revision, snapshotId } = draftOf(report);
    return { value: null, draft: { snapshotId: null }, facts: { revision, snapshotId } };
  });
}

function refuseDoubts({ report }: Step): void {
  const cells = storedDoubts(draftOf(report).doubts).map(({ cell }) => cell);
  if (cells.length > 0) refuse({ code: "report.doubts-open", facts: { cells } });
}

/** Checks the draft, refuses what blocks, and freezes it as a snapshot with its hash. */
async function freeze({ tx, report, actor, now }: Step) {
  const draft = draftOf(report);
  const content = storedContent(draft.content);
  const evaluation = evaluate(content, dueOn(report));
  const answers = await tx.issueDecision.findMany({
    where: { reportId: report.id },
    select: { issueKey: true, kind: true },
  });
  const blocking = blockers(evaluation.issues, content, answers, "submitted");
  if (blocking.length > 0) refuse({ code: "report.blocked", facts: { blockers: blocking } });
  const hash = contentHash(content);
  const snapshot = await tx.snapshot.create({
    data: {
      reportId: report.id,
      content: toJson(content),
      contentHash: hash,
      frozenById: actor.userId,
      frozenAt: now,
    },
    select: { id: true },
  });
  await storeDraftIssues(tx, report.id, evaluation);
  return {
    value: { snapshotId: snapshot.id },
    draft: { snapshotId: snapshot.id, returnReason: null, sentById: actor.userId },
    facts: { revision: draft.revision, snapshotId: snapshot.id, contentHash: hash },
  };
}
