import { record } from "#lib/audit/record.ts";
import { type Actor, auditActor } from "#lib/identity/actor.ts";
import { can } from "#lib/identity/policy.ts";
import { transaction } from "#lib/platform/db.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { isRunOpen, queueRun } from "#lib/search/runs.commands.ts";
import type { RunKind } from "#lib/search/runs.ts";

export type RunRefusal = Refusal<"search.not-allowed" | "search.run-open">;

/** The search index belongs to no agency and no region. */
const NOWHERE = { agencyId: null, regionPath: [] };

/** Whether someone may look after the search index. */
export function mayKeepIndex(actor: Actor): boolean {
  return can(actor, "search.manage", NOWHERE);
}

/** Has the worker compare the indexes with the database, or fill new ones; refused while one of the kind is under way. */
export async function askRun(
  actor: Actor,
  kind: RunKind,
  now: Date,
): Promise<Result<{ runId: string }, RunRefusal>> {
  if (!mayKeepIndex(actor)) return refused("search.not-allowed");
  try {
    return await transaction(async (tx) => {
      const { userId, name } = auditActor(actor);
      const runId = await queueRun(tx, kind, name, now);
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
    if (isRunOpen(error)) return refused("search.run-open");
    throw error;
  }
}
