import { randomUUID } from "node:crypto";
import { Prisma } from "#generated/prisma/client.ts";
import { record } from "#lib/audit/record.ts";
import { type Actor, auditActor } from "#lib/identity/actor.ts";
import { can } from "#lib/identity/policy.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type Db, db, transaction } from "#lib/platform/db.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { RUN_SILENCE_MS, type RunKind } from "./runs.ts";

export type RunRefusal = Refusal<"search.not-allowed" | "search.run-open">;

const OPEN = ["queued", "running"] as const;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** The search index belongs to no agency and no region. */
const NOWHERE = { agencyId: null, regionPath: [] };

/** Whether someone may look after the search index. */
export function maySee(actor: Actor): boolean {
  return can(actor, "search.manage", NOWHERE);
}

/** Has the worker compare the indexes with the database, or fill new ones; refused while one of the kind is under way. */
export async function askRun(
  actor: Actor,
  kind: RunKind,
  now: Date,
): Promise<Result<{ runId: string }, RunRefusal>> {
  if (!maySee(actor)) return refused("search.not-allowed");
  try {
    return await transaction(async (tx) => {
      await interruptSilent(tx, kind, now);
      const runId = randomUUID();
      const { userId, name } = auditActor(actor);
      await tx.searchRun.create({
        data: { id: runId, kind, state: "queued", askedBy: name, askedAt: now },
      });
      await enqueue(tx, `search.${kind}`, { runId }, { key: `search.${kind}:asked` });
      await record(tx, {
        kind: "search.run-asked",
        actor: { userId, name },
        agencyId: null,
        targetType: "search-run",
        targetId: runId,
        data: { run: kind },
        at: now,
      });
      return done({ runId });
    });
  } catch (error) {
    if (isTaken(error)) return refused("search.run-open");
    throw error;
  }
}

/** Opens a run, the one asked for or one of its own; null where another of the kind is under way, or this one has been replaced. */
export async function beginRun(
  kind: RunKind,
  asked: string | undefined,
  now: Date,
): Promise<string | null> {
  const begun = {
    state: "running",
    startedAt: now,
    beatAt: now,
    finishedAt: null,
    error: null,
  } as const;
  await db().searchRun.deleteMany({
    where: { kind, askedAt: { lt: ago(now, KEPT_MS) }, state: { notIn: [...OPEN] } },
  });
  try {
    if (asked !== undefined) {
      const { count } = await db().searchRun.updateMany({
        where: { id: asked, state: { in: ["queued", "running", "failed"] } },
        data: begun,
      });
      return count > 0 ? asked : null;
    }
    await interruptSilent(db(), kind, now);
    const id = randomUUID();
    await db().searchRun.create({ data: { id, kind, askedAt: now, ...begun } });
    return id;
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

/** Says that a run is alive, and how far it is. */
export async function beatRun(id: string, far: { done: number; total: number } | null, now: Date) {
  await db().searchRun.updateMany({
    where: { id, state: "running" },
    data: { beatAt: now, ...far },
  });
}

/** Closes a run with what it repaired, or with the sentence that says why it failed. */
export async function endRun(
  id: string,
  outcome: { repaired: Record<string, number> } | { documents: number } | { error: string },
  now: Date,
): Promise<void> {
  const isFailed = "error" in outcome;
  await db().searchRun.updateMany({
    where: { id },
    data: {
      state: isFailed ? "failed" : "done",
      finishedAt: now,
      ...(isFailed ? { error: outcome.error.slice(0, 500) } : {}),
      ...("repaired" in outcome ? { repaired: outcome.repaired } : {}),
      ...("documents" in outcome ? { done: outcome.documents, total: outcome.documents } : {}),
    },
  });
}

/** Closes runs of which nothing has been heard for a while: their worker is gone. */
async function interruptSilent(tx: Db, kind: RunKind, now: Date): Promise<void> {
  const silent = { lt: ago(now, RUN_SILENCE_MS) };
  await tx.searchRun.updateMany({
    where: {
      kind,
      state: { in: [...OPEN] },
      OR: [{ beatAt: silent }, { beatAt: null, askedAt: silent }],
    },
    data: { state: "interrupted", finishedAt: now },
  });
}

function ago(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** The one open run of a kind is held by a unique index. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
