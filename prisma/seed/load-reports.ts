import { type Tx, transaction } from "#lib/platform/db.ts";
import { publishArchiveBatch } from "#lib/reports/commands-archive.ts";
import type { ArchiveRow } from "#lib/reports/commands-archive-rows.ts";
import { type DemoState, noteState } from "./demo-state.ts";
import { DEMO_ACTOR, hasHistory, momentOf, relive } from "./histories.ts";
import type { Family } from "./model.ts";
import { placeFamilies, placeRealAgencies } from "./place-agencies.ts";
import { REAL_REPORTS } from "./real/all.ts";
import { realContent } from "./real/real-report.ts";
import { type DemoReport, reportsOf } from "./report.ts";
import { ALL_CITIES, families } from "./world.ts";

/** Families of the small world; only they have histories, since those take a dozen transactions each. */
export const BASE_FAMILIES = [...families()].length;
/** Reports that go into the database in one transaction. */
const CHUNK = 200;
const SOURCE = "演示数据（虚构）";

export interface LoadStep {
  state: DemoState;
  now: Date;
  onReports: (loaded: number) => void;
}

/** The five real reports, where they are not there yet. */
export async function loadRealReports(now: Date): Promise<void> {
  await transaction(async (tx) => {
    await placeRealAgencies(tx, now);
    const rows = REAL_REPORTS.map((report): ArchiveRow => {
      const content = realContent(report);
      const date = content.publishedOn ?? content.signedOn;
      return {
        agencyId: report.agency.id,
        year: report.year,
        scope: report.agency.usualScope,
        content,
        sourceUrl: report.sourceUrl,
        sourceName: report.sourceName,
        summarised: true,
        synthetic: false,
        publishedAt: date ? momentOf(date) : now,
      };
    });
    await publishNew(tx, rows, now);
  });
}

/** The invented reports up to `limit`, family after family; answers how far it came and how many there are. */
export async function loadReports(
  { state, now, onReports }: LoadStep,
  limit: number | null,
): Promise<{ state: DemoState; loaded: number }> {
  const cities = limit === null ? undefined : ALL_CITIES;
  let at = state;
  let pending: { family: Family; reports: DemoReport[]; isWhole: boolean }[] = [];
  let loaded = state.reports;
  const flush = async () => {
    at = await store(pending, at, now);
    pending = [];
    onReports(loaded);
  };
  let number = 0;
  for (const family of families(cities)) {
    if (number++ < state.families) continue;
    if (limit !== null && loaded >= limit) break;
    const all = reportsOf(family, state.seed, now);
    const reports = limit === null ? all : all.slice(0, limit - loaded);
    pending.push({ family, reports, isWhole: reports.length === all.length });
    loaded += reports.length;
    if (pending.reduce((sum, each) => sum + each.reports.length, 0) >= CHUNK) await flush();
  }
  await flush();
  return { state: at, loaded };
}

async function store(
  chunk: readonly { family: Family; reports: readonly DemoReport[]; isWhole: boolean }[],
  state: DemoState,
  now: Date,
): Promise<DemoState> {
  const whole = chunk.filter(({ isWhole }) => isWhole);
  const next: DemoState = {
    ...state,
    families: state.families + whole.length,
    reports: state.reports + whole.reduce((sum, { reports }) => sum + reports.length, 0),
  };
  const rows = chunk.flatMap(({ reports }, index) => {
    const isBase = state.families + index < BASE_FAMILIES;
    return reports.filter(({ explanation }) => !(isBase && explanation)).map(archiveRow);
  });
  const beyond = chunk.filter((_, index) => state.families + index >= BASE_FAMILIES);
  await transaction(async (tx) => {
    await placeFamilies(
      tx,
      beyond.map(({ family }) => family),
      now,
    );
    await publishNew(tx, rows, now);
    await noteState(tx, next, now);
  });
  return next;
}

function archiveRow({ agency, year, scope, versions: [first] }: DemoReport): ArchiveRow {
  return {
    agencyId: agency.id,
    year,
    scope,
    content: first.content,
    sourceUrl: null,
    sourceName: SOURCE,
    summarised: false,
    synthetic: true,
    publishedAt: momentOf(first.publishedOn),
  };
}

/** Publishes what is not there yet; where all of it is, nothing is written, not even an event. */
async function publishNew(tx: Tx, rows: readonly ArchiveRow[], now: Date): Promise<void> {
  const keys = rows.map(({ agencyId, year }) => ({ agencyId, year }));
  const present = await tx.report.count({ where: { OR: keys } });
  if (present === rows.length) return;
  await publishArchiveBatch(tx, rows, { actor: DEMO_ACTOR, now, search: "none" });
}

/** Corrections, explanations and withdrawals of the small world, for the reports that were loaded. */
export async function reliveHistories(
  { state, now, onReports }: LoadStep,
  loaded: number,
): Promise<DemoState> {
  let at = state;
  let seen = 0;
  let number = 0;
  for (const family of families()) {
    const all = reportsOf(family, state.seed, now);
    const reports = all.slice(0, Math.max(0, loaded - seen));
    seen += all.length;
    if (number++ < state.relived) continue;
    if (reports.length === 0) break;
    for (const report of reports) if (hasHistory(report)) await relive(report);
    onReports(Math.min(seen, loaded));
    if (reports.length < all.length) break;
    at = { ...at, relived: number };
    await transaction((tx) => noteState(tx, at, now));
  }
  return at;
}
