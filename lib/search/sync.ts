import { TOKENS_VERSION } from "#lib/chinese/tokens.ts";
import { log } from "#lib/platform/log.ts";
import { dropShown, keepShown } from "./commands.ts";
import { indexed } from "./document.ts";
import type { IndexTarget, Rebuild, SearchEngine } from "./engine.ts";
import { allEngines } from "./engines.ts";
import { keepNames } from "./names.commands.ts";
import { publicDocuments, publicHashes, shownHashes } from "./queries.ts";
import type { SearchDocument } from "./shown.ts";
import { unnamedReports } from "./suggest.queries.ts";

const BATCH = 500;
const ATTEMPTS = 5;

/** Told how many documents are done, of how many. */
export type OnProgress = (done: number, total: number) => void;

const prepared = new WeakMap<SearchEngine, Promise<void>>();

/** An index that a first document made would have no settings: it is made first, once a process. */
function prepare(engine: SearchEngine): Promise<void> {
  const running = prepared.get(engine) ?? engine.prepare();
  prepared.set(engine, running);
  running.catch(() => prepared.delete(engine));
  return running;
}

/** A target made ready; one that is no engine is ready as it is. */
async function ready(target: IndexTarget): Promise<IndexTarget> {
  const engine = allEngines().find((each) => each === target);
  if (engine) await prepare(engine);
  return target;
}

/** Does something with each target, whatever becomes of the others; throws the first failure when all have had their turn. */
async function withEach<Target>(
  targets: readonly Target[],
  run: (target: Target) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const target of targets) await run(target).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}

/** Feeds a target what it does not hold yet: a delivery that comes twice costs one question. */
async function feed(
  target: IndexTarget,
  documents: readonly SearchDocument[],
  gone: readonly string[],
) {
  const ids = [...documents.map(({ id }) => id), ...gone];
  const held = await target.hashes(ids);
  const fed = documents.filter(({ id, hash }) => held.get(id) !== hash).map(indexed);
  const extra = gone.filter((id) => held.has(id));
  if (fed.length > 0) await target.upsert(fed);
  if (extra.length > 0) await target.remove(extra);
}

/** Writes what the database says of these reports now; answers the hash written of each, null for those taken out. */
async function write(
  ids: readonly string[],
  targets: readonly IndexTarget[],
  now: Date,
): Promise<Map<string, string | null>> {
  const documents = await publicDocuments(ids, TOKENS_VERSION, now);
  const written = new Map<string, string | null>(ids.map((id) => [id, null]));
  for (const { id, hash } of documents) written.set(id, hash);
  const gone = ids.filter((id) => written.get(id) === null);
  if (gone.length > 0) await dropShown(gone);
  await keepShown(documents, now);
  await keepNames(documents);
  await withEach(targets, async (target) => feed(await ready(target), documents, gone));
  return written;
}

/**
 * Brings these reports in the indexes to what the database says, and returns when they can be found (or no longer).
 * A slower writer of older facts may overwrite a faster one: so each looks again after it wrote, until nothing changed.
 */
export async function syncReports(
  ids: readonly string[],
  now: Date,
  targets?: readonly IndexTarget[],
): Promise<void> {
  const into = targets ?? allEngines();
  let open = [...ids];
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > ATTEMPTS)
      throw new Error(`reports kept changing while they were indexed: ${open.length}`);
    const written = await write(open, into, now);
    const documents = await publicDocuments(open, TOKENS_VERSION, now);
    const current = new Map(documents.map(({ id, hash }) => [id, hash]));
    open = open.filter((id) => (current.get(id) ?? null) !== written.get(id));
  }
}

/** Ids whose hashes differ, or that only one side has. */
export function drift(
  wanted: ReadonlyMap<string, string>,
  held: ReadonlyMap<string, string>,
): string[] {
  const stale = [...wanted].filter(([id, hash]) => held.get(id) !== hash).map(([id]) => id);
  return [...stale, ...[...held.keys()].filter((id) => !wanted.has(id))];
}

async function repair(target: IndexTarget, now: Date): Promise<number> {
  const ids = drift(await publicHashes(TOKENS_VERSION, now), await target.hashes());
  for (let from = 0; from < ids.length; from += BATCH) {
    await syncReports(ids.slice(from, from + BATCH), now, [target]);
  }
  return ids.length;
}

/** Compares every index with the database by content hash and repairs what differs; answers how many it repaired in each. */
export async function reconcile(now: Date): Promise<Record<string, number>> {
  const repaired: Record<string, number> = {};
  // What is shown does not wait for an engine that is away.
  await repairShown(now);
  await withEach(allEngines(), async (engine) => {
    await prepare(engine);
    repaired[engine.name] = await repair(engine, now);
  });
  return repaired;
}

async function repairShown(now: Date): Promise<void> {
  const shown = drift(await publicHashes(TOKENS_VERSION, now), await shownHashes());
  for (let from = 0; from < shown.length; from += BATCH) {
    await syncReports(shown.slice(from, from + BATCH), now, []);
  }
  const unnamed = await unnamedReports(BATCH);
  if (unnamed.length > 0) await syncReports(unnamed, now, []);
}

async function fill(
  rebuilds: readonly Rebuild[],
  now: Date,
  onProgress: OnProgress,
): Promise<number> {
  const ids = [...(await publicHashes(TOKENS_VERSION, now)).keys()];
  onProgress(0, ids.length);
  for (let from = 0; from < ids.length; from += BATCH) {
    const documents = await publicDocuments(ids.slice(from, from + BATCH), TOKENS_VERSION, now);
    await keepShown(documents, now);
    await keepNames(documents);
    const fed = documents.map(indexed);
    for (const rebuild of rebuilds) await rebuild.upsert(fed);
    onProgress(Math.min(from + BATCH, ids.length), ids.length);
  }
  return ids.length;
}

/**
 * Fills a new index in every engine and swaps it in without one empty answer in between; what changes meanwhile is
 * applied to the new index before the swap and once more after it. Answers how many documents it holds.
 */
export async function rebuildIndexes(
  now: Date,
  onProgress: OnProgress = () => undefined,
  engines: readonly SearchEngine[] = allEngines(),
): Promise<number> {
  const rebuilds: Rebuild[] = [];
  try {
    for (const engine of engines) {
      await prepare(engine);
      rebuilds.push(await engine.rebuild());
    }
    const documents = await fill(rebuilds, now, onProgress);
    for (const rebuild of rebuilds) await repair(rebuild, now);
    for (const rebuild of rebuilds) await rebuild.swap();
    await reconcile(now);
    return documents;
  } catch (error) {
    for (const rebuild of rebuilds) {
      await rebuild.abandon().catch((err) => log.warn({ err }, "a new index could not be dropped"));
    }
    throw error;
  }
}
