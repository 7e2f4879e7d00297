import type { Prisma } from "#generated/prisma/client.ts";
import { dueDate } from "#lib/agencies/calendar.ts";
import type { AuditData } from "#lib/audit/events.ts";
import { record } from "#lib/audit/record.ts";
import { type Actor, auditActor } from "#lib/identity/actor.ts";
import { denial, type Target } from "#lib/identity/policy.ts";
import { enqueueSync } from "#lib/jobs/enqueue.ts";
import { type Tx, transaction } from "#lib/platform/db.ts";
import { done } from "#lib/platform/result.ts";
import {
  type LifecycleAction,
  moved,
  type Position,
  type Transition,
  transitionOf,
} from "./lifecycle.ts";
import { invalid, type ReportRefusal, type ReportResult } from "./refusal.ts";
import { seenDraftSchema } from "./schema.ts";

const LOADED = {
  agency: { include: { region: { select: { path: true } } } },
  draft: true,
} as const satisfies Prisma.ReportInclude;

export type LoadedReport = Prisma.ReportGetPayload<{ include: typeof LOADED }>;
export type LoadedDraft = NonNullable<LoadedReport["draft"]>;

/** A step under way: the row is locked until the transaction ends. */
export interface Step {
  tx: Tx;
  report: LoadedReport;
  actor: Actor;
  now: Date;
}

type StepFacts = Partial<AuditData<"report.started">>;

/** What the work of a step leaves to be written with the transition. */
export interface StepOutcome<Value> {
  value: Value;
  draft?: Prisma.DraftUncheckedUpdateInput;
  report?: Prisma.ReportUncheckedUpdateInput;
  facts?: StepFacts;
  /** Another kind of event than the table's, where one action has two; null where nothing came to be changed. */
  event?: Transition["event"];
}

