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
  const chain = chainOf(entry.agencyId);
  await lockChain(tx, chain);
  const last = await tx.auditEvent.findFirst({
    where: { chain },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  await tx.auditEvent.create({ data: eventAfter(last, chain, entry) });
}

/** The event of an entry as it follows the last one of its chain, with its hash. */
function eventAfter<Kind extends AuditKind>(
  last: { seq: number; hash: string } | null | undefined,
  chain: string,
  entry: AuditEntry<Kind>,
) {
  const event = {
    chain,
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    kind: entry.kind,
    actorId: entry.actor.userId,
    actorName: entry.actor.name,
    targetType: entry.targetType,
    targetId: entry.targetId,
    data: AUDIT_EVENTS[entry.kind].parse(entry.data),
    prevHash: last?.hash ?? genesis(chain),
  };
  return { ...event, hash: eventHash(event) };
}

/** As `record`, for many events at once: a few statements, whatever their number; the chains are locked in one order. */
export async function recordAll<Kind extends AuditKind>(
  tx: Tx,
  entries: readonly AuditEntry<Kind>[],
): Promise<void> {
  if (entries.length === 0) return;
  const chains = [...new Set(entries.map(({ agencyId }) => chainOf(agencyId)))];
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, key) FROM (
      SELECT DISTINCT hashtext(chain) AS key FROM unnest(${chains}::text[]) AS c(chain) ORDER BY 1) AS keys`;
  const lasts = await tx.$queryRaw<{ chain: string; seq: number; hash: string }[]>`
    SELECT c.chain, e.seq, e.hash FROM unnest(${chains}::text[]) AS c(chain) CROSS JOIN LATERAL (
      SELECT seq, hash FROM "AuditEvent" WHERE chain = c.chain ORDER BY seq DESC LIMIT 1) AS e`;
  const heads = new Map(lasts.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
  const events = entries.map((entry) => {
    const chain = chainOf(entry.agencyId);
    const event = eventAfter(heads.get(chain), chain, entry);
    heads.set(chain, event);
    return event;
  });
  await tx.auditEvent.createMany({ data: events });
}

/** Holds the chain for this transaction; the lock goes with commit or rollback. */
export async function lockChain(tx: Tx, chain: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${chain}))`;
}
