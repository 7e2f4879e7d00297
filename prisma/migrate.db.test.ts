import pg from "pg";
import { expect, inject, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { createDatabase, dropDatabase } from "#lib/testing/database-admin.ts";
import { migrate } from "./migrate.ts";
import { migrationsList } from "./migrations-list.ts";

const database = testDatabase();

/** Prisma's own table, as its documentation gives it. */
const TABLE = `CREATE TABLE _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

test("a second run applies nothing, and Prisma's own table lists every migration as finished", async () => {
  const names = migrationsList().migrationDirectories.map((directory) => directory.path);
  expect(await migrate(database.url())).toEqual([]);
  const rows = await database.client().$queryRaw<{ name: string; finished: boolean }[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations ORDER BY migration_name`;
  expect(rows).toEqual(names.map((name) => ({ name, finished: true })));
});

test("the job queue's schema is there", async () => {
  const rows = await database.client().$queryRaw<{ found: boolean }[]>`
    SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS found`;
  expect(rows).toEqual([{ found: true }]);
});

test("a migration that was cut short runs again", async () => {
  const names = migrationsList().migrationDirectories.map((directory) => directory.path);
  const url = await createDatabase(inject("databaseAdminUrl"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const like = new pg.Client({ connectionString: database.url() });
  await like.connect();
  const { rows } = await like.query(
    "SELECT * FROM _prisma_migrations ORDER BY migration_name LIMIT 1",
  );
  await like.end();
  await client.query(TABLE);
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)",
    [rows[0].id, rows[0].checksum, rows[0].migration_name],
  );
  await client.end();
  expect(await migrate(url)).toEqual(names);
  await dropDatabase(inject("databaseAdminUrl"), url);
});

test("a database that cannot be written, or is not there, is said in one line", async () => {
  const admin = inject("databaseAdminUrl");
  const url = await createDatabase(admin);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  await client.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  await client.end();
  await expect(migrate(url)).rejects.toThrow(
    /^The database could not be migrated: cannot execute CREATE TABLE in a read-only transaction$/,
  );
  await dropDatabase(admin, url);
  await expect(migrate(url)).rejects.toThrow(
    new RegExp(`^The database could not be migrated: database "${name}" does not exist$`),
  );
});
