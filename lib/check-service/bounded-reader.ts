import { once } from "node:events";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { type Result, refused } from "#lib/platform/result.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { MAX_READING_MS } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

type Reading = Result<ReadReport[], CheckRefusal>;

/** One thread for a process: checks wait for each other, so that they never take more than one core from the pages. */
const MAX_WAITING = 16;
const MEMORY_MB = 512;
// Named from the project's folder, which the process runs in: the thread reads the source as it stands.
const THREAD = "lib/check-service/reader-worker.ts";

let thread: Worker | null = null;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** Reads a file in a thread of its own, within a time and a memory: pages go on being answered meanwhile. */
export async function readBounded(bytes: Uint8Array, limitMs = MAX_READING_MS): Promise<Reading> {
  if (waiting >= MAX_WAITING) return refused("check.busy", { seconds: 5 });
  waiting += 1;
  const reading = turn.then(() => readNow(bytes, limitMs));
  turn = reading.catch(() => undefined);
  try {
    return await reading;
  } finally {
    waiting -= 1;
  }
}

async function readNow(bytes: Uint8Array, limitMs: number): Promise<Reading> {
  const worker = thread ?? startThread();
  try {
    worker.postMessage(bytes);
    const [reading] = await once(worker, "message", {
      signal: AbortSignal.timeout(limitMs),
    });
    return reading;
  } catch (error) {
    await endThread(worker);
    if (isOverLimit(error)) return refused("check.too-slow", { seconds: limitMs / 1000 });
    throw error;
  }
}

function startThread(): Worker {
  const worker = new Worker(resolve(/* turbopackIgnore: true */ process.cwd(), THREAD), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.unref();
  worker.once("exit", () => {
    if (thread === worker) thread = null;
  });
  thread = worker;
  return worker;
}

async function endThread(worker: Worker): Promise<void> {
  if (thread === worker) thread = null;
  await worker.terminate();
}

/** Out of time or out of memory: both are the file's doing, not a fault of ours. */
function isOverLimit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
  );
}
