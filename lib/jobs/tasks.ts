import { z } from "zod";

/** The closed list of background tasks, each with the shape of its payload; ids only, the worker reloads the row. */
export const TASKS = {
  /** Upserts or removes one report in the search index. */
  "search.sync": z.strictObject({ reportId: z.uuid() }),
  /** Compares the search indexes with the database and repairs what differs; the clock starts it. */
  "search.reconcile": z.object({ runId: z.uuid().optional() }),
  /** Fills a new index with every public report and swaps it in. */
  "search.rebuild": z.strictObject({ runId: z.uuid().optional() }),
  /** Publishes a scheduled draft if it still stands as it was scheduled. */
  "report.publish": z.strictObject({
    reportId: z.uuid(),
    snapshotId: z.uuid(),
    /** The moment it was scheduled for: another one on the row means that it was scheduled anew. */
    at: z.iso.datetime(),
  }),
  /** Writes the daily checkpoint over the audit trail; what graphile-worker adds to a scheduled payload is left out. */
  "audit.seal": z.object({}),
  /** Takes away the bytes of uploads that came to nothing; the clock starts it. */
  "files.sweep": z.object({}),
} as const;

export type TaskName = keyof typeof TASKS;

/** What a task is given. */
export type TaskPayload<Name extends TaskName> = z.infer<(typeof TASKS)[Name]>;

/** Does one task; a throw makes the worker try again later. */
export type TaskHandler<Name extends TaskName> = (
  payload: TaskPayload<Name>,
  now: Date,
) => Promise<void>;

/** A handler for some or all tasks; each area exports its own and the worker joins them. */
export type TaskHandlers = { [Name in TaskName]?: TaskHandler<Name> };

/** The handlers in the form graphile-worker runs: payloads are parsed, the clock is read at the door. */
export function workerTasks(
  handlers: Required<TaskHandlers>,
  clock: () => Date,
): Record<string, (payload: unknown) => Promise<void>> {
  const names = Object.keys(handlers) as TaskName[];
  return Object.fromEntries(names.map((name) => [name, runner(name, handlers[name], clock)]));
}

function runner<Name extends TaskName>(
  name: Name,
  handle: TaskHandler<Name>,
  clock: () => Date,
): (payload: unknown) => Promise<void> {
  return async (payload) => handle(TASKS[name].parse(payload) as TaskPayload<Name>, clock());
}
