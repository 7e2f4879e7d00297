import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type Settings,
} from "meilisearch";
import { z } from "zod";
import {
  EngineFailure,
  type EngineQuery,
  type IndexDocument,
  type IndexTarget,
  type Rebuild,
  type SearchEngine,
} from "../engine.ts";
import { parts, readAnswer } from "./meilisearch-query.ts";
import { hasSettings, SETTINGS, stored } from "./meilisearch-settings.ts";

/** One task runs at a time over all indexes, so a live change waits behind a batch: keep batches small and await each. */
const BATCH = 500;
const PAGE = 5000;
const TASK_TIMEOUT_MS = 300_000;

export interface MeilisearchOptions {
  url: string;
  key?: string | undefined;
  index?: string;
}

function failure(cause: unknown): EngineFailure {
  if (cause instanceof EngineFailure) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const because = (fault: EngineFailure["fault"]) => new EngineFailure(fault, message, { cause });
  if (cause instanceof MeilisearchApiError) {
    return because(cause.response.status >= 500 ? "unreachable" : "refused");
  }
  if (cause instanceof MeilisearchRequestTimeOutError) return because("timeout");
  if (cause instanceof MeilisearchRequestError) {
    const reason: unknown = cause.cause;
    const aborted = reason instanceof Error && /Abort|Timeout/iu.test(reason.name);
    return because(aborted ? "timeout" : "unreachable");
  }
  return because("nonsense");
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw failure(cause);
  }
}

/** Waits until the server has done it: that it was accepted is no success. */
async function finished(
  task: EnqueuedTaskPromise,
  tolerated: readonly string[] = [],
): Promise<void> {
  await asking(async () => {
    const { status, error } = await task.waitTask({ timeout: TASK_TIMEOUT_MS, interval: 20 });
    if (status === "succeeded" || (error && tolerated.includes(error.code))) return;
    throw new EngineFailure(
      "task-failed",
      `${status}: ${error?.code ?? ""} ${error?.message ?? ""}`,
    );
  });
}

const listed = z.array(z.object({ id: z.string(), hash: z.string() }));

function target(client: Meilisearch, uid: string): IndexTarget {
  return {
    async upsert(documents: readonly IndexDocument[]) {
      for (let from = 0; from < documents.length; from += BATCH) {
        await finished(
          client.index(uid).addDocuments(documents.slice(from, from + BATCH).map(stored)),
        );
      }
    },
    async remove(ids) {
      if (ids.length > 0) await finished(client.index(uid).deleteDocuments([...ids]));
    },
    hashes: (ids) =>
      asking(async () => {
        const among = ids ? { filter: `id IN [${ids.map((id) => `"${id}"`).join(", ")}]` } : {};
        const all = new Map<string, string>();
        for (let offset = 0; ; offset += PAGE) {
          const page = await client
            .index(uid)
            .getDocuments({ ...among, fields: ["id", "hash"], limit: PAGE, offset });
          for (const { id, hash } of listed.parse(page.results)) all.set(id, hash);
          if (offset + PAGE >= page.total) return all;
        }
      }),
  };
}

/** The settings of an index; null where there is none. */
async function settingsOf(client: Meilisearch, uid: string): Promise<Settings | null> {
  try {
    return await client.index(uid).getSettings();
  } catch (error) {
    const isMissing =
      error instanceof MeilisearchApiError && error.cause?.code === "index_not_found";
    if (isMissing) return null;
    throw failure(error);
  }
}

/** Makes an index, or gives one that is there other settings where they differ: that may index everything anew. */
async function make(client: Meilisearch, uid: string): Promise<void> {
  const current = await settingsOf(client, uid);
  if (current !== null && hasSettings(current)) return;
  if (current === null) {
    const task = client.createIndex(uid, { primaryKey: "id" });
    await finished(task, ["index_already_exists"]);
  }
  await finished(client.index(uid).updateSettings(SETTINGS));
}

async function rebuild(client: Meilisearch, uid: string): Promise<Rebuild> {
  const next = `${uid}-next`;
  const drop = () => finished(client.deleteIndex(next), ["index_not_found"]);
  await drop();
  await make(client, next);
  return {
    ...target(client, next),
    async swap() {
      await make(client, uid);
      await finished(client.swapIndexes([{ indexes: [uid, next], rename: false }]));
      await drop();
    },
    abandon: drop,
  };
}

/** The engine that speaks to a Meilisearch server ≥ 1.43.1 on loopback or a private network. */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const uid = options.index ?? "reports";
  const config = {
    host: options.url,
    ...(options.key === undefined ? {} : { apiKey: options.key }),
    // Compressed answers wait for a delayed ACK: 47 ms for 2 ms of work.
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  };
  const client = new Meilisearch(config);
  const search = async (query: EngineQuery, timeoutMs: number) => {
    const asked = parts(uid, query);
    const queries = asked.map((part) => part.query);
    const signal = AbortSignal.timeout(timeoutMs);
    return readAnswer(asked, query, await client.multiSearch({ queries }, { signal }));
  };
  return {
    name: "meilisearch",
    prepare: () => make(client, uid),
    search: (query, timeoutMs = 800) => asking(() => search(query, timeoutMs)),
    ...target(client, uid),
    rebuild: () => rebuild(client, uid),
    health: (timeoutMs = 5000) =>
      asking(async () => {
        const stats = await new Meilisearch({ ...config, timeout: timeoutMs })
          .index(uid)
          .getStats();
        return z.object({ numberOfDocuments: z.number() }).transform(documentsOf).parse(stats);
      }),
  };
}

const documentsOf = ({ numberOfDocuments }: { numberOfDocuments: number }) => ({
  documents: numberOfDocuments,
});
