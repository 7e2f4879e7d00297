import { type Refusal, type Result, refused } from "#lib/platform/result.ts";
import { type ThreadPool, threadPool } from "#lib/platform/thread-pool.ts";
import type { ReadRefusal } from "#lib/reader/refusal.ts";
import type { KnownYears } from "#lib/reader/tables/constraints.ts";
import type { FoundReport } from "./found.ts";

/** Why a file gave no report. */
export type ReadingRefusal =
  | ReadRefusal
  | Refusal<"import.unstorable">
  | Refusal<"import.too-slow", { seconds: number }>
  | Refusal<"import.too-much-memory">
  | Refusal<"import.fault">;

/** A file as the threads answer it. */
export type Reading = Result<FileRead, ReadingRefusal>;

/** What was read of a file. */
export interface FileRead {
  mediaType: string;
  reports: FoundReport[];
  /** Whether figures printed without gaps were left out that other years' figures may tell apart. */
  isOpen: boolean;
}

/** What a thread is sent. */
export interface Work {
  bytes: Uint8Array;
  known: KnownYears;
}

/** A scanned archive's largest files take seconds; what takes longer is no report. */
const LIMIT_MS = 30_000;
const MEMORY_MB = 512;

/** Reads files in threads of its own, each within a time and a memory. */
export interface FileReader {
  /** `known`: the figures of the years around the reports of a file, where somebody knows them. */
  read(bytes: Uint8Array, known?: KnownYears): Promise<Reading>;
  close(): Promise<void>;
}

/** Starts as many reading threads as asked for. */
export function fileReader(threads: number, limitMs = LIMIT_MS): FileReader {
  const pool: ThreadPool<Work, Reading> = threadPool({
    script: "lib/import/reading-thread.ts",
    threads,
    memoryMb: MEMORY_MB,
  });
  return {
    close: () => pool.close(),
    async read(bytes, known = {}) {
      try {
        const read = await pool.run({ bytes, known }, limitMs);
        if ("answer" in read) return read.answer;
        return read.over === "too-slow"
          ? refused("import.too-slow", { seconds: limitMs / 1000 })
          : refused("import.too-much-memory");
      } catch {
        // A fault of ours in one file must not cost the answers about all others; the result file names it.
        return refused("import.fault");
      }
    },
  };
}
