import { afterAll, beforeAll, inject } from "vitest";
import type { PrismaClient } from "#generated/prisma/client.ts";
import { closeDatabase, db, useDatabase } from "#lib/platform/db.ts";
import { createDatabase, dropDatabase } from "./database-admin.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseAdminUrl: string;
    databaseTemplate: string;
  }
}

/** The database of one test file. */
export interface TestDatabase {
  /** Its address, from the first hook on. */
  url(): string;
  client(): PrismaClient;
}

/**
 * Call once at the top of a `*.db.test.ts`: before its tests a fresh, migrated database is made for
 * this file alone, `db()` and `transaction()` speak to it, and it is dropped afterwards.
 */
export function testDatabase(): TestDatabase {
  const adminUrl = inject("databaseAdminUrl");
  let url = "";
  beforeAll(async () => {
    url = await createDatabase(adminUrl, inject("databaseTemplate"));
    await useDatabase(url);
  });
  afterAll(async () => {
    await closeDatabase();
    await dropDatabase(adminUrl, url);
  });
  return { url: () => url, client: db };
}
