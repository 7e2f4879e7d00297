import type { TaskHandlers } from "#lib/jobs/tasks.ts";
import { now as clock } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";
import { recorded } from "./run.ts";
import { rebuildIndexes, reconcile, syncReports } from "./sync.ts";

/** What the worker does for search; a throw (an engine that is away, a task that failed) has it tried again later. */
export const SEARCH_HANDLERS = {
  "search.sync": ({ reportId }, now) => syncReports([reportId], now),
  "search.reconcile": async ({ runId }, now) => {
    const run = await recorded("reconcile", runId, clock, async () => ({
      repaired: await reconcile(now),
    }));
    if (run === null) return log.info("the search indexes are being compared already");
    const { repaired } = run;
    if (Object.values(repaired).some((count) => count > 0))
      log.warn({ repaired }, "search drifted");
  },
  "search.rebuild": async ({ runId }, now) => {
    const run = await recorded("rebuild", runId, clock, async (onProgress) => ({
      documents: await rebuildIndexes(now, onProgress),
    }));
    if (run !== null) return log.info(run, "the search index was rebuilt");
    // What was published meanwhile may be missing there: a rebuild that nobody asked for by hand comes after it.
    if (runId === undefined) throw new Error("another rebuild of the search index is under way");
  },
} satisfies TaskHandlers;
