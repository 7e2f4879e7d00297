import type { Settings } from "meilisearch";
import { FLAT_FACETS, type IndexDocument, MAX_RESULTS, RANGES } from "../engine.ts";
import { MAX_DEPTH } from "../expansions.ts";
import { regionAt } from "./meilisearch-query.ts";

const regions = Array.from({ length: MAX_DEPTH }, (_, i) => regionAt(i + 1));

/** How the index is made. The words are opaque, so everything that would cut, stem or forgive is off. */
export const SETTINGS: Settings = {
  searchableAttributes: ["names", "head", "body"],
  displayedAttributes: ["id", "hash"],
  filterableAttributes: ["id", "path", "published", ...FLAT_FACETS, ...RANGES, ...regions],
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

/** Lists whose order the server does not keep. */
const UNORDERED = new Set(["filterableAttributes", "sortableAttributes", "displayedAttributes"]);

function holds(wanted: unknown, found: unknown, isUnordered: boolean): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false;
    const sides = isUnordered ? [wanted.toSorted(), found.toSorted()] : [wanted, found];
    const [left = [], right = []] = sides;
    return left.every((each: unknown, i) => holds(each, right[i], false));
  }
  if (typeof wanted !== "object" || wanted === null) return wanted === found;
  if (typeof found !== "object" || found === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    holds(value, Reflect.get(found, key), false),
  );
}

/** Whether an index already has the settings wanted; what it has beyond them does not matter. */
export function hasSettings(found: Settings): boolean {
  return Object.entries(SETTINGS).every(([key, value]) =>
    holds(value, Reflect.get(found, key), UNORDERED.has(key)),
  );
}

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
