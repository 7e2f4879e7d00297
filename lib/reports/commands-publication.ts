import type { ReportContent } from "#lib/editions/content.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { isSystem } from "#lib/identity/actor.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/platform/db.ts";
import { holdBack } from "./commands-release.ts";
import {
  draftOf,
  dueOn,
  refuse,
  type Step,
  type StepOutcome,
  seen,
  step,
} from "./commands-step.ts";
import { storeDraftIssues, writeVersion } from "./commands-version.ts";
import { invalid, type ReportResult } from "./refusal.ts";
import {
  reasonSchema,
  returnSchema,
  scheduleSchema,
  seenSnapshotSchema,
  stepSchema,
} from "./schema.ts";
import { changedSince } from "./source-figures.ts";
import { storedContent } from "./stored.ts";

/** Publishes just the snapshot the moderator saw as the next version; the draft is closed. */
export async function publish(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ version: number }>> {
  const parsed = seenSnapshotSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return step("publish", actor, { reportId: parsed.data.reportId }, now, async (at) => {
    seen(draftOf(at.report), parsed.data);
    return publishSnapshot(at);
  });
}

async function publishSnapshot(at: Step): Promise<StepOutcome<{ version: number }>> {
  const { tx, report, actor, now } = at;
  const draft = draftOf(report);
  if (!draft.snapshotId) throw new Error(`report ${report.id} was submitted without a snapshot`);
  const snapshot = await tx.snapshot.findUniqueOrThrow({ where: { id: draft.snapshotId } });
  const number = (report.currentVersion ?? 0) + 1;
  const content = storedContent(snapshot.content);
  await writeVersion(tx, {
    reportId: report.id,
    number,
    content,
    dueOn: dueOn(report),
    contentHash: snapshot.contentHash,
    reason: draft.reason,
    publishedById: isSystem(actor) ? null : actor.userId,
    publishedAt: now,
    origin: "submitted",
    sourceUrl: null,
    sourceName: null,
    summarised: false,
  });
  await fileWithVersion(tx, report.id, number, content);
  await storeDraftIssues(tx, report.id, null);
  await tx.returnRequest.updateMany({
    where: { reportId: report.id, closedAt: null },
    data: { closedAt: now },
  });
  const heldUntil = await holdBack(tx, report, now);
  return {
    value: { version: number },
    report: {
      currentVersion: number,
      heldUntil,
      withdrawnAt: null,
      withdrawnReason: null,
      ...(content.scope ? { scope: content.scope } : {}),
    },
    facts: {
      version: number,
      snapshotId: snapshot.id,
      contentHash: snapshot.contentHash,
      revision: draft.revision,
    },
  };
}

/**
 * The file goes to the version, with what it says where figures were changed. What the reader saw of it stays for whoever
 * revises that version, and goes when the next one is published.
 */
async function fileWithVersion(
  tx: Tx,
  reportId: string,
  version: number,
  { cells }: ReportContent,
): Promise<void> {
  const ofDraft = { reportId, version: null };
  const files = await tx.sourceFile.findMany({
    where: ofDraft,
    select: { id: true, reading: { select: { figures: true } } },
  });
  await tx.sourceReading.deleteMany({ where: { file: { reportId, version: { not: null } } } });
  for (const { id, reading } of files) {
    const changedFrom = changedSince(reading, cells);
    const changed = changedFrom && Object.keys(changedFrom).length;
    const data = { version, changed, changedFrom: changedFrom ?? {} };
    await tx.sourceFile.update({ where: { id }, data });
  }
}

/** Has the worker publish the snapshot the moderator saw at a later moment. */
export async function schedulePublication(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ at: Date }>> {
  const parsed = scheduleSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, snapshotId, at: runAt } = parsed.data;
  return step("schedule", actor, { reportId }, now, async ({ tx, report }) => {
    seen(draftOf(report), { snapshotId });
    if (runAt <= now) refuse({ code: "report.time-passed" });
    const key = `report.publish:${reportId}`;
    const at = runAt.toISOString();
    await enqueue(tx, "report.publish", { reportId, snapshotId, at }, { key, runAt });
    const facts = { scheduledFor: at, snapshotId };
    return { value: { at: runAt }, draft: { scheduledFor: runAt }, facts };
  });
}

/** Takes a scheduled draft off the calendar; it waits for a decision again. */
export async function unschedule(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = stepSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return step("unschedule", actor, parsed.data, now, async () => ({
    value: null,
    draft: { scheduledFor: null },
  }));
}

/**
 * The worker's part of a schedule: publishes if the draft still stands as it was scheduled, and else does nothing.
 * Whether the time has come, the queue knows: a worker's clock that is a little behind must not drop a publication.
 */
export async function publishScheduled(
  actor: Actor,
  input: { reportId: string; snapshotId: string; at: string },
  now: Date,
): Promise<ReportResult<{ version: number }>> {
  return step("publish", actor, { reportId: input.reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    seen(draft, { snapshotId: input.snapshotId });
    const scheduledFor = draft.scheduledFor?.toISOString() ?? null;
    if (scheduledFor !== input.at)
      refuse({ code: "report.superseded", facts: { revision: draft.revision, snapshotId: null } });
    const outcome = await publishSnapshot(at);
    return { ...outcome, facts: { ...outcome.facts, scheduledFor } };
  });
}

/** Gives a submitted report back to its agency with a reason and requests pinned to cells, sections or issues. */
export async function returnToAgency(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ requests: number }>> {
  const parsed = returnSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { requests, snapshotId, ...base } = parsed.data;
  return step("returnToAgency", actor, base, now, async ({ tx, report }) => {
    seen(draftOf(report), { snapshotId });
    await tx.returnRequest.createMany({
      data: requests.map(({ target, key, message }) => ({
        reportId: report.id,
        target,
        targetKey: key,
        message,
        askedById: actor.userId,
        askedAt: now,
      })),
    });
    return {
      value: { requests: requests.length },
      draft: { returnReason: base.reason, snapshotId: null, scheduledFor: null },
      facts: { requests: requests.length, snapshotId },
    };
  });
}

/** Takes a published report off the public pages; a page stays that says so and why (410). */
export async function withdraw(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = reasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return step("withdraw", actor, parsed.data, now, async ({ report }) => ({
    value: null,
    report: { withdrawnAt: now, withdrawnReason: parsed.data.reason },
    facts: { version: report.currentVersion },
  }));
}

/** Makes a withdrawn report's current version public again. */
export async function republish(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = stepSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return step("republish", actor, parsed.data, now, async ({ report }) => ({
    value: null,
    report: { withdrawnAt: null, withdrawnReason: null },
    facts: { version: report.currentVersion },
  }));
}
