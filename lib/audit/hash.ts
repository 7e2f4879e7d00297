import { createHash } from "node:crypto";

/** An event as it is hashed: every column but the row's own number and the hash. */
export interface HashedEvent {
  chain: string;
  seq: number;
  at: Date;
  kind: string;
  actorId: string | null;
  actorName: string;
  targetType: string;
  targetId: string;
  data: unknown;
  prevHash: string;
}

/** A checkpoint as it is hashed. */
export interface HashedCheckpoint {
  at: Date;
  heads: unknown;
  prevHash: string;
}

/** The name of an agency's chain, or of the system's where there is no agency. */
export function chainOf(agencyId: string | null): string {
  return agencyId === null ? "system" : `agency:${agencyId}`;
}

/** What stands as `prevHash` in the first link of a chain: it differs by chain, so that no chain can pose as another. */
export function genesis(chain: string): string {
  return sha256(`gongkai-audit-1:${chain}`);
}

/** The SHA-256, in hex, of an event's canonical JSON. */
export function eventHash(event: HashedEvent): string {
  const { chain, seq, at, kind, actorId, actorName, targetType, targetId, data, prevHash } = event;
  const facts = { chain, seq, kind, actorId, actorName, targetType, targetId, data, prevHash };
  return sha256(canonicalJson({ ...facts, at: at.toISOString() }));
}

/** The SHA-256, in hex, of a checkpoint's canonical JSON. */
export function checkpointHash({ at, heads, prevHash }: HashedCheckpoint): string {
  return sha256(canonicalJson({ at: at.toISOString(), heads, prevHash }));
}

/** JSON with the keys of every object in code-unit order and no spaces, so that jsonb's own order does not matter. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalObject(value);
  return JSON.stringify(value) ?? "null";
}

function canonicalObject(value: object): string {
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