/** Thrown inside a transaction so that a refusal leaves nothing behind; never leaves this file. */
class Refused extends Error {
  readonly refusal: ReportRefusal;
  constructor(refusal: ReportRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Ends the step under way: the transaction is rolled back and the caller gets this answer. */
export function refuse(refusal: ReportRefusal): never {
  throw new Refused(refusal);
}

/** Runs `work` in one transaction in which `refuse` may be called. */
export async function refusable<Value>(
  work: (tx: Tx) => Promise<Value>,
): Promise<ReportResult<Value>> {
  try {
    return done(await transaction(work));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** The last day on which a report is on time, by its agency's kind and its scope; null where nothing sets one. */
export function dueOn({ year, agency, scope }: LoadedReport): string | null {
  return dueDate(year, agency.kind, scope);
}

/** Where a report stands. */
export function positionOf({ draft, publication }: LoadedReport): Position {
  return { draft: draft?.state ?? null, publication };
}

/** What the policy judges of a report. */
export function targetOf({ agency, agencyId, draft }: LoadedReport): Target {
  return {
    agencyId,
    regionPath: agency.region.path,
    editedById: draft?.editedById ?? null,
    sentById: draft?.sentById ?? null,
  };
}

/** Locks a report's row until the end of the transaction and reads it with its agency and draft; null where there is none. */
export async function lockReport(tx: Tx, reportId: string): Promise<LoadedReport | null> {
  await tx.$queryRaw`SELECT id FROM "Report" WHERE id = ${reportId}::uuid FOR UPDATE`;
  return tx.report.findUnique({ where: { id: reportId }, include: LOADED });
}

/** Refuses unless the policy lets this actor do this to the loaded report and the table has the action from here. */
export function guard(action: LifecycleAction, report: LoadedReport, actor: Actor): Position {
  const rule = transitionOf(action);
  const barred = denial(actor, rule.who, targetOf(report));
  if (barred) refuse({ code: "report.forbidden", facts: { denial: barred } });
  const at = positionOf(report);
  const next = moved(action, at);
  const wrong: ReportRefusal = { code: "report.wrong-state", facts: { ...at, action } };
  if (!next) return refuse(wrong);
  const { ownReview } = report.agency;
  if (rule.requires.includes("own-review") && !ownReview) refuse(wrong);
  if (rule.requires.includes("no-own-review") && ownReview) refuse(wrong);
  return next;
}

/**
 * One transition of the table on one report: lock, guard, reason, the work given, then state, publication,
 * audit event and job — all in one transaction, or nothing at all.
 */
export async function step<Value>(
  action: LifecycleAction,
  actor: Actor,
  input: { reportId: string; reason?: string },
  now: Date,
  work: (step: Step) => Promise<StepOutcome<Value>>,
): Promise<ReportResult<Value>> {
  return refusable((tx) => stepIn(tx, action, { actor, now, ...input }, work));
}

/** As `step`, inside a transaction of `refusable` that does more than this one transition. */
export async function stepIn<Value>(
  tx: Tx,
  action: LifecycleAction,
  input: { actor: Actor; now: Date; reportId: string; reason?: string },
  work: (step: Step) => Promise<StepOutcome<Value>>,
): Promise<Value> {
  const { actor, now, reason } = input;
  const report = await lockReport(tx, input.reportId);
  if (!report) return refuse({ code: "report.not-found" });
  const next = guard(action, report, actor);
  if (transitionOf(action).requires.includes("reason") && !reason)
    refuse({ code: "report.reason-required" });
  const outcome = await work({ tx, report, actor, now });
  const facts = { ...outcome.facts, ...(reason ? { reason } : {}) };
  await settle({ tx, report, actor, now }, action, next, { ...outcome, facts });
  return outcome.value;
}

/** Writes what a transition changes, its event and its job. */
export async function settle(
  { tx, report, actor, now }: Step,
  action: LifecycleAction,
  next: Position,
  outcome: Omit<StepOutcome<unknown>, "value">,
): Promise<void> {
  const rule = transitionOf(action);
  await moveDraft(tx, report, next, outcome.draft, now);
  const isMoved = next.publication !== report.publication;
  if (rule.isPublic || isMoved || outcome.report) {
    const raised = rule.isPublic ? { publicRevision: { increment: 1 } } : {};
    const data = { ...outcome.report, publication: next.publication, ...raised };
    await tx.report.update({ where: { id: report.id }, data });
  }
  if (rule.isPublic) await enqueueSync(tx, report.id);
  const kind = outcome.event === undefined ? rule.event : outcome.event;
  if (!kind) return;
  const facts = {
    year: report.year,
    from: report.draft?.state ?? null,
    to: next.draft,
    publication: next.publication,
    ...outcome.facts,
  };
  const target = { agencyId: report.agencyId, targetType: "report", targetId: report.id };
  // The table names only kinds whose facts are a step's.
  await record(tx, {
    kind: kind as "report.started",
    actor: auditActor(actor),
    ...target,
    data: facts,
    at: now,
  });
}

async function moveDraft(
  tx: Tx,
  report: LoadedReport,
  next: Position,
  data: Prisma.DraftUncheckedUpdateInput | undefined,
  now: Date,
): Promise<void> {
  if (!report.draft) return;
  if (next.draft === null) {
    await tx.draft.delete({ where: { reportId: report.id } });
    // The next draft counts on from here: a tab that still shows this one cannot be taken for it.
    const closedRevision = report.draft.revision;
    await tx.report.update({ where: { id: report.id }, data: { closedRevision } });
    return;
  }
  if (!data && next.draft === report.draft.state) return;
  await tx.draft.update({
    where: { reportId: report.id },
    data: { ...data, state: next.draft, updatedAt: now },
  });
}

/** The draft of a report that the table says has one. */
export function draftOf(report: LoadedReport): LoadedDraft {
  if (!report.draft) throw new Error(`report ${report.id} has no draft`);
  return report.draft;
}

/** Refuses what was meant for the draft as it stood before, or for an earlier one. */
export function supersede({ revision, snapshotId }: LoadedDraft): never {
  return refuse({ code: "report.superseded", facts: { revision, snapshotId } });
}

/** The draft's own original; null where it has none. */
export function ownFile({ tx, report }: Step): Promise<{ id: string; sha256: string } | null> {
  return tx.sourceFile.findFirst({
    where: { reportId: report.id, version: null },
    orderBy: { uploadedAt: "desc" },
    select: { id: true, sha256: true },
  });
}

/** Refuses a decision on a draft beside another original than the one it has; where nobody says which, its revision does. */
export async function seenFile(step: Step, file: string | null | undefined): Promise<void> {
  if (file === undefined) return;
  const own = await ownFile(step);
  if ((own?.id ?? null) !== file) supersede(draftOf(step.report));
}

/** A step on the draft that the caller has seen, and beside the original that was seen; refused where either has moved on. */
export async function seenStep<Value>(
  action: LifecycleAction,
  actor: Actor,
  input: unknown,
  now: Date,
  work: (step: Step, draft: LoadedDraft) => Promise<StepOutcome<Value>> | StepOutcome<Value>,
): Promise<ReportResult<Value>> {
  const parsed = seenDraftSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, revision, file } = parsed.data;
  return step(action, actor, { reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    seen(draft, { revision });
    await seenFile(at, file);
    return work(at, draft);
  });
}

/** Refuses where the draft moved on since the caller looked at it. */
export function seen(draft: LoadedDraft, at: { revision?: number; snapshotId?: string }): void {
  const { revision, snapshotId } = draft;
  const isSame =
    (at.revision === undefined || at.revision === revision) &&
    (at.snapshotId === undefined || at.snapshotId === snapshotId);
  if (!isSame) supersede(draft);
}
