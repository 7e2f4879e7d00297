import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import { isDatabaseBusy } from "#lib/platform/database-busy.ts";
import { db } from "#lib/platform/db.ts";
import {
  type EngineAnswer,
  EngineFailure,
  type EngineQuery,
  type FacetCounts,
  type FlatFacet,
  type IndexDocument,
  type IndexTarget,
  perFacet,
  type Rebuild,
  type SearchEngine,
} from "../engine.ts";
import {
  countRows,
  currentGeneration,
  dropGenerations,
  learnRows,
  readHashes,
  removeRows,
  switchGeneration,
  upsertRows,
} from "./postgres-rows.ts";
import { searchSql } from "./postgres-sql.ts";

const BATCH = 500;

const counted = z.object({
  facet: z.string(),
  value: z.string(),
  parent: z.string().nullable(),
  count: z.number(),
});
const row = z.object({
  ids: z.array(z.string()),
  total: z.number(),
  facets: z.array(counted).nullable(),
});

function facetCounts(rows: readonly z.infer<typeof counted>[]): FacetCounts {
  const of = (name: string) => rows.filter(({ facet }) => facet === name);
  const flat = (name: FlatFacet) => of(name).map(({ value, count }) => ({ value, count }));
  return {
    ...perFacet(flat),
    region: of("region").map(({ value, parent, count }) => ({ value, parent, count })),
  };
}

/** How long a search waits for a connection where all are busy: as long as any other transaction. */
const LONGEST_WAIT_MS = 5_000;

async function search(query: EngineQuery, timeoutMs: number): Promise<EngineAnswer> {
  const settings = Prisma.sql`SELECT set_config('statement_timeout', ${String(timeoutMs)}, true),
    set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
    set_config('enable_seqscan', ${query.words.length > 0 ? "off" : "on"}, true)`;
  try {
    const rows = await db().$transaction(
      async (tx) => {
        await tx.$queryRaw(settings);
        return tx.$queryRaw<unknown[]>(searchSql(query));
      },
      { maxWait: LONGEST_WAIT_MS },
    );
    const { ids, total, facets } = row.parse(rows[0]);
    return { ids, total, facets: query.facets ? facetCounts(facets ?? []) : null };
  } catch (cause) {
    if (isDatabaseBusy(cause))
      throw new EngineFailure("timeout", "PostgreSQL took too long", { cause });
    throw cause;
  }
}

function target(generation: () => Promise<number>): IndexTarget {
  return {
    async upsert(documents: readonly IndexDocument[]) {
      const number = await generation();
      for (let from = 0; from < documents.length; from += BATCH) {
        await upsertRows(number, documents.slice(from, from + BATCH));
      }
    },
    remove: async (ids) => removeRows(await generation(), ids),
    hashes: async (ids) => readHashes(await generation(), ids),
  };
}

async function rebuild(): Promise<Rebuild> {
  const next = (await currentGeneration()) + 1;
  await dropGenerations(next, "from");
  return {
    ...target(async () => next),
    async swap() {
      await learnRows();
      await switchGeneration(next);
      await dropGenerations(next, "before");
      await learnRows();
    },
    abandon: () => dropGenerations(next, "from"),
  };
}

/** The engine that needs no further service: the application's words as tsvector, facets counted in SQL. */
export function postgresEngine(): SearchEngine {
  return {
    name: "postgres",
    prepare: async () => {},
    search: (query, timeoutMs = 1000) => search(query, timeoutMs),
    ...target(currentGeneration),
    rebuild,
    health: async () => ({ documents: await countRows(await currentGeneration()) }),
  };
}
