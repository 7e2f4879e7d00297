import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { TOKENS_VERSION } from "#lib/chinese/tokens.ts";
import { db } from "#lib/platform/db.ts";
import { republish, withdraw } from "#lib/reports/commands-publication.ts";
import { archiveCopy } from "#lib/testing/archive-copy.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type ReportWorld, reportWorld } from "#lib/testing/report-world.ts";
import { SEARCH_HANDLERS } from "./job-handlers.ts";
import { publicHashes } from "./queries.ts";
import { searchReports } from "./search.ts";
import { drift, rebuildIndexes, reconcile, syncReports } from "./sync.ts";

const { postgres, moody } = await vi.hoisted(async () => {
  const { postgresEngine } = await import("./engines/postgres.ts");
  const { moodyEngine } = await import("./testing/moody-engine.ts");
  return { postgres: postgresEngine(), moody: moodyEngine() };
});
vi.mock("./engines.ts", () => ({
  engines: () => ({ postgres, meilisearch: null }),
  allEngines: () => [postgres, moody],
}));

const NOW = new Date("2026-05-01T00:00:00Z");
testDatabase();
let world: ReportWorld;
const ids: string[] = [];

beforeAll(async () => {
  world = await reportWorld();
  for (const agencyId of [world.reviewed, world.unreviewed, world.elsewhere])
    for (const year of [2021, 2022, 2023])
      ids.push(await archiveCopy(world, { agencyId, year }, NOW));
});
beforeEach(async () => {
  moody.mood = "well";
  moody.meanwhile = async () => undefined;
  for (const { id } of await db().report.findMany({ where: { publication: "withdrawn" } }))
    await back(id);
  await reconcile(NOW);
});

/** What each index has otherwise than the database, ids by name. */
async function driftOfBoth() {
  const wanted = await publicHashes(TOKENS_VERSION, NOW);
  return { postgres: drift(wanted, await postgres.hashes()), moody: drift(wanted, moody.holds()) };
}
const NONE = { postgres: [], moody: [] };
const visible = async () => (await searchReports({ size: "40" }, NOW)).total;
const sync = (reportId: string) => SEARCH_HANDLERS["search.sync"]({ reportId }, NOW);
const take = async (reportId: string) => {
  const done = await withdraw(world.admin, { reportId, reason: "内容有误，撤回更正。" }, NOW);
  if (!done.ok) throw new Error(done.refusal.code);
};
const back = async (reportId: string) => {
  const done = await republish(world.admin, { reportId }, NOW);
  if (!done.ok) throw new Error(done.refusal.code);
};
const first = () => ids[0] ?? "";

describe("an engine that is away for a while", () => {
  it("fails the job, so that it is tried again, and keeps nothing from the other engine", async () => {
    moody.mood = "away";
    await take(first());
    await expect(sync(first())).rejects.toThrow("ECONNREFUSED");
    expect(await driftOfBoth()).toEqual({ postgres: [], moody: [first()] });
    expect(await visible()).toBe(ids.length - 1);
    moody.mood = "well";
    await sync(first());
    expect(await driftOfBoth()).toEqual(NONE);
  });
  it("is brought in step by the next comparison, jobs or none", async () => {
    moody.mood = "away";
    await take(first());
    await expect(reconcile(NOW)).rejects.toThrow("ECONNREFUSED");
    expect(await driftOfBoth()).toEqual({ postgres: [], moody: [first()] });
    expect(await visible()).toBe(ids.length - 1);
    moody.mood = "well";
    expect(await reconcile(NOW)).toEqual({ postgres: 0, meilisearch: 1 });
    await back(first());
    expect(await reconcile(NOW)).toEqual({ postgres: 1, meilisearch: 1 });
    expect(await driftOfBoth()).toEqual(NONE);
  });
  it("leaves the old index in use where it goes away during a rebuild", async () => {
    moody.meanwhile = async () => {
      moody.mood = "away";
    };
    await expect(rebuildIndexes(NOW)).rejects.toThrow("ECONNREFUSED");
    expect(await visible()).toBe(ids.length);
    moody.mood = "well";
    moody.meanwhile = async () => undefined;
    expect(await driftOfBoth()).toEqual(NONE);
    expect(await rebuildIndexes(NOW)).toBe(ids.length);
    expect(await driftOfBoth()).toEqual(NONE);
  });
});

describe("a task that was accepted and failed", () => {
  it("is no success: the job fails, and the next try mends it", async () => {
    moody.mood = "failing";
    await take(first());
    await expect(sync(first())).rejects.toThrow("failed: internal");
    expect((await driftOfBoth()).moody).toEqual([first()]);
    expect((await searchReports({ size: "40" }, NOW)).hits).toHaveLength(ids.length - 1);
    moody.mood = "well";
    await sync(first());
    expect(await driftOfBoth()).toEqual(NONE);
    await back(first());
    await sync(first());
    expect(await driftOfBoth()).toEqual(NONE);
  });
});

interface Step {
  report: number;
  act: "turn" | "sync" | "sync twice" | "later";
  isAway: boolean;
}

/** Does one thing to a report and looks what the public sees; ids to be delivered later are put aside. */
async function live({ report, act, isAway }: Step, late: string[], gone: Set<string>) {
  const id = ids[report] ?? "";
  moody.mood = isAway ? "away" : "well";
  if (act === "turn") {
    await (gone.has(id) ? back(id) : take(id));
    if (!gone.delete(id)) gone.add(id);
  }
  if (act === "turn" || act === "later") late.push(id);
  else await Promise.allSettled(act === "sync" ? [sync(id)] : [sync(id), sync(id)]);
  const { hits } = await searchReports({ size: "40" }, NOW);
  expect(hits.filter(({ document }) => gone.has(document.id))).toEqual([]);
}

describe("deliveries twice, late and out of order", () => {
  it("end with what the database says, whatever happens between the writes", async () => {
    const step = fc.record<Step>({
      report: fc.nat(8),
      act: fc.constantFrom("turn", "sync", "sync twice", "later"),
      isAway: fc.boolean(),
    });
    const steps = fc.array(step, { minLength: 3, maxLength: 10 });
    const gone = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const late: string[] = [];
        for (const each of all) await live(each, late, gone);
        moody.mood = "well";
        // What failed while the engine was away is tried again, in whatever order, and more than once.
        const failed = all.flatMap(({ report, isAway }) => (isAway ? [ids[report] ?? ""] : []));
        await Promise.all([...failed, ...late.toReversed(), ...late].map(sync));
        expect(await driftOfBoth()).toEqual(NONE);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});

describe("a rebuild while changes arrive", () => {
  it("ends whole in both engines: what changed is in the new index", async () => {
    let at = 0;
    moody.meanwhile = async () => {
      const id = ids[at++ % 3];
      if (!id || at > 12) return;
      await take(id);
      const { hits } = await searchReports({ size: "40" }, NOW);
      expect(hits.length).toBeGreaterThanOrEqual(ids.length - 3);
      expect(hits.map(({ document }) => document.id)).not.toContain(id);
      await syncReports([id], NOW, [postgres]);
      await back(id);
    };
    await rebuildIndexes(NOW);
    moody.meanwhile = async () => undefined;
    expect(at).toBeGreaterThan(1);
    // Each change has a job of its own, which comes when it comes.
    await Promise.all(ids.slice(0, 3).map(sync));
    expect(await driftOfBoth()).toEqual(NONE);
    expect(await visible()).toBe(ids.length);
  });
});
