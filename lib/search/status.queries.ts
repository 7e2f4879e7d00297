import { z } from "zod";
import { db } from "#lib/platform/db.ts";
import { lastHeartbeat } from "#lib/platform/health/queries.ts";
import { visibleWhere } from "#lib/reports/visibility.ts";
import { isBehind } from "./ask.ts";
import { EngineFailure, type EngineFault, type EngineName, type SearchEngine } from "./engine.ts";
import { engines } from "./engines.ts";
import { RUN_SILENCE_MS, type RunKind } from "./runs.ts";

/** One engine as it answers now: how many documents it holds, or why it does not say. */
export interface EngineStatus {
  name: EngineName;
  documents: number | null;
  fault: EngineFault | null;
}

/** A job of search that failed and is tried again, or was given up. */
export interface FailedJob {
  id: string;
  task: string;
  reportId: string | null;
  attempts: number;
  maxAttempts: number;
  error: string;
  /** Null where it is not tried again. */
  nextAt: Date | null;
}

export type RunState = "queued" | "running" | "done" | "failed" | "interrupted";

export interface RunLine {
  id: string;
  kind: RunKind;
  state: RunState;
  /** Null where the clock or the command line did it. */
  askedBy: string | null;
  askedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  done: number | null;
  total: number | null;
  repaired: Record<string, number> | null;
  error: string | null;
}

/** How the search indexes stand: what the admin's page shows. */
export interface IndexStatus {
  engines: EngineStatus[];
  /** The engine that answers readers. */
  answering: EngineName;
  /** Public reports in the database: what every index should hold. */
  published: number;
  indexedAt: Date | null;
  /** Changes that the worker has yet to write, and since when the oldest waits. */
  waiting: { count: number; since: Date | null };
  failures: FailedJob[];
  runs: RunLine[];
  last: Record<RunKind, RunLine | null>;
  /** Since when no worker has said that it runs; null where one is alive. */
  silentSince: Date | "ever" | null;
}

/** Whether a word is the name of an engine. */
export function isEngineName(name: string): name is EngineName {
  return name === "postgres" || name === "meilisearch";
}

const HEALTH_MS = 800;
const WORKER_SILENCE_MS = 60_000;
const SHOWN = 10;

/** Asks engines, queue and records at once; an engine that does not answer is shown so. */
export async function indexStatus(now: Date): Promise<IndexStatus> {
  const { postgres, meilisearch } = engines();
  const all = meilisearch ? [postgres, meilisearch] : [postgres];
  const [states, published, newest, waiting, failures, runs, reconcile, rebuild, beat] =
    await Promise.all([
      Promise.all(all.map(statusOf)),
      db().report.count({ where: visibleWhere(now) }),
      db().searchDocument.aggregate({ _max: { indexedAt: true } }),
      waitingJobs(now),
      failedJobs(),
      runLines(now),
      lastRun("reconcile", now),
      lastRun("rebuild", now),
      lastHeartbeat(),
    ]);
  const theirs = states.find(({ name }) => name === "meilisearch");
  const isFit = theirs?.documents != null && !isBehind(published, theirs.documents);
  const isAlive = beat !== null && now.getTime() - beat.getTime() < WORKER_SILENCE_MS;
  return {
    engines: states,
    answering: isFit ? "meilisearch" : "postgres",
    published,
    indexedAt: newest._max.indexedAt,
    waiting,
    failures,
    runs,
    last: { reconcile, rebuild },
    silentSince: isAlive ? null : (beat ?? "ever"),
  };
}

async function statusOf(engine: SearchEngine): Promise<EngineStatus> {
  try {
    const { documents } = await engine.health(HEALTH_MS);
    return { name: engine.name, documents, fault: null };
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    return { name: engine.name, documents: null, fault: error.fault };
  }
}

async function waitingJobs(now: Date): Promise<{ count: number; since: Date | null }> {
  const [row] = await db().$queryRaw<{ count: number; since: Date | null }[]>`
    SELECT count(*)::int AS count, min(least(created_at, run_at)) AS since FROM graphile_worker.jobs
    WHERE task_identifier = 'search.sync' AND attempts < max_attempts AND (run_at <= ${now}::timestamptz OR attempts > 0)`;
  return row ?? { count: 0, since: null };
}

async function failedJobs(): Promise<FailedJob[]> {
  const rows = await db().$queryRaw<(Omit<FailedJob, "reportId"> & { key: string | null })[]>`
    SELECT id::text AS id, task_identifier AS task, key, attempts::int AS attempts, max_attempts::int AS "maxAttempts",
      left(coalesce(last_error, ''), 500) AS error, CASE WHEN attempts < max_attempts THEN run_at END AS "nextAt"
    FROM graphile_worker.jobs WHERE task_identifier LIKE 'search.%' AND last_error IS NOT NULL
    ORDER BY updated_at DESC LIMIT ${SHOWN}`;
  return rows.map(({ key, error, ...job }) => ({
    ...job,
    error: error.split("\n")[0] ?? "",
    reportId: /^search\.sync:([0-9a-f-]{36})/u.exec(key ?? "")?.[1] ?? null,
  }));
}

type Row = Awaited<ReturnType<typeof runRows>>[number];

function runRows(where: { kind?: RunKind; state?: { in: RunState[] } }, take: number) {
  return db().searchRun.findMany({ where, orderBy: [{ askedAt: "desc" }, { id: "asc" }], take });
}

async function runLines(now: Date): Promise<RunLine[]> {
  const rows = await runRows({}, SHOWN);
  return rows.map((row) => lineOf(row, now));
}

/** The last of a kind that came to an end with a result, or is under way. */
async function lastRun(kind: RunKind, now: Date): Promise<RunLine | null> {
  const [row] = await runRows({ kind, state: { in: ["queued", "running", "done"] } }, 1);
  return row ? lineOf(row, now) : null;
}

const counts = z.record(z.string(), z.number()).nullable();

/** A run that says it goes on though nothing has been heard of it lost its worker. */
function lineOf(row: Row, now: Date): RunLine {
  const heard = (row.beatAt ?? row.askedAt).getTime();
  const isSilent = row.state === "running" && now.getTime() - heard > RUN_SILENCE_MS;
  const { beatAt: _, ...line } = row;
  return {
    ...line,
    state: isSilent ? "interrupted" : row.state,
    repaired: counts.parse(row.repaired),
  };
}
