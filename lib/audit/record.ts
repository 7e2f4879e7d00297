import type { Tx } from "#lib/platform/db.ts";
import { AUDIT_EVENTS, type AuditEntry, type AuditKind } from "./events.ts";
import { chainOf, eventHash, genesis } from "./hash.ts";

/** Advisory locks of the trail live in a class of their own. */
const LOCK_CLASS = 0x6175_6474;

/**
 * Appends one event to its agency's chain (or the system's) inside the caller's transaction; throws where the facts
 * do not fit the kind. Writers of one chain queue until commit, so record late; writers of different agencies never do.
 */
export async function record<Kind extends AuditKind>(
  tx: Tx,
  entry: AuditEntry<Kind>,
): Promise<void> {
  const data = AUDIT_EVENTS[entry.kind].parse(entry.data);
  const chain = chainOf(entry.agencyId);
  await lockChain(tx, chain);
  const last = await tx.auditEvent.findFirst({
    where: { chain },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  const event = {
    chain,
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    kind: entry.kind,
    actorId: entry.actor.userId,
    actorName: entry.actor.name,
    targetType: entry.targetType,
    targetId: entry.targetId,
    data,
    prevHash: last?.hash ?? genesis(chain),
  };
  await tx.auditEvent.create({ data: { ...event, hash: eventHash(event) } });
}

/** Holds the chain for this transaction; the lock goes with commit or rollback. */
export async function lockChain(tx: Tx, chain: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${chain}))`;
}
