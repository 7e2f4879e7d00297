import { type Result, refused } from "#lib/platform/result.ts";
import { threadPool } from "#lib/platform/thread-pool.ts";
import type { ReadRefusal } from "../../refusal.ts";
import { PDF_LIMITS } from "./limits.ts";
import type { PageDrawing } from "./page.ts";

type Pages = Result<PageDrawing[], ReadRefusal>;

const WATCH_MS = 50;

const pool = threadPool<Uint8Array, Pages>({
  script: "lib/reader/readers/pdf/thread.ts",
  threads: 1,
  memoryMb: PDF_LIMITS.heap,
});
let turn: Promise<unknown> = Promise.resolve();

/** Takes a PDF apart in a thread of its own, within a time and a memory; files wait for each other. */
export function boundedPages(bytes: Uint8Array): Promise<Pages> {
  const reading = turn.then(() => readNow(bytes));
  turn = reading.catch(() => undefined);
  return reading;
}

async function readNow(bytes: Uint8Array): Promise<Pages> {
  const over = new AbortController();
  const watch = watchMemory(over);
  try {
    // The thread gets a copy of its own: the library takes the bytes it is given.
    const read = await pool.run(bytes, PDF_LIMITS.milliseconds, over.signal);
    // Out of time or out of memory: both are the file's doing, not a fault of ours.
    return "answer" in read ? read.answer : refused("reader.too-complex");
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
