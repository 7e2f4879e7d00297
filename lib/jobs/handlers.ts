import { REPORT_HANDLERS } from "#lib/reports/job-handlers.ts";
import type { TaskHandlers } from "./tasks.ts";

/** Every handler of the worker, joined from the areas: the one file of this folder that looks upwards. */
export const JOB_HANDLERS: TaskHandlers = { ...REPORT_HANDLERS };
