import { z } from "zod";
import { record } from "#lib/audit/record.ts";
import { type Actor, auditActor } from "#lib/identity/actor.ts";
import { denial } from "#lib/identity/policy.ts";
import { enqueue, enqueueSync } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/platform/db.ts";
import { refusable, refuse } from "./commands-step.ts";
import { releaseKey, releaseOf } from "./queries-release.ts";
import { invalid, type ReportResult } from "./refusal.ts";

const releaseSchema = z.strictObject({
  year: z.int().min(2008).max(2100),
  /** Null lifts the hold. */
  at: z.coerce.date().nullable(),
});

/** Until when a report that is being published is held back with its year; has search look again at that moment. */
export async function holdBack(
  tx: Tx,
  { id, year }: { id: string; year: number },
  now: Date,
): Promise<Date | null> {
  const heldUntil = await releaseOf(tx, year);
  if (heldUntil && heldUntil > now) await enqueueSync(tx, id, heldUntil);
  return heldUntil;
}

/** Holds back every report of a year, published or still to be, until its release date; null lifts the hold. */
export async function setRelease(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ reports: number }>> {
  const parsed = releaseSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { year, at } = parsed.data;
  const barred = denial(actor, "settings.manage", { agencyId: null, regionPath: [] });
  if (barred)
    return { ok: false, refusal: { code: "report.forbidden", facts: { denial: barred } } };
  return refusable(async (tx) => {
    if (at && at <= now) refuse({ code: "report.time-passed" });
    const key = releaseKey(year);
    const value = { at: at?.toISOString() ?? null };
    await tx.setting.upsert({
      where: { key },
      create: { key, value, updatedAt: now },
      update: { value, updatedAt: now },
    });
    const { count } = await tx.report.updateMany({
      where: { year },
      data: { heldUntil: at, publicRevision: { increment: 1 } },
    });
    await enqueue(tx, "search.reconcile", {}, { key: `search.reconcile:${key}` });
    if (at)
      await enqueue(tx, "search.reconcile", {}, { key: `search.reconcile:${key}:due`, runAt: at });
    await record(tx, {
      kind: "settings.changed",
      actor: auditActor(actor),
      agencyId: null,
      targetType: "setting",
      targetId: key,
      data: { changed: [key], note: value.at },
      at: now,
    });
    return { reports: count };
  });
}
