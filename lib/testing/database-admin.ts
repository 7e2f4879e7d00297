import { randomBytes } from "node:crypto";
import pg from "pg";

/** The same server, another database. */
export function databaseAt(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Makes a database, as a copy of `template` where one is named; answers its address. */
export async function createDatabase(adminUrl: string, template?: string): Promise<string> {
  const name = `gongkai_test_${randomBytes(6).toString("hex")}`;
  const copy = template === undefined ? "" : ` TEMPLATE "${template}"`;
  await run(adminUrl, `CREATE DATABASE "${name}"${copy}`);
  return databaseAt(adminUrl, name);
}

/** Drops a database and whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await run(adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
