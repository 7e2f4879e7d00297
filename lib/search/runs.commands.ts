import { randomUUID } from "node:crypto";
import { Prisma } from "#generated/prisma/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { type Db, db, type Tx } from "#lib/platform/db.ts";
import { RUN_SILENCE_MS, type RunKind } from "./runs.ts";

const OPEN = ["queued", "running"] as const;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Puts a run into the worker's queue and answers its id; throws what `isRunOpen` knows where one of the kind is under way. */
export async function queueRun(tx: Tx, kind: RunKind, askedBy: string, now: Date): Promise<string> {
  await interruptSilent(tx, kind, now);
  const runId = randomUUID();
  await tx.searchRun.create({
    data: { id: runId, kind, state: "queued", askedBy, askedAt: now },
  });
  await enqueue(tx, `search.${kind}`, { runId }, { key: `search.${kind}:asked` });
  return runId;
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
    if (isRunOpen(error)) return null;
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

/** Whether a write failed because a run of the kind is open: a unique index holds the one place. */
export function isRunOpen(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
