import { once } from "node:events";
import { resolve } from "node:path";
import { Worker, workerData } from "node:worker_threads";

/** Why a thread gave no answer: both are the work's doing, not a fault of ours. */
export type OverLimit = "too-slow" | "too-large";

/** Threads that are sent work and answer it, each within a time and a memory. */
export interface ThreadPool<In, Out> {
  /** One answer for one piece of work; waits for a free thread. What a thread throws, this throws. `ownLimit` ends the work as too large. */
  run(
    work: In,
    limitMs: number,
    ownLimit?: AbortSignal,
  ): Promise<{ answer: Out } | { over: OverLimit }>;
  /** Ends every thread, work in hand included. */
  close(): Promise<void>;
}

const FOLDER = "projectFolder";
let folder: string = folderGiven() ?? process.cwd();

/** Says where the project lies, for a process that does not run in its folder: threads are run from their source. */
export function runThreadsFrom(projectFolder: string): void {
  folder = projectFolder;
}

function folderGiven(): string | undefined {
  const given: unknown = workerData;
  const isGiven = typeof given === "object" && given !== null && FOLDER in given;
  return isGiven && typeof given[FOLDER] === "string" ? given[FOLDER] : undefined;
}

interface Options {
  /** The thread's file, from the project's folder: it is run as it stands. */
  script: string;
  threads: number;
  memoryMb: number;
}

/** A pool of threads that are started when first needed and ended, with what they were doing, when they exceed a limit. */
export function threadPool<In, Out>({ script, threads, memoryMb }: Options): ThreadPool<In, Out> {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];

  function start(): Worker {
    const worker = new Worker(resolve(/* turbopackIgnore: true */ folder, script), {
      // A thread that starts threads of its own finds them as this one does.
      workerData: { [FOLDER]: folder },
      // A young generation as large as V8 would like makes many threads fat.
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    // A thread may die while nobody listens, idle or about to be ended: that must not end the process.
    worker.on("error", () => undefined);
    worker.once("exit", () => forget(worker));
    all.add(worker);
    return worker;
  }

  async function take(): Promise<Worker> {
    const free = idle.pop();
    if (free) return free;
    if (all.size < threads) return start();
    return new Promise((given) => waiting.push(given));
  }

  function give(worker: Worker): void {
    worker.unref();
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  }

  function forget(worker: Worker): void {
    all.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  }

  async function drop(worker: Worker): Promise<void> {
    forget(worker);
    await worker.terminate();
    // Another may have been started meanwhile: who waits then gets that one.
    if (all.size === threads) return;
    const next = waiting.shift();
    if (next) next(start());
  }

  return {
    async run(work, limitMs, ownLimit) {
      const worker = await take();
      // Only a thread at work keeps the process from ending.
      worker.ref();
      try {
        worker.postMessage(work);
        const limits = [AbortSignal.timeout(limitMs), ...(ownLimit ? [ownLimit] : [])];
        const [answer] = await once(worker, "message", { signal: AbortSignal.any(limits) });
        give(worker);
        return { answer };
      } catch (error) {
        await drop(worker);
        const over = ownLimit?.aborted ? "too-large" : overLimit(error);
        if (over) return { over };
        throw error;
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

function overLimit(error: unknown): OverLimit | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "AbortError") return "too-slow";
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-large" : null;
}
