import type { TestProject } from "vitest/node";
import { migrate } from "#prisma/migrate.ts";
import { type TestCluster, testCluster } from "./cluster.ts";
import { createDatabase, dropDatabase } from "./database-admin.ts";

async function migratedDatabase(cluster: TestCluster): Promise<string> {
  try {
    const url = await createDatabase(cluster.adminUrl);
    await migrate(url);
    return url;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** Vitest's global set-up of the project `db`: one server, one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await testCluster();
  const template = await migratedDatabase(cluster);
  project.provide("databaseAdminUrl", cluster.adminUrl);
  project.provide("databaseTemplate", new URL(template).pathname.slice(1));
  return async () => {
    await dropDatabase(cluster.adminUrl, template);
    await cluster.stop();
  };
}
