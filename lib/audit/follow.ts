import { eventHash, genesis, type HashedEvent } from "./hash.ts";

/** What can be wrong with the trail, and where. `seq` is null where a whole chain or checkpoint is meant. */
export interface Finding {
  problem: /** The row does not match its own hash. */
    | "changed"
    /** Numbers are skipped: rows were taken out. */
    | "missing"
    /** The row does not follow the one before it: rows were moved, replaced or put in. */
    | "unlinked"
    /** A checkpoint knows a row that is gone or has become another. */
    | "cut"
    /** A checkpoint was changed, or one before it was taken out. */
    | "checkpoint"
    /** The checkpoint whose hash was kept elsewhere is not there. */
    | "anchor";
  chain: string;
  seq: number | null;
}

/** An event as stored. */
export interface StoredEvent extends HashedEvent {
  hash: string;
}

/** Takes the events of all chains in the order (chain, seq) and answers what is wrong with each. */
export function chainFollower(): (event: StoredEvent) => Finding[] {
  let last: { chain: string; seq: number; hash: string } | null = null;
  return (event) => {
    const before = last?.chain === event.chain ? last : { seq: 0, hash: genesis(event.chain) };
    last = event;
    const at = { chain: event.chain, seq: event.seq };
    const findings: Finding[] = [];
    if (event.seq !== before.seq + 1) findings.push({ problem: "missing", ...at });
    else if (event.prevHash !== before.hash) findings.push({ problem: "unlinked", ...at });
    if (eventHash(event) !== event.hash) findings.push({ problem: "changed", ...at });
    return findings;
  };
}
