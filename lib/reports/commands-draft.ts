import type { Actor } from "#lib/identity/actor.ts";
import {
  draftOf,
  dueOn,
  type LoadedDraft,
  refuse,
  type Step,
  seen,
  seenFile,
  seenStep,
  step,
  supersede,
} from "./commands-step.ts";
import { storeDraftIssues } from "./commands-version.ts";
import {
  applyPatch,
  changedSince,
  conflict,
  touch,
  unknownCells,
  valuesAt,
} from "./draft-patch.ts";
import { evaluate } from "./evaluation.ts";
import { type DraftValues, invalid, invalidAt, type ReportResult } from "./refusal.ts";
import { answerSchema, confirmDoubtSchema, draftPatchSchema, explainSchema } from "./schema.ts";
import { storedContent, storedDoubts, storedTouched, toJson } from "./stored.ts";

const NOTHING: DraftValues = { cells: {}, sections: {}, metadata: {} };

/** What an autosave answers: the new revision, and what others have written elsewhere in the draft meanwhile. */
export interface Saved {
  revision: number;
  savedAt: Date;
  others: DraftValues;
}

/**
 * Saves what was typed since `revision`. Where somebody else has changed the same figure or passage since then, nothing
 * is written and both values are shown; changes elsewhere are merged. What was typed into a draft that has since been
 * closed is not written into the next one.
 */
export async function saveDraft(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<Saved>> {
  const parsed = draftPatchSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const patch = parsed.data;
  return step("save", actor, { reportId: patch.reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    if (patch.revision <= at.report.closedRevision) supersede(draft);
    if (patch.revision > draft.revision) refuse(invalidAt("revision", "from the future").refusal);
    const content = storedContent(draft.content);
    const unknown = unknownCells(content, patch)[0];
    if (unknown) refuse(invalidAt(`cells.${unknown}`, "the form has no such cell").refusal);
    const touched = storedTouched(draft.touched);
    const { overlapping, other } = changedSince(touched, patch.revision, patch);
    const clash = conflict(content, patch, overlapping);
    const others = valuesAt(content, other);
    if (clash)
      refuse({ code: "report.stale", facts: { ...clash, others, ...(await whoWrote(at, draft)) } });
    const revision = draft.revision + 1;
    const doubts = storedDoubts(draft.doubts).filter(({ cell }) => !(cell in patch.cells));
    return {
      value: { revision, savedAt: now, others },
      draft: {
        revision,
        content: toJson(applyPatch(content, patch)),
        touched: toJson(touch(touched, patch, revision)),
        doubts: toJson(doubts),
        editedById: actor.userId,
      },
    };
  });
}

async function whoWrote({ tx }: Step, { revision, editedById }: LoadedDraft) {
  const user = await tx.user.findUnique({ where: { id: editedById }, select: { name: true } });
  return { revision, editedBy: user?.name ?? null };
}

/** Marks figures the reader doubted as looked at and right; what somebody has settled meanwhile stays settled. */
export async function confirmDoubt(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ open: number }>> {
  const parsed = confirmDoubtSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, revision, file, cells } = parsed.data;
  return step("confirmDoubt", actor, { reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    seen(draft, { revision });
    await seenFile(at, file);
    const doubts = storedDoubts(draft.doubts);
    const named = { cells: Object.fromEntries(cells.map((cell) => [cell, null])) };
    const unknown = unknownCells(storedContent(draft.content), { ...NOTHING, ...named })[0];
    if (unknown) refuse(invalidAt(`cells.${unknown}`, "the form has no such cell").refusal);
    const open = doubts.filter(({ cell }) => !cells.includes(cell));
    // Settled meanwhile, by somebody else or in another tab: nothing happened, so the trail says nothing.
    if (open.length === doubts.length) return { value: { open: open.length }, event: null };
    return {
      value: { open: open.length },
      draft: { doubts: toJson(open), editedById: actor.userId },
      facts: { revision, source: cells.join(" ").slice(0, 4000) },
    };
  });
}

/** Throws the draft away; what is published stays. */
export function discardDraft(actor: Actor, input: unknown, now: Date): Promise<ReportResult<null>> {
  return seenStep("discard", actor, input, now, async ({ tx, report }, { revision }) => {
    const reportId = report.id;
    await storeDraftIssues(tx, reportId, null);
    await tx.sourceFile.deleteMany({ where: { reportId, version: null } });
    await tx.returnRequest.updateMany({
      where: { reportId, closedAt: null },
      data: { closedAt: now },
    });
    return { value: null, facts: { revision } };
  });
}

/** Answers an issue of the draft: a public explanation, or a reason for the moderator; it lapses with the figures. */
export async function explainIssue(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = explainSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, issueKey, note, kind } = parsed.data;
  const base = { reportId, reason: note };
  return step("explainIssue", actor, base, now, async ({ tx, report }) => {
    const { open } = evaluate(storedContent(draftOf(report).content), dueOn(report));
    if (!open.some(({ key }) => key === issueKey))
      refuse({ code: "report.unknown-issue", facts: { issueKey } });
    const decision = { kind, note, decidedById: actor.userId, decidedAt: now };
    await tx.issueDecision.upsert({
      where: { reportId_issueKey: { reportId, issueKey } },
      create: { reportId, issueKey, ...decision },
      update: decision,
    });
    const event = kind === "dismissed" ? "report.dismissed" : "report.explained";
    // An explanation is published beside the figures: who wrote it does not approve it.
    return { value: null, draft: { editedById: actor.userId }, facts: { issueKey }, event };
  });
}

/** The agency's answer to one of the moderator's requests. */
export async function answerRequest(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = answerSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, requestId, answer } = parsed.data;
  return step("answerRequest", actor, { reportId }, now, async ({ tx }) => {
    const { count } = await tx.returnRequest.updateMany({
      where: { id: requestId, reportId, closedAt: null },
      data: { answer, answeredById: actor.userId, answeredAt: now },
    });
    if (count === 0) refuse({ code: "report.not-found" });
    return { value: null };
  });
}
