import type { Tx } from "#lib/platform/db.ts";
import { checkpointHash, genesis } from "./hash.ts";
import { lockChain } from "./record.ts";

/** The chain of the checkpoints themselves. */
export const CHECKPOINT_CHAIN = "checkpoint";

/** Where each chain stood: its last number and hash. */
type Heads = Record<string, [seq: number, hash: string]>;

/** What was sealed. The hash is worth keeping outside the database: `audit verify --anchor` asks for it. */
export interface Sealed {
  hash: string;
  chains: number;
}

/** Writes a checkpoint over the head of every chain as committed at this moment, linked to the checkpoint before. */
export async function seal(tx: Tx, now: Date): Promise<Sealed> {
  await lockChain(tx, CHECKPOINT_CHAIN);
  const heads = await currentHeads(tx);
  const last = await tx.auditCheckpoint.findFirst({
    orderBy: { id: "desc" },
    select: { hash: true },
  });
  const checkpoint = { at: now, heads, prevHash: last?.hash ?? genesis(CHECKPOINT_CHAIN) };
  const hash = checkpointHash(checkpoint);
  await tx.auditCheckpoint.create({ data: { ...checkpoint, hash } });
  return { hash, chains: Object.keys(heads).length };
}

async function currentHeads(tx: Tx): Promise<Heads> {
  const rows = await tx.$queryRaw<{ chain: string; seq: number; hash: string }[]>`
    SELECT DISTINCT ON (chain) chain, seq, hash FROM "AuditEvent" ORDER BY chain, seq DESC`;
  return Object.fromEntries(rows.map((row) => [row.chain, [row.seq, row.hash]]));
}
