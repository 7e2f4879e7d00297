/** The background worker: takes jobs from the database's queue; several may run beside one another. */
import { type CronItem, Logger, parseCronItems, run } from "graphile-worker";
import { prepareDictionary } from "#lib/chinese/segment.ts";
import { JOB_HANDLERS } from "#lib/jobs/handlers.ts";
import { workerTasks } from "#lib/jobs/tasks.ts";
import { now } from "#lib/platform/clock.ts";
import { closeDatabase } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { beat } from "#lib/platform/health/commands.ts";
import { log } from "#lib/platform/log.ts";

/** What comes round by itself, in UTC; a worker that was down makes up for a day. */
const ROUNDS: CronItem[] = [
  { task: "search.reconcile", match: "*/10 * * * *", options: { jobKey: "search.reconcile" } },
  { task: "files.sweep", match: "40 17 * * *", options: { jobKey: "files.sweep" } },
  { task: "audit.seal", match: "10 16 * * *", options: { backfillPeriod: 24 * 60 * 60 * 1000 } },
];

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const logger = new Logger((scope) => (level, message, meta) => {
  log[LEVELS[level]]({ ...scope, ...meta }, message);
});

async function start(): Promise<void> {
  prepareDictionary();
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: env().WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger,
    parsedCronItems: parseCronItems(ROUNDS),
    taskList: workerTasks(JOB_HANDLERS, now),
  });
  const say = () => beat(now()).catch((err) => log.warn({ err }, "the heartbeat was not written"));
  await say();
  // An engine that is new here, or was away, is brought in step at once.
  await runner.addJob("search.reconcile", {}, { jobKey: "search.reconcile" });
  const heart = setInterval(say, 10_000);
  log.info("the worker is ready");
  const stop = async (signal: string) => {
    log.info({ signal }, "the worker finishes its jobs and stops");
    clearInterval(heart);
    await runner.stop().catch((err) => log.debug({ err }, "it was stopping already"));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  await runner.promise;
  clearInterval(heart);
  await closeDatabase();
}

try {
  await start();
} catch (error) {
  log.fatal({ err: error }, "the worker could not run");
  process.exitCode = 1;
}
