/** Run by migrate.ts in its own process, because the engine is a WebAssembly module: applies what is missing. */
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { engineOn, filters } from "./engine.ts";
import { migrationsList } from "./migrations-list.ts";

const url = process.env.DATABASE_URL;
if (url === undefined) throw new Error("DATABASE_URL is not set");

// Several machines may start at once: one applies, the others wait and find nothing to do.
const lock = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
await lock.connect();
await lock.query("SELECT pg_advisory_lock(hashtext('gongkai.migrate'))");

const engine = await engineOn(url);
const input = { migrationsList: migrationsList(), filters };
// A script is one implicit transaction, so one that failed or was cut short left nothing: it may run again.
const before = await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
for (const migrationName of before.failedMigrationNames) {
  await engine.markMigrationRolledBack({ migrationName });
}
const { appliedMigrationNames } = await engine.applyMigrations(input);
engine.free();
await runMigrations({ connectionString: url });
process.stdout.write(`${JSON.stringify(appliedMigrationNames)}\n`);
process.exit(0);
