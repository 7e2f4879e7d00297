import { readdir } from "node:fs/promises";
import { log } from "#lib/platform/log.ts";
import { finishedMigrations, lastHeartbeat } from "./queries.ts";
import { judge, type Readiness } from "./readiness.ts";

/** The migrations this release needs, by the names of their folders. */
async function wantedMigrations(): Promise<string[]> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Asks the database whether it is up, new enough, and tended by a worker. */
export async function readiness(now: Date): Promise<Readiness> {
  const wanted = await wantedMigrations();
  try {
    const [finished, heartbeat] = await Promise.all([finishedMigrations(), lastHeartbeat()]);
    return judge({ finished, wanted, heartbeat }, now);
  } catch (error) {
    log.warn({ err: error }, "the database did not answer the question for readiness");
    return judge({ finished: null, wanted, heartbeat: null }, now);
  }
}
