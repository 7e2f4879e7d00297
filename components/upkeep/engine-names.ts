import type { EngineName } from "#lib/search/engine.ts";

/** The engines by the names they give themselves. */
export const ENGINE_NAMES: Readonly<Record<EngineName, string>> = {
  postgres: "PostgreSQL",
  meilisearch: "Meilisearch",
};
