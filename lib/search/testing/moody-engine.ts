import { EngineFailure, type IndexDocument, type Rebuild, type SearchEngine } from "../engine.ts";

/** How the engine takes what it is given. */
export type Mood =
  | "well"
  /** Nobody listens. */
  | "away"
  /** What is handed in is accepted, and fails afterwards. */
  | "failing";

export interface MoodyEngine extends SearchEngine {
  mood: Mood;
  /** What it holds, whatever its mood. */
  holds(): ReadonlyMap<string, string>;
  /** Called before anything is written, to let other things happen meanwhile. */
  meanwhile: () => Promise<void>;
}

/** An index in memory that can be away or fail: it keeps ids and hashes and answers no searches. */
export function moodyEngine(): MoodyEngine {
  let held = new Map<string, string>();
  const met = () => {
    if (engine.mood === "away") throw new EngineFailure("unreachable", "connect ECONNREFUSED");
  };
  const writing = async () => {
    met();
    await engine.meanwhile();
    if (engine.mood === "failing") throw new EngineFailure("task-failed", "failed: internal");
    met();
  };
  const target = (map: () => Map<string, string>) => ({
    async upsert(documents: readonly IndexDocument[]) {
      await writing();
      for (const { id, hash } of documents) map().set(id, hash);
    },
    async remove(ids: readonly string[]) {
      await writing();
      for (const id of ids) map().delete(id);
    },
    async hashes(ids?: readonly string[]) {
      met();
      const wanted = ids && new Set(ids);
      return new Map([...map()].filter(([id]) => wanted?.has(id) ?? true));
    },
  });
  const engine: MoodyEngine = {
    name: "meilisearch",
    mood: "well",
    holds: () => held,
    meanwhile: async () => undefined,
    prepare: async () => met(),
    search: async () => {
      throw new EngineFailure("unreachable", "it keeps no words");
    },
    ...target(() => held),
    async rebuild(): Promise<Rebuild> {
      met();
      const next = new Map<string, string>();
      return {
        ...target(() => next),
        swap: async () => {
          await writing();
          held = next;
        },
        abandon: async () => undefined,
      };
    },
    async health() {
      met();
      return { documents: held.size };
    },
  };
  return engine;
}
