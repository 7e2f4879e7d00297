import { log } from "#lib/platform/log.ts";
import { beatRun, beginRun, endRun } from "./runs.commands.ts";
import type { RunKind } from "./runs.ts";
import type { OnProgress } from "./sync.ts";

const BEAT_MS = 2_000;

type Outcome = { repaired: Record<string, number> } | { documents: number };

/**
 * Does a run and keeps its record: that it is alive, how far it is, how it ended. Answers null, having done nothing,
 * where another run of the kind is under way or the one asked for has been replaced.
 */
export async function recorded<Result extends Outcome>(
  kind: RunKind,
  asked: string | undefined,
  clock: () => Date,
  work: (onProgress: OnProgress) => Promise<Result>,
): Promise<Result | null> {
  const id = await beginRun(kind, asked, clock());
  if (id === null) return null;
  let far: { done: number; total: number } | null = null;
  const beat = () =>
    beatRun(id, far, clock()).catch((err) => log.warn({ err }, "a run's beat was not written"));
  const heart = setInterval(beat, BEAT_MS);
  try {
    const result = await work((done, total) => {
      far = { done, total };
    });
    await endRun(id, result, clock());
    return result;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await endRun(id, { error: message }, clock()).catch((err) =>
      log.warn({ err }, "a run's failure was not written"),
    );
    throw error;
  } finally {
    clearInterval(heart);
  }
}
