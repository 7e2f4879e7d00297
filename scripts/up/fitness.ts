/** What a database says of itself. */
export interface DatabaseFacts {
  /** As `server_version_num` has it: 150004 for 15.4. */
  version: number;
  encoding: string;
  readOnly: boolean;
}

/** The question whose one row is DatabaseFacts. */
export const FACTS = `SELECT current_setting('server_version_num')::int AS version,
  current_setting('server_encoding') AS encoding,
  current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery() AS "readOnly"`;

/** Why the portal cannot run on a database, in one sentence; undefined where it can. */
export function unfitness({ version, encoding, readOnly }: DatabaseFacts): string | undefined {
  if (version < 150_000) {
    return `PostgreSQL ${Math.floor(version / 10_000)} is too old: the portal needs 15 or newer.`;
  }
  if (encoding !== "UTF8") {
    return `The database's encoding is ${encoding}: make one with ENCODING 'UTF8'.`;
  }
  if (readOnly) {
    return "The database is read-only (a replica, or set so): DATABASE_URL must name one that can be written.";
  }
  return undefined;
}
