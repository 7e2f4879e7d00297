import { transaction } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";
import { seal } from "./checkpoint.ts";

/** What the worker does for the trail. The log line carries the checkpoint's hash out of the database. */
export const AUDIT_HANDLERS = {
  "audit.seal": async (_payload: object, now: Date): Promise<void> => {
    log.info(await transaction((tx) => seal(tx, now)), "the audit trail was sealed");
  },
};
