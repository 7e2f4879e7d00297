import { db } from "#lib/platform/db.ts";

const HEARTBEAT = "worker.heartbeat";

/** When a worker last said that it runs; null where none ever did. */
export async function lastHeartbeat(): Promise<Date | null> {
  const row = await db().setting.findUnique({ where: { key: HEARTBEAT } });
  return row?.updatedAt ?? null;
}

/** The migrations that this database has finished. */
export async function finishedMigrations(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return rows.map((row) => row.name);
}
