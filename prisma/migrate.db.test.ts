import { expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { migrate } from "./migrate.ts";
import { migrationsList } from "./migrations-list.ts";

const database = testDatabase();

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
