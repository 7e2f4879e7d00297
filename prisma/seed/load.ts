import { record } from "#lib/audit/record.ts";
import { auditActor } from "#lib/identity/actor.ts";
import { addUser } from "#lib/identity/users.commands.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { db, transaction } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";
import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { EngineFailure } from "#lib/search/engine.ts";
import { rebuildIndexes } from "#lib/search/sync.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";
import { type DemoState, demoState, firstState, noteState } from "./demo-state.ts";
import { fillDesks } from "./desk.ts";
import { DEMO_ACTOR, must } from "./histories.ts";
import { loadRegions } from "./load-regions.ts";
import { BASE_FAMILIES, loadRealReports, loadReports, reliveHistories } from "./load-reports.ts";
import { placeFamilies } from "./place-agencies.ts";
import { families } from "./world.ts";

/** The stages of loading, in their order. */
export type DemoStage =
  | "regions"
  | "agencies"
  | "reports"
  | "histories"
  | "accounts"
  | "desks"
  | "index";

/** How far a stage has come; `total` is null where nobody knows beforehand. */
export interface DemoProgress {
  stage: DemoStage;
  done: number;
  total: number | null;
}

export interface DemoOptions {
  /** Whether the configuration says that this database is for demonstration (GONGKAI_DEMO). */
  isDemo: boolean;
  now: Date;
  /** How many invented reports; left out, all of the small world. */
  reports?: number;
  seed?: string;
  onProgress?: (progress: DemoProgress) => void;
}

/** What the demonstration holds; `changed` is false where nothing was left to do. */
export interface DemoSummary {
  changed: boolean;
  agencies: number;
  reports: number;
}

export type DemoRefusal = Refusal<"demo.not-demo" | "demo.in-use">;

const SEED = "演示省";

/**
 * Loads the demonstration: the five real reports, the invented province, accounts and drafts. Safe to run again: what is
 * there is left alone, what a crash left undone is finished. Refuses a database that is not meant for it.
 */
export async function loadDemo(options: DemoOptions): Promise<Result<DemoSummary, DemoRefusal>> {
  const { isDemo, now, reports: limit = null, seed = SEED } = options;
  const known = await demoState();
  if (!known && !isDemo) return refused("demo.not-demo");
  if (!known && (await isInUse())) return refused("demo.in-use");
  if (known && isComplete(known, limit)) return done({ changed: false, ...(await count()) });
  const progress = options.onProgress ?? (() => undefined);
  const report = (stage: DemoStage, amount = 0, total: number | null = null) =>
    progress({ stage, done: amount, total });

  report("regions");
  await loadRegions(db(), now);
  report("agencies");
  const begun = { ...(known ?? firstState(seed)), loaded: null };
  await transaction(async (tx) => {
    await placeFamilies(tx, [...families()], now);
    await noteState(tx, begun, now);
  });
  await loadRealReports(now);
  const onReports = (amount: number) => report("reports", amount, limit);
  const stored = await loadReports({ state: begun, now, onReports }, limit);
  const onRelived = (amount: number) => report("histories", amount);
  const relived = await reliveHistories(
    { state: stored.state, now, onReports: onRelived },
    stored.loaded,
  );
  report("accounts", 0, DEMO_ACCOUNTS.length);
  await makeAccounts(now);
  report("desks");
  const desks = await fillDesks(relived.seed, relived.desks, now);
  await index(now, (amount, total) => report("index", amount, total));
  const counts = await count();
  await finish({ ...relived, desks, loaded: stored.loaded }, counts, now);
  return done({ changed: true, ...counts });
}

function isComplete({ loaded, families: whole }: DemoState, limit: number | null): boolean {
  if (loaded === null) return false;
  return limit === null ? whole >= BASE_FAMILIES : loaded >= limit;
}

/** A database with people or reports in it that no demonstration made. */
async function isInUse(): Promise<boolean> {
  const [users, reports] = await Promise.all([db().user.count(), db().report.count()]);
  return users + reports > 0;
}

async function count(): Promise<{ agencies: number; reports: number }> {
  const [agencies, reports] = await Promise.all([db().agency.count(), db().report.count()]);
  return { agencies, reports };
}

async function makeAccounts(now: Date): Promise<void> {
  for (const [index, { login, name, password, grant }] of DEMO_ACCOUNTS.entries()) {
    // A millisecond apart, so that they are listed in their order.
    const at = new Date(now.getTime() + index);
    const made = await addUser({ login, name, password, grant, demo: true }, DEMO_ACTOR, at);
    if (!made.ok && made.refusal.code === "identity.login-taken") continue;
    must(made);
  }
}

/** An engine that is away gets its index from the worker, as soon as it is back. */
async function index(now: Date, onProgress: (done: number, total: number) => void): Promise<void> {
  try {
    await rebuildIndexes(now, onProgress);
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    log.warn({ err: error }, "the search index is left to the worker");
    await transaction((tx) => enqueue(tx, "search.rebuild", {}, { key: "search.rebuild" }));
  }
}

async function finish(
  state: DemoState,
  counts: { agencies: number; reports: number },
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    await noteState(tx, state, now);
    await record(tx, {
      kind: "demo.loaded",
      actor: auditActor(DEMO_ACTOR),
      agencyId: null,
      targetType: "database",
      targetId: "demo",
      data: { ...counts, seed: state.seed },
      at: now,
    });
  });
}
