import type { Settings } from "meilisearch";
import { FLAT_FACETS, type IndexDocument, MAX_RESULTS, RANGES } from "../engine.ts";
import { MAX_DEPTH } from "../expansions.ts";
import { regionAt } from "./meilisearch-query.ts";

const regions = Array.from({ length: MAX_DEPTH }, (_, i) => regionAt(i + 1));

/** How the index is made. The words are opaque, so everything that would cut, stem or forgive is off. */
export const SETTINGS: Settings = {
  searchableAttributes: ["names", "head", "body"],
  displayedAttributes: ["id", "hash"],
  filterableAttributes: ["id", "path", ...FLAT_FACETS, ...RANGES, ...regions],
  sortableAttributes: ["year", "published", "received", "id"],
  // `sort` first: elsewhere a chosen order is only a tie-break. `attributeRank` adds up, for each word, the best of its places.
  rankingRules: ["sort", "words", "attributeRank", "year:desc", "standing:asc", "id:asc"],
  typoTolerance: { enabled: false },
  prefixSearch: "disabled",
  proximityPrecision: "byAttribute",
  facetSearch: false,
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  // A county has far fewer towns; what is cut here would be cut in silence.
  faceting: { maxValuesPerFacet: 1000 },
  pagination: { maxTotalHits: MAX_RESULTS },
};

/** A document in the shape the index keeps. */
export function stored(document: IndexDocument): Record<string, unknown> {
  const { names, head, body, path, ranges, ...facets } = document;
  const levels = path.slice(0, MAX_DEPTH).map((code, i) => [regionAt(i + 1), code]);
  return {
    ...facets,
    path,
    ...ranges,
    ...Object.fromEntries(levels),
    names: names.join(" "),
    head: head.join(" "),
    body: body.join(" "),
  };
}
