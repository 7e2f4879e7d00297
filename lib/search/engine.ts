/** The port between the portal and a search engine. Two engines stand behind it and must not be told apart. */

export type EngineName = "postgres" | "meilisearch";

/** Series a search may bound from below and above; `grantedShare` is per cent of what was handled. */
export const RANGES = [
  "received",
  "granted",
  "grantedShare",
  "refused",
  "reconsideration",
  "litigation",
] as const;
export type RangeKey = (typeof RANGES)[number];

export const SORTS = ["relevance", "year", "published", "received"] as const;
export type Sort = (typeof SORTS)[number];

/** The place of a hit in an ordered list: what it is ordered by (null stands last), and its id. */
export interface Key {
  value: number | null;
  id: string;
}

/** Facets with one value a report; `region` is a tree and stands apart. */
export const FLAT_FACETS = ["year", "level", "kind", "scope", "edition", "check"] as const;
export type FlatFacet = (typeof FLAT_FACETS)[number];
export type FacetName = FlatFacet | "region";

/** What an engine keeps of a report: opaque words by weight, and the values it filters, counts and sorts by. */
export interface IndexDocument {
  id: string;
  /** Says whether the index still holds what the database says. */
  hash: string;
  /** Names of the organ and its place. */
  names: readonly string[];
  /** Title, numbers, the regions above. */
  head: readonly string[];
  /** The prose. */
  body: readonly string[];
  year: number;
  level: string;
  kind: string;
  scope: string;
  /** `none` for forms before the first edition. */
  edition: string;
  check: string;
  /** Region codes from the province down. */
  path: readonly string[];
  ranges: Readonly<Record<RangeKey, number | null>>;
  /** Milliseconds since 1970. */
  published: number;
  /** Lower stands first among equals. */
  standing: number;
}

/** A region and where it stands in the tree. */
export interface RegionNode {
  code: string;
  path: readonly string[];
}

export interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

/** OR inside a list, AND across; an empty list lets everything through. */
export interface EngineFilter extends Readonly<Record<FlatFacet, readonly string[]>> {
  region: readonly RegionNode[];
  ranges: Readonly<Partial<Record<RangeKey, Range>>>;
}

export interface EngineQuery {
  /** Opaque words, all of which must be found. */
  words: readonly string[];
  /** Only these documents; null for all. */
  ids: readonly string[] | null;
  filter: EngineFilter;
  sort: Sort;
  /** Only what stands behind this key in the order asked (not relevance); totals and counts ignore it. */
  after: Key | null;
  offset: number;
  limit: number;
  /** Whether facets are counted. */
  facets: boolean;
}

export interface FacetCount {
  value: string;
  count: number;
}

/** `parent` is null for a province; children are counted below every region that is chosen and those above it. */
export interface RegionCount extends FacetCount {
  parent: string | null;
}

/** Counts of what the other filters leave; values that count nothing are absent. */
export interface FacetCounts extends Readonly<Record<FlatFacet, readonly FacetCount[]>> {
  region: readonly RegionCount[];
}

export interface EngineAnswer {
  ids: readonly string[];
  total: number;
  facets: FacetCounts | null;
}

/** An index that can be filled: the one in use, or the next one of a rebuild. Each call returns when the change can be found. */
export interface IndexTarget {
  upsert(documents: readonly IndexDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Id and hash of every document, or of those of these that are there. */
  hashes(ids?: readonly string[]): Promise<Map<string, string>>;
}

/** A new index beside the one in use. */
export interface Rebuild extends IndexTarget {
  /** Puts the new index in the place of the old one at once. */
  swap(): Promise<void>;
  abandon(): Promise<void>;
}

export interface SearchEngine extends IndexTarget {
  readonly name: EngineName;
  /** Makes the index where there is none; harmless where there is one. */
  prepare(): Promise<void>;
  /** Throws an EngineFailure where it cannot answer within `timeoutMs`. */
  search(query: EngineQuery, timeoutMs?: number): Promise<EngineAnswer>;
  rebuild(): Promise<Rebuild>;
  /** Number of documents; throws an EngineFailure where it does not answer within `timeoutMs`. */
  health(timeoutMs?: number): Promise<{ documents: number }>;
}

export type EngineFault = "unreachable" | "timeout" | "refused" | "nonsense" | "task-failed";

/** An engine that could not do what it was asked, and which of the ways of failing it was. */
export class EngineFailure extends Error {
  override name = "EngineFailure";
  readonly fault: EngineFault;
  constructor(fault: EngineFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** A filter that lets everything through. */
export const NO_FILTER: EngineFilter = {
  year: [],
  level: [],
  kind: [],
  scope: [],
  edition: [],
  check: [],
  region: [],
  ranges: {},
};

/** A record with something for each facet that is no tree. */
export function perFacet<Value>(of: (name: FlatFacet) => Value): Record<FlatFacet, Value> {
  return {
    year: of("year"),
    level: of("level"),
    kind: of("kind"),
    scope: of("scope"),
    edition: of("edition"),
    check: of("check"),
  };
}

/** Results beyond this place are not paged to. */
export const MAX_RESULTS = 2000;
/** More words of a query than this are not searched. */
export const MAX_WORDS = 10;
