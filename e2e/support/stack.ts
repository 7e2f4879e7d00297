import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase, useDatabase as connect } from "#lib/platform/db.ts";
import { freePort } from "#lib/platform/embedded/port.ts";
import { testCluster } from "#lib/testing/cluster.ts";
import { createDatabase } from "#lib/testing/database-admin.ts";
import { migrate } from "#prisma/migrate.ts";
import { loadDemo } from "#prisma/seed/load.ts";
import { ended, start, startWeb, untilReady } from "./process.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Starts the whole portal for the tests: a database of its own with the demonstration in it, web server, worker. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(join(ROOT, ".next/BUILD_ID")))
    throw new Error("there is no build to test: run npm run build, or npm test, first");
  const cluster = await testCluster();
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(ended));
    await closeDatabase();
    await cluster.stop();
  };
  try {
    const url = await createDatabase(cluster.adminUrl);
    await migrate(url);
    const port = await freePort();
    const site = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      DATABASE_URL: url,
      AUTH_SECRET: randomBytes(32).toString("hex"),
      NEXTAUTH_URL: site,
      SITE_URL: site,
      HOST: "127.0.0.1",
      PORT: String(port),
      GONGKAI_DEMO: "1",
      MEILI_URL: "",
    };
    Object.assign(process.env, { ...env, E2E_SITE: site });
    await connect(url);
    const loaded = await loadDemo({ isDemo: true, now: new Date() });
    if (!loaded.ok) throw new Error(`the demo data was refused: ${loaded.refusal.code}`);
    children.push(startWeb("web", port, env));
    children.push(start("worker", [join(ROOT, "scripts/worker.ts")], env));
    await untilReady(`${site}/api/ready`);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
