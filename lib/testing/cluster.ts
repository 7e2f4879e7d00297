import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, startCluster } from "#lib/platform/embedded/cluster.ts";
import { freePort } from "#lib/platform/embedded/port.ts";
import { clearStale, isAlive } from "#lib/platform/embedded/stale.ts";

/** A throw-away PostgreSQL for tests: nothing of it is kept. */
export interface TestCluster {
  /** Its maintenance database, from which others are made. */
  adminUrl: string;
  stop(): Promise<void>;
}

const PREFIX = "gongkai-test-";

/** What a killed test run left: its server is stopped and its folder removed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    await clearStale(join(tmpdir(), name, "data"));
    rmSync(join(tmpdir(), name, ""), { recursive: true, force: true });
  }
}

async function start(folder: string, password: string): Promise<Cluster> {
  return startCluster({
    folder: join(folder, "data"),
    logFile: join(folder, "postgres.log"),
    port: await freePort(),
    password,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
}

/** A PostgreSQL for tests: TEST_DATABASE_URL where it is set, else an embedded one in a temporary folder. */
export async function testCluster(given = process.env.TEST_DATABASE_URL): Promise<TestCluster> {
  if (given) return { adminUrl: given, stop: async () => undefined };
  await sweep();
  const password = randomBytes(12).toString("hex");
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${password.slice(0, 6)}`);
  mkdirSync(folder, { mode: 0o755 });
  const cluster = await start(folder, password);
  return {
    adminUrl: cluster.url("postgres"),
    async stop() {
      await cluster.program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
