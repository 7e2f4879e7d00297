import { systemActor } from "#lib/identity/actor.ts";
import type { TaskHandlers } from "#lib/jobs/tasks.ts";
import { log } from "#lib/platform/log.ts";
import { publishScheduled } from "./commands-publication.ts";

const worker = systemActor("worker");

/** What the worker does for reports; a schedule that was overtaken by a decision is left alone. */
export const REPORT_HANDLERS = {
  "report.publish": async (payload, now) => {
    const result = await publishScheduled(worker, payload, now);
    if (!result.ok) log.info({ ...payload, code: result.refusal.code }, "a schedule was overtaken");
  },
} satisfies TaskHandlers;
