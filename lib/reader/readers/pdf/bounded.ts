import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { type Result, refused } from "#lib/platform/result.ts";
import type { ReadRefusal } from "../../refusal.ts";
import { PDF_LIMITS } from "./limits.ts";
import type { PageDrawing } from "./page.ts";

type Pages = Result<PageDrawing[], ReadRefusal>;

const THREAD = "thread.ts";
/** Where a server that was built runs in the project's folder: the thread reads the source as it stands. */
const FOLDER = "lib/reader/readers/pdf";
const WATCH_MS = 50;

let thread: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** Takes a PDF apart in a thread of its own, within a time and a memory; files wait for each other. */
export function boundedPages(bytes: Uint8Array): Promise<Pages> {
  const reading = turn.then(() => readNow(bytes));
  turn = reading.catch(() => undefined);
  return reading;
}

async function readNow(bytes: Uint8Array): Promise<Pages> {
  const worker = thread ?? startThread();
  worker.ref();
  const over = new AbortController();
  const watch = watchMemory(over);
  try {
    // The thread gets a copy of its own: the library takes the bytes it is given.
    worker.postMessage(bytes);
    const [pages] = await once(worker, "message", {
      signal: AbortSignal.any([over.signal, AbortSignal.timeout(PDF_LIMITS.milliseconds)]),
    });
    worker.unref();
    return pages;
  } catch (error) {
    thread = null;
    await worker.terminate();
    if (isOverLimit(error)) return refused("reader.too-complex");
    throw error;
  } finally {
    clearInterval(watch);
  }
}

/** Bytes outside the thread's heap have no limit of their own: what the whole process grows by is watched. */
function watchMemory(over: AbortController): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > PDF_LIMITS.memory) over.abort();
  }, WATCH_MS);
}

function startThread(): Worker {
  const worker = new Worker(threadFile(), {
    resourceLimits: { maxOldGenerationSizeMb: PDF_LIMITS.heap },
  });
  worker.once("exit", () => {
    if (thread === worker) thread = null;
  });
  thread = worker;
  return worker;
}

function threadFile(): string {
  const beside = join(import.meta.dirname ?? "", THREAD);
  if (existsSync(beside)) return beside;
  return resolve(/* turbopackIgnore: true */ process.cwd(), FOLDER, THREAD);
}

/** Out of time or out of memory: both are the file's doing, not a fault of ours. */
function isOverLimit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
  );
}
