import type { Tx } from "#lib/platform/db.ts";
import { TASKS, type TaskName, type TaskPayload } from "./tasks.ts";

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced; one that is running is followed by this one. */
  key?: string;
  /** Not before this moment. */
  runAt?: Date;
}

/** Puts a task into the worker's queue within the caller's transaction: it exists if and only if the change does. */
export async function enqueue<Name extends TaskName>(
  tx: Tx,
  task: Name,
  payload: TaskPayload<Name>,
  { key, runAt }: EnqueueOptions = {},
): Promise<void> {
  const json = JSON.stringify(TASKS[task].parse(payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task}::text, ${json}::json, run_at := ${runAt ?? null}::timestamptz, job_key := ${key ?? null}::text)`;
}

/** Has the search index reload this report; several changes before the worker comes make one job. */
export async function enqueueSync(tx: Tx, reportId: string, runAt?: Date): Promise<void> {
  const key = runAt ? `search.sync:${reportId}:later` : `search.sync:${reportId}`;
  await enqueue(tx, "search.sync", { reportId }, runAt ? { key, runAt } : { key });
}

/** As `enqueueSync`, for many reports in one statement. */
export async function enqueueSyncs(tx: Tx, reportIds: readonly string[]): Promise<void> {
  if (reportIds.length === 0) return;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'search.sync', json_build_object('reportId', id), job_key := 'search.sync:' || id)
    FROM unnest(${[...reportIds]}::text[]) AS r(id)`;
}
