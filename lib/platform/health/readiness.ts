/** What the portal needs to serve: each part is there or not. */
export interface Readiness {
  ready: boolean;
  database: boolean;
  migrations: boolean;
  worker: boolean;
}

/** A worker that has been silent for longer is taken for dead (it beats every ten seconds). */
const SILENCE = 60_000;

/** Judges what was found: `finished` is null where the database did not answer. */
export function judge(
  found: { finished: readonly string[] | null; wanted: readonly string[]; heartbeat: Date | null },
  now: Date,
): Readiness {
  const database = found.finished !== null;
  const finished = new Set(found.finished);
  const migrations = found.wanted.length > 0 && found.wanted.every((name) => finished.has(name));
  const worker = found.heartbeat !== null && now.getTime() - found.heartbeat.getTime() < SILENCE;
  return { ready: database && migrations && worker, database, migrations, worker };
}
