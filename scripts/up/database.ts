import { join } from "node:path";
import pg from "pg";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { type Cluster, startCluster } from "#lib/platform/embedded/cluster.ts";
import { freePort } from "#lib/platform/embedded/port.ts";
import { MigrationError, migrate } from "#prisma/migrate.ts";
import { step } from "#scripts/steps.mjs";
import { FACTS, unfitness } from "./fitness.ts";
import { DATA, type Options } from "./options.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervise.ts";

const NAME = "gongkai";

/** A database to run on; `cluster` where it is our own. */
export interface Database {
  url: string;
  cluster?: Cluster;
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** Checks a database that was given by its address; refuses with the server's reason, never with the password. */
export async function reachDatabase(url: string): Promise<Database> {
  const { hostname, port, pathname } = new URL(url);
  try {
    const { rows } = await query(url, FACTS);
    const reason = unfitness(rows[0]);
    if (reason !== undefined) throw new StartRefusal(reason);
    return { url };
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const reasons = error instanceof AggregateError ? error.errors : [error];
    const reason = reasons[0] instanceof Error ? reasons[0].message : String(reasons[0]);
    throw new StartRefusal(
      `The database ${pathname.slice(1)} at ${hostname}:${port || 5432} cannot be reached: ${reason}.`,
    );
  }
}

/** Starts the embedded PostgreSQL of this folder; its data is kept between runs. */
export async function startEmbedded(password: string): Promise<Database & { cluster: Cluster }> {
  const cluster = await startCluster({
    folder: join(DATA, "postgres"),
    logFile: join(DATA, "logs/postgres.log"),
    port: await freePort(),
    password,
    settings: { max_connections: "200", shared_buffers: "256MB" },
  });
  const found = await query(
    cluster.url("postgres"),
    "SELECT 1 FROM pg_database WHERE datname = $1",
    [NAME],
  );
  if (found.rowCount === 0) await query(cluster.url("postgres"), `CREATE DATABASE "${NAME}"`);
  return { url: cluster.url(NAME), cluster };
}

/** Brings up the database that was asked for and its newest schema. */
export async function prepareDatabase(
  options: Options,
  secrets: Secrets,
  supervisor: Supervisor,
): Promise<Database> {
  const given = options.DATABASE_URL;
  const database =
    given === undefined
      ? await step("Database (embedded PostgreSQL)", () => startEmbedded(secrets.database))
      : await step<Database>("Database (DATABASE_URL)", () => reachDatabase(given));
  const { cluster } = database;
  if (cluster) {
    supervisor.keep({ name: "database", start: () => cluster.relaunch() }, cluster.program);
  }
  await step("Migrations", async (report) => {
    const { length } = await migrate(database.url).catch((error) => {
      throw error instanceof MigrationError
        ? new StartRefusal(error.message, { cause: error })
        : error;
    });
    report(length === 0 ? "nothing new" : `${length} applied`);
  });
  return database;
}
