import { AUDIT_HANDLERS } from "#lib/audit/job-handlers.ts";
import { FILE_HANDLERS } from "#lib/files/job-handlers.ts";
import { REPORT_HANDLERS } from "#lib/reports/job-handlers.ts";
import { SEARCH_HANDLERS } from "#lib/search/job-handlers.ts";
import type { TaskHandlers } from "./tasks.ts";

/** Every handler of the worker, joined from the areas: the one file of this folder that looks upwards. */
export const JOB_HANDLERS: Required<TaskHandlers> = {
  ...AUDIT_HANDLERS,
  ...FILE_HANDLERS,
  ...REPORT_HANDLERS,
  ...SEARCH_HANDLERS,
};
