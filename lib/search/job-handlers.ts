import type { TaskHandlers } from "#lib/jobs/tasks.ts";
import { log } from "#lib/platform/log.ts";
import { rebuildIndexes, reconcile, syncReports } from "./sync.ts";

/** What the worker does for search; a throw (an engine that is away, a task that failed) has it tried again later. */
export const SEARCH_HANDLERS = {
  "search.sync": ({ reportId }, now) => syncReports([reportId], now),
  "search.reconcile": async (_, now) => {
    const repaired = await reconcile(now);
    if (Object.values(repaired).some((count) => count > 0))
      log.warn({ repaired }, "search drifted");
  },
  "search.rebuild": async (_, now) => {
    log.info({ documents: await rebuildIndexes(now) }, "the search index was rebuilt");
  },
} satisfies TaskHandlers;
