import type { Db } from "#lib/platform/db.ts";
import { CHECKPOINT_CHAIN } from "./checkpoint.ts";
import { chainFollower, type Finding, type StoredEvent } from "./follow.ts";
import { checkpointHash, genesis } from "./hash.ts";

const PAGE = 1000;

/** What a verification looked at and found; nothing is wrong where `findings` is empty. */
export interface Verdict {
  events: number;
  chains: number;
  checkpoints: number;
  findings: Finding[];
}

/**
 * Reads the whole trail page by page and recomputes every link: changed, missing and reordered events, and, by the
 * checkpoints, a tail cut off or rewritten since. `anchor` is a checkpoint's hash that was kept outside the database.
 */
export async function verifyChains(db: Db, anchor?: string): Promise<Verdict> {
  const trail = await verifyEvents(db);
  const seals = await verifyCheckpoints(db);
  const findings = [...trail.findings, ...seals.findings];
  if (anchor !== undefined && (await db.auditCheckpoint.count({ where: { hash: anchor } })) === 0) {
    findings.push({ problem: "anchor", chain: CHECKPOINT_CHAIN, seq: null });
  }
  return { events: trail.events, chains: trail.chains, checkpoints: seals.count, findings };
}

async function verifyEvents(db: Db): Promise<Omit<Verdict, "checkpoints">> {
  const follow = chainFollower();
  const verdict = { events: 0, chains: 0, findings: [] as Finding[] };
  let place = { chain: "", seq: 0 };
  for (;;) {
    const page = await eventsAfter(db, place.chain, place.seq);
    for (const event of page) {
      if (event.chain !== place.chain) verdict.chains += 1;
      verdict.events += 1;
      verdict.findings.push(...follow(event));
      place = { chain: event.chain, seq: event.seq };
    }
    if (page.length < PAGE) return verdict;
  }
}

function eventsAfter(db: Db, chain: string, seq: number): Promise<StoredEvent[]> {
  return db.$queryRaw<StoredEvent[]>`
    SELECT chain, seq, at, kind, "actorId"::text AS "actorId", "actorName", "targetType", "targetId",
           data, "prevHash", hash
    FROM "AuditEvent" WHERE (chain, seq) > (${chain}, ${seq}) ORDER BY chain, seq LIMIT ${PAGE}`;
}

async function verifyCheckpoints(db: Db): Promise<{ count: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let prevHash = genesis(CHECKPOINT_CHAIN);
  let count = 0;
  let after = 0n;
  for (;;) {
    const [checkpoint] = await db.auditCheckpoint.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: 1,
    });
    if (!checkpoint) return { count, findings };
    const { id, hash } = checkpoint;
    if (checkpoint.prevHash !== prevHash || checkpointHash(checkpoint) !== hash) {
      findings.push({ problem: "checkpoint", chain: CHECKPOINT_CHAIN, seq: Number(id) });
    } else {
      findings.push(...(await lostSince(db, id)));
    }
    [prevHash, after, count] = [hash, id, count + 1];
  }
}

/** The heads of a checkpoint that the trail no longer holds; the database compares, so that nothing piles up here. */
async function lostSince(db: Db, checkpointId: bigint): Promise<Finding[]> {
  const rows = await db.$queryRaw<{ chain: string; seq: number }[]>`
    SELECT head.key AS chain, (head.value->>0)::int AS seq
    FROM "AuditCheckpoint" c
    CROSS JOIN LATERAL jsonb_each(c.heads) AS head
    LEFT JOIN "AuditEvent" e ON e.chain = head.key AND e.seq = (head.value->>0)::int
    WHERE c.id = ${checkpointId} AND e.hash IS DISTINCT FROM head.value->>1
    ORDER BY 1`;
  return rows.map((row) => ({ problem: "cut", chain: row.chain, seq: row.seq }));
}
