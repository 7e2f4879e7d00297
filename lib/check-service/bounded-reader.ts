import { type Result, refused } from "#lib/platform/result.ts";
import { threadPool } from "#lib/platform/thread-pool.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";
import { MAX_READING_MS } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

type Reading = Result<ReadReport[], CheckRefusal>;

/** One thread for a process: checks wait for each other, so that they never take more than one core from the pages. */
const MAX_WAITING = 16;
const pool = threadPool<Uint8Array, Result<ReadReport[], ReadRefusal>>({
  script: "lib/check-service/reader-worker.ts",
  threads: 1,
  memoryMb: 512,
});

let waiting = 0;

/** Reads a file in a thread of its own, within a time and a memory: pages go on being answered meanwhile. */
export async function readBounded(bytes: Uint8Array, limitMs = MAX_READING_MS): Promise<Reading> {
  if (waiting >= MAX_WAITING) return refused("check.busy", { seconds: 5 });
  waiting += 1;
  try {
    const read = await pool.run(bytes, limitMs);
    return "answer" in read ? read.answer : refused("check.too-slow", { seconds: limitMs / 1000 });
  } finally {
    waiting -= 1;
  }
}
