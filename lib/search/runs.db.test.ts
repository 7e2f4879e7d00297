import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld } from "#lib/testing/report-world.ts";
import { askRun } from "#lib/upkeep/runs.commands.ts";
import { SEARCH_HANDLERS } from "./job-handlers.ts";
import { recorded } from "./run.ts";
import { beginRun, endRun } from "./runs.commands.ts";
import { indexStatus } from "./status.queries.ts";

const NOW = new Date("2026-05-01T00:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
testDatabase();
let world: ReportWorld;
beforeAll(async () => {
  world = await reportWorld();
});
beforeEach(async () => {
  await db().searchRun.deleteMany();
  await db()
    .$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE key IS NOT NULL`;
});

const jobs = () => db().$queryRaw<{ task: string; key: string }[]>`
  SELECT task_identifier AS task, key FROM graphile_worker.jobs WHERE task_identifier LIKE 'search.re%'`;
const asked = async (kind: "reconcile" | "rebuild", at = NOW) => {
  const result = await askRun(world.admin, kind, at);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.runId;
};
const stateOf = async (id: string) =>
  (await db().searchRun.findUniqueOrThrow({ where: { id } })).state;

describe("asking for a run", () => {
  it("leaves a run, a job and an event, together", async () => {
    const runId = await asked("rebuild");
    expect(await jobs()).toEqual([{ task: "search.rebuild", key: "search.rebuild:asked" }]);
    const event = await db().auditEvent.findFirst({ where: { targetId: runId } });
    expect(event).toMatchObject({
      kind: "search.run-asked",
      chain: "system",
      data: { run: "rebuild" },
    });
  });
  it.each(["editor", "reviewer", "moderator"] as const)("is not for the %s", async (role) => {
    const result = await askRun(world[role], "rebuild", NOW);
    expect(result).toEqual({ ok: false, refusal: { code: "search.not-allowed" } });
    expect(await jobs()).toEqual([]);
  });
  it("is refused while one of the kind is under way, also where two ask at once", async () => {
    const both = await Promise.all([
      askRun(world.admin, "rebuild", NOW),
      askRun(world.admin, "rebuild", NOW),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await askRun(world.admin, "rebuild", later(30))).toMatchObject({
      refusal: { code: "search.run-open" },
    });
    expect((await askRun(world.admin, "reconcile", NOW)).ok).toBe(true);
  });
  it("is granted again once nothing has been heard of the last for a while", async () => {
    const lost = await asked("rebuild");
    await beginRun("rebuild", lost, NOW);
    const next = await asked("rebuild", later(61));
    expect(await stateOf(lost)).toBe("interrupted");
    expect(await beginRun("rebuild", lost, later(62))).toBeNull();
    expect(await beginRun("rebuild", next, later(62))).toBe(next);
  });
});

describe("a run", () => {
  it("keeps how far it is and how it ended", async () => {
    const runId = await asked("rebuild");
    await recorded(
      "rebuild",
      runId,
      () => later(5),
      async () => ({ documents: 7 }),
    );
    expect(await db().searchRun.findUnique({ where: { id: runId } })).toMatchObject({
      state: "done",
      done: 7,
      total: 7,
      finishedAt: later(5),
    });
  });
  it("that fails says why, and may be tried again", async () => {
    const runId = await asked("reconcile");
    const failing = recorded(
      "reconcile",
      runId,
      () => NOW,
      async () => {
        throw new Error("no engine");
      },
    );
    await expect(failing).rejects.toThrow("no engine");
    expect(await db().searchRun.findUnique({ where: { id: runId } })).toMatchObject({
      state: "failed",
      error: "no engine",
    });
    expect(await beginRun("reconcile", runId, later(1))).toBe(runId);
    expect(await stateOf(runId)).toBe("running");
  });
  it("of the clock makes its own record and gives way to one under way", async () => {
    const id = await beginRun("reconcile", undefined, NOW);
    expect(await beginRun("reconcile", undefined, later(1))).toBeNull();
    await endRun(id ?? "", { repaired: { postgres: 3 } }, later(2));
    await SEARCH_HANDLERS["search.reconcile"]({}, later(3));
    const { last } = await indexStatus(later(4));
    expect(last.reconcile).toMatchObject({
      state: "done",
      repaired: { postgres: 0 },
      askedBy: null,
    });
  });
  it("that an import wants is tried again while another is under way", async () => {
    await beginRun("rebuild", undefined, NOW);
    const now = new Date();
    await db().searchRun.updateMany({ data: { beatAt: now } });
    await expect(SEARCH_HANDLERS["search.rebuild"]({}, now)).rejects.toThrow("under way");
  });
});

describe("the status", () => {
  it("says what each engine holds, what waits and since when", async () => {
    await db()
      .$executeRaw`SELECT graphile_worker.add_job('search.sync', '{}', job_key := 'search.sync:x', run_at := ${later(-90)}::timestamptz)`;
    const status = await indexStatus(NOW);
    expect(status.engines).toEqual([{ name: "postgres", documents: 0, fault: null }]);
    expect(status).toMatchObject({ answering: "postgres", published: 0, silentSince: "ever" });
    expect(status.waiting).toEqual({ count: 1, since: later(-90) });
  });
  it("names the jobs that failed with their errors, and says which are given up", async () => {
    const reportId = "00000000-0000-4000-8000-000000000001";
    await db()
      .$executeRaw`SELECT graphile_worker.add_job('search.sync', '{}', job_key := ${`search.sync:${reportId}`})`;
    await db()
      .$executeRaw`UPDATE graphile_worker._private_jobs SET last_error = E'the task failed: bad id\nat x', attempts = 2`;
    const { failures } = await indexStatus(NOW);
    expect(failures).toMatchObject([
      { task: "search.sync", reportId, error: "the task failed: bad id", attempts: 2 },
    ]);
    expect(failures[0]?.nextAt).toBeInstanceOf(Date);
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    expect((await indexStatus(NOW)).failures[0]?.nextAt).toBeNull();
  });
  it("shows a run of which nothing is heard as interrupted", async () => {
    const runId = await asked("rebuild");
    await beginRun("rebuild", runId, NOW);
    expect((await indexStatus(later(59))).runs[0]?.state).toBe("running");
    expect((await indexStatus(later(61))).runs[0]?.state).toBe("interrupted");
  });
});
