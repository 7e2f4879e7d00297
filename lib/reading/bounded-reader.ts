import { type Result, refused } from "#lib/platform/result.ts";
import { threadPool } from "#lib/platform/thread-pool.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";
import type { KnownYears } from "#lib/reader/tables/constraints.ts";
import type { BoundedRefusal } from "./refusal.ts";

/** What the thread is sent: a file, and the figures of the years around it that may tell glued figures apart. */
export interface Work {
  bytes: Uint8Array;
  known: KnownYears;
}

export type Reading = Result<ReadReport[], BoundedRefusal>;

/** Files wait for each other, so that reading them never takes more than one core from the pages. */
const MAX_WAITING = 16;

/** A reader in one thread of its own, for one kind of caller: what strangers send does not hold up those who work here. */
export class BoundedReader {
  private readonly limitMs: number;
  private readonly pool = threadPool<Work, Result<ReadReport[], ReadRefusal>>({
    script: "lib/reading/reader-worker.ts",
    threads: 1,
    memoryMb: 512,
  });
  private waiting = 0;

  /** `limitMs`: how long one file may take. */
  constructor(limitMs: number) {
    this.limitMs = limitMs;
  }

  /** Reads a file within a time and a memory: pages go on being answered meanwhile. */
  async read(bytes: Uint8Array, limitMs = this.limitMs, known: KnownYears = {}): Promise<Reading> {
    if (this.waiting >= MAX_WAITING) return refused("reading.busy", { seconds: 5 });
    this.waiting += 1;
    try {
      const read = await this.pool.run({ bytes, known }, limitMs);
      if ("answer" in read) return read.answer;
      return refused("reading.too-slow", { seconds: limitMs / 1000 });
    } finally {
      this.waiting -= 1;
    }
  }
}
