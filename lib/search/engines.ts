import { env } from "#lib/platform/env.ts";
import type { SearchEngine } from "./engine.ts";
import { meilisearchEngine } from "./engines/meilisearch.ts";
import { postgresEngine } from "./engines/postgres.ts";

interface Engines {
  /** Always there, and what answers where the first choice does not. */
  postgres: SearchEngine;
  /** Null where none is configured. */
  meilisearch: SearchEngine | null;
}

let chosen: Engines | undefined;

/** The engines of this process; all of them are kept in step with the database. */
export function engines(): Engines {
  const { MEILI_URL: url, MEILI_KEY: key } = env();
  chosen ??= {
    postgres: postgresEngine(),
    meilisearch: url === undefined ? null : meilisearchEngine({ url, key }),
  };
  return chosen;
}

/** Every engine that is kept in step, PostgreSQL first. */
export function allEngines(): SearchEngine[] {
  const { postgres, meilisearch } = engines();
  return meilisearch ? [postgres, meilisearch] : [postgres];
}
