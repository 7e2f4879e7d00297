import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/audit/hash.ts";
import { record } from "#lib/audit/record.ts";
import { type Actor, auditActor, isSystem } from "#lib/identity/actor.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { toJson } from "#lib/reports/stored.ts";

/** Advisory locks of imports live in a class of their own. */
const LOCK_CLASS = 0x696d_7074;
/** As long as any import may take; the lock goes with the connection where the process dies. */
const LONGEST_MS = 2_000_000_000;

/** What was asked for; the same again goes on with what was cut short. */
export interface BatchOptions {
  paths: readonly string[];
  publish: boolean;
  replace: boolean;
  agencyId: string | null;
  region: string | null;
  sourceBase: string | null;
  /** Hash of the mapping, where there is one. */
  map: string | null;
}

export interface Batch {
  id: string;
  /** It was begun by an earlier run, which was cut short. */
  isResumed: boolean;
}

export type BusyRefusal = Refusal<"import.running">;

/** What names an import: the same person asking for the same. */
export function batchKey(actor: Actor, options: BatchOptions): string {
  const asked = canonicalJson({ ...options, by: actor.userId });
  return createHash("sha256").update(asked).digest("hex");
}

/** Opens the batch of these options, or the one that an earlier run of the same left unfinished. */
export async function openBatch(actor: Actor, options: BatchOptions, now: Date): Promise<Batch> {
  const key = batchKey(actor, options);
  const actorId = isSystem(actor) ? null : actor.userId;
  const left = await db().importBatch.findFirst({
    where: { key, finishedAt: null, undoneAt: null },
    orderBy: { startedAt: "desc" },
    select: { id: true },
  });
  if (left) return { id: left.id, isResumed: true };
  const id = await transaction(async (tx) => {
    const batch = await tx.importBatch.create({
      data: { key, actorId, actorName: actor.name, options: toJson(options), startedAt: now },
      select: { id: true },
    });
    await record(tx, {
      ...event(actor, batch.id, now),
      kind: "import.started",
      data: { note: options.paths.join("\n").slice(0, 2000) },
    });
    return batch.id;
  });
  return { id, isResumed: false };
}

/** Notes that a batch is complete: the same command begins a new one from now on. */
export async function finishBatch(
  actor: Actor,
  id: string,
  counts: { files: number; reports: number },
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    await tx.importBatch.update({ where: { id }, data: { finishedAt: now } });
    await record(tx, { ...event(actor, id, now), kind: "import.finished", data: counts });
  });
}

/** What every event of a batch says: it stands in the system's chain. */
export function event(actor: Actor, batchId: string, now: Date) {
  const target = { agencyId: null, targetType: "import", targetId: batchId };
  return { ...target, actor: auditActor(actor), at: now };
}

/** Runs `work` while no other process works on the import of this key: a lock that the database takes back with the connection. */
export async function alone<Value>(
  key: string,
  work: () => Promise<Value>,
): Promise<Result<Value, BusyRefusal>> {
  return db().$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ free: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${key})) AS free`;
      return row?.free ? done(await work()) : refused("import.running");
    },
    { maxWait: 10_000, timeout: LONGEST_MS },
  );
}
