import { Meilisearch } from "meilisearch";
import pg from "pg";
import { db } from "#lib/platform/db.ts";
import type { SearchEngine } from "#lib/search/engine.ts";
import { rebuildIndexes } from "#lib/search/sync.ts";
import type { Contender } from "./bench-search-contender.ts";

/** Longer than any search may take, so that slow ones are seen and not cut off. */
const PATIENCE_MS = 60_000;

/** One of the portal's engines: the whole search with its facets and totals. */
export function engineContender(
  engine: SearchEngine,
  now: Date,
  bytes: () => Promise<number | null>,
  onProgress: (done: number, total: number) => void,
  drop: () => Promise<void> = async () => undefined,
): Contender {
  return {
    name: engine.name,
    remark: null,
    isJudged: engine.name === "postgres",
    async build() {
      const begun = performance.now();
      await rebuildIndexes(now, onProgress, [engine]);
      const seconds = (performance.now() - begun) / 1000;
      return { seconds, bytes: await bytes() };
    },
    takes: () => true,
    ask: async ({ query }) => (await engine.search(query, PATIENCE_MS)).ids.length,
    close: drop,
  };
}

/** Takes an index and the one that a rebuild left half done from a Meilisearch server. */
export async function dropIndexes(host: string, apiKey: string | undefined, name: string) {
  const client = new Meilisearch({ host, ...(apiKey === undefined ? {} : { apiKey }) });
  for (const uid of [name, `${name}-next`]) await client.deleteIndexIfExists(uid);
}

/** What the tables of the PostgreSQL engine take, with their indexes. */
export async function postgresBytes(): Promise<number> {
  const [row] = await db().$queryRaw<{ bytes: bigint }[]>`
    SELECT pg_total_relation_size('"SearchText"') + pg_total_relation_size('"SearchFacet"') AS bytes`;
  return Number(row?.bytes ?? 0);
}

const TEXTS = "bench_text";

/** The plain text of every document in a table of its own, searched by ILIKE: without an index, or by pg_trgm. */
export async function likeContender(url: string, index: "none" | "pg_trgm"): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on("error", () => undefined);
  return {
    name: index === "none" ? "ILIKE" : "pg_trgm",
    isJudged: false,
    remark: { zh: "只有词和总数，无分面、无排序", en: "words and a total; no facets, no ranking" },
    async build() {
      const begun = performance.now();
      if (index === "none") await makeTexts(pool);
      else {
        await pool.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        await pool.query(`CREATE INDEX bench_trgm ON ${TEXTS} USING gin (plain gin_trgm_ops)`);
        await pool.query(`ANALYZE ${TEXTS}`);
      }
      const seconds = (performance.now() - begun) / 1000;
      const of = index === "none" ? TEXTS : "bench_trgm";
      const { rows } = await pool.query<{ bytes: string }>(
        `SELECT pg_total_relation_size('${of}') AS bytes`,
      );
      return { seconds, bytes: Number(rows[0]?.bytes ?? 0) };
    },
    takes: ({ given, words }) =>
      words.length > 0 && (given === null || Object.keys(given).join() === "q"),
    async ask({ words }) {
      const where = words.map((_, at) => `plain ILIKE $${at + 1}`).join(" AND ");
      const like = words.map((word) => `%${word.replace(/[\\%_]/gu, "\\$&")}%`);
      const { rows } = await pool.query(
        `SELECT id, count(*) OVER () AS total FROM ${TEXTS} WHERE ${where} ORDER BY id LIMIT 20`,
        like,
      );
      return rows.length;
    },
    close: () => pool.end(),
  };
}

async function makeTexts(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE TABLE ${TEXTS} AS SELECT "reportId" AS id,
    concat_ws(E'\\n', document->>'agency', document->>'title', plain) AS plain FROM "SearchDocument"`);
  await pool.query(`ANALYZE ${TEXTS}`);
}
