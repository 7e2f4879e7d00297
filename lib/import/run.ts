import type { Actor } from "#lib/identity/actor.ts";
import { done, type Result } from "#lib/platform/result.ts";
import {
  alone,
  type BatchOptions,
  type BusyRefusal,
  batchKey,
  finishBatch,
  openBatch,
} from "./commands-batch.ts";
import { commitItems } from "./commands-commit.ts";
import { dryChunks } from "./commands-dry.ts";
import { type Examined, type ExamineOptions, examine } from "./examine.ts";
import type { Line, Outcome } from "./item.ts";
import { ordered } from "./ordered.ts";
import { withOriginals } from "./originals.ts";
import { fileReader } from "./reading.ts";
import { type RefusedFor, refusedFor } from "./refused-for.ts";
import { walk } from "./walk.ts";

export interface RunOptions extends BatchOptions {
  owner: ExamineOptions["owner"];
  jobs: number;
  isDry: boolean;
  clock: () => Date;
  /** Ends the run after the files in hand. */
  signal: AbortSignal;
}

/** What a run tells as it goes on; each line is told once, in the order of the files. */
export interface Hooks {
  onBatch: (batch: { id: string | null; isResumed: boolean }) => Promise<void>;
  onLine: (line: Line) => Promise<void>;
  onFile: () => void;
}

export interface RunSummary {
  batchId: string | null;
  files: number;
  counts: Readonly<Record<Outcome, number>>;
  /** What was refused, by the reason. */
  refused: Readonly<Record<RefusedFor, number>>;
  isInterrupted: boolean;
}

/** Reports stored in one transaction: enough to be quick, few enough that a crash costs little. */
const CHUNK = 40;
/** Bytes of originals held until they are stored. */
const CHUNK_BYTES = 24 * 1_048_576;

/** Imports every report of every file below the paths, and goes on with a run that was cut short. */
export async function runImport(
  actor: Actor,
  options: RunOptions,
  hooks: Hooks,
): Promise<Result<RunSummary, BusyRefusal>> {
  const { paths, publish, replace, agencyId, region, sourceBase, map } = options;
  const asked = { paths, publish, replace, agencyId, region, sourceBase, map };
  if (options.isDry) {
    await hooks.onBatch({ id: null, isResumed: false });
    return done(await importAll(actor, options, hooks, { id: null, isResumed: false }));
  }
  return alone(batchKey(actor, asked), async () => {
    const batch = await openBatch(actor, asked, options.clock());
    await hooks.onBatch(batch);
    const summary = await importAll(actor, options, hooks, batch);
    if (!summary.isInterrupted) {
      const { files, counts } = summary;
      const reports = counts.imported + counts.stored;
      await finishBatch(actor, batch.id, { files, reports }, options.clock());
    }
    return summary;
  });
}

async function importAll(
  actor: Actor,
  options: RunOptions,
  hooks: Hooks,
  batch: { id: string | null; isResumed: boolean },
): Promise<RunSummary> {
  const reader = fileReader(options.jobs);
  const tally = tallyOf(hooks);
  const commit = committer(actor, options, batch.id);
  const resumed = batch.isResumed ? batch.id : null;
  try {
    const work = { ...options, reader, resumed };
    const files = until(options.signal, walk(options.paths));
    const examined = ordered(files, options.jobs + 2, (file) => examine(file, work));
    for await (const chunk of chunks(examined)) {
      const lines = await commit(chunk);
      await tally.told(chunk, lines);
    }
  } finally {
    await reader.close();
  }
  return { batchId: batch.id, ...tally.sum(), isInterrupted: options.signal.aborted };
}

/** Stores a chunk, or only says what would become of it. */
function committer(
  actor: Actor,
  { publish, replace, clock, isDry }: RunOptions,
  batchId: string | null,
): (files: readonly Examined[]) => Promise<Line[]> {
  if (isDry || batchId === null) {
    const dry = dryChunks(actor, { publish, replace });
    return (files) => dry(files.flatMap(({ items }) => items));
  }
  const options = { batchId, actor, publish, replace, reason: `导入批次 ${batchId}`, now: clock };
  return async (files) => {
    const items = await withOriginals(files, clock());
    return items.length === 0 ? [] : commitItems(items, options);
  };
}

async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

/** Whole files, so that a file's reports are stored together. */
async function* chunks(files: AsyncIterable<Examined>): AsyncGenerator<Examined[]> {
  let chunk: Examined[] = [];
  let reports = 0;
  let bytes = 0;
  for await (const file of files) {
    chunk.push(file);
    reports += file.items.length;
    bytes += file.original?.bytes.length ?? 0;
    if (reports < CHUNK && bytes < CHUNK_BYTES && chunk.length < CHUNK * 10) continue;
    yield chunk;
    chunk = [];
    reports = 0;
    bytes = 0;
  }
  if (chunk.length > 0) yield chunk;
}

function tallyOf(hooks: Hooks) {
  const counts: Record<Outcome, number> = {
    ...{ imported: 0, stored: 0, already_there: 0 },
    ...{ conflict: 0, needs_attention: 0, refused: 0 },
  };
  const refused = { unread: 0, "no-permission": 0, forbidden: 0, "not-stored": 0 };
  let files = 0;
  const tell = async (line: Line) => {
    counts[line.outcome] += 1;
    if (line.outcome === "refused") refused[refusedFor(line.code)] += 1;
    await hooks.onLine(line);
  };
  return {
    /** Tells the lines of a chunk in the order of its files. */
    async told(chunk: readonly Examined[], stored: readonly Line[]) {
      let next = 0;
      for (const { items, recorded } of chunk) {
        files += 1;
        hooks.onFile();
        for (const line of recorded) await tell(line);
        for (const item of items) await tell(stored[next++] ?? item.line);
      }
    },
    sum: () => ({ files, counts, refused }),
  };
}
