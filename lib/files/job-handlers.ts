import type { TaskHandlers } from "#lib/jobs/tasks.ts";
import { log } from "#lib/platform/log.ts";
import { sweepFiles } from "./commands.ts";

/** What the worker does for kept files. */
export const FILE_HANDLERS = {
  "files.sweep": async (_payload, now) => {
    const removed = await sweepFiles(now);
    if (removed > 0) log.info({ removed }, "files nobody refers to were swept away");
  },
} satisfies TaskHandlers;
