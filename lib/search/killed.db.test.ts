import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TOKENS_VERSION } from "#lib/chinese/tokens.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { publishArchiveBatch } from "#lib/reports/commands-archive.ts";
import { withdraw } from "#lib/reports/commands-publication.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld, soundContent } from "#lib/testing/report-world.ts";
import { allEngines } from "./engines.ts";
import { publicHashes } from "./queries.ts";
import { searchReports } from "./search.ts";
import { drift } from "./sync.ts";

const NOW = new Date("2026-05-01T00:00:00Z");
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COUNT = 160;
const database = testDatabase();
const workers: ChildProcess[] = [];
let world: ReportWorld;

beforeAll(async () => {
  world = await reportWorld();
  const { regionCode } = await db().agency.findUniqueOrThrow({ where: { id: world.reviewed } });
  const offices = Array.from({ length: COUNT / 4 }, (_, index) => ({
    id: `office-${index}`,
    name: `丙县第${index}办公室`,
    aliases: [],
    kind: "office" as const,
    level: "county" as const,
    regionCode,
    ownReview: false,
  }));
  await db().agency.createMany({ data: offices });
});
afterAll(() => {
  for (const worker of workers) worker.kill("SIGKILL");
});

/** A worker as it runs in earnest. */
function startWorker(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database.url(), LOG_LEVEL: "silent" };
  const node = join(ROOT, "node_modules/.bin/node");
  const worker = spawn(node, ["scripts/worker.ts"], { cwd: ROOT, env, stdio: "ignore" });
  workers.push(worker);
  return worker;
}

async function publishAll(): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, index) => ({
    agencyId: `office-${index >> 2}`,
    year: 2021 + (index % 4),
    scope: "organ" as const,
    content: soundContent(2021 + (index % 4)),
    sourceUrl: null,
    sourceName: "测试",
    summarised: false,
    synthetic: true,
    publishedAt: NOW,
  }));
  await transaction((tx) =>
    publishArchiveBatch(tx, rows, { actor: world.admin, now: NOW, search: "each" }),
  );
}

const held = async () =>
  Promise.all(allEngines().map(async (engine) => (await engine.hashes()).size));
const drifts = async () => {
  const wanted = await publicHashes(TOKENS_VERSION, new Date());
  return Promise.all(allEngines().map(async (each) => drift(wanted, await each.hashes()).length));
};

async function until(holds: () => Promise<boolean>, seconds: number): Promise<void> {
  const limit = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`not within ${seconds} s: ${await drifts()}`);
    await sleep(50);
  }
}

it("a worker killed in the middle of its jobs: the next one brings every index in step, and no search fails meanwhile", async () => {
  for (const engine of allEngines()) await engine.prepare();
  const gone = new Set<string>();
  let isOver = false;
  let searches = 0;
  let most = 0;
  const reader = (async () => {
    while (!isOver) {
      const { hits, total } = await searchReports({ q: "办公室", size: "40" }, new Date());
      for (const { document } of hits) expect(gone.has(document.id)).toBe(false);
      // What was found once is found again: at most what was withdrawn is missing.
      expect(total).toBeGreaterThanOrEqual(most - gone.size);
      most = Math.max(most, total);
      searches++;
      await sleep(20);
    }
  })();
  await publishAll();
  const first = startWorker();
  await until(async () => ((await held())[0] ?? 0) > COUNT / 10, 60);
  first.kill("SIGKILL");
  const [after = 0] = await held();
  expect(after).toBeLessThan(COUNT);
  const some = await db().report.findMany({ take: 3, orderBy: { id: "asc" } });
  for (const { id } of some) {
    const done = await withdraw(
      world.admin,
      { reportId: id, reason: "内容有误，撤回。" },
      new Date(),
    );
    expect(done.ok).toBe(true);
    gone.add(id);
  }
  startWorker();
  await until(async () => (await drifts()).every((count) => count === 0), 90);
  expect((await held())[0]).toBe(COUNT - gone.size);
  isOver = true;
  await reader;
  expect(searches).toBeGreaterThan(10);
}, 180_000);
