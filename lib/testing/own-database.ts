import { closeDatabase, useDatabase as speakTo } from "#lib/platform/db.ts";
import { migrate } from "#prisma/migrate.ts";
import { testCluster } from "./cluster.ts";
import { createDatabase, dropDatabase } from "./database-admin.ts";

/** Runs something on a fresh, migrated database of its own, which is gone afterwards, however it ends. */
export async function withOwnDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const cluster = await testCluster();
  try {
    const url = await createDatabase(cluster.adminUrl);
    try {
      await migrate(url);
      await speakTo(url);
      return await run(url);
    } finally {
      await closeDatabase();
      await dropDatabase(cluster.adminUrl, url);
    }
  } finally {
    await cluster.stop();
  }
}
