import { z } from "zod";
import {
  type EngineAnswer,
  EngineFailure,
  type EngineFilter,
  type EngineQuery,
  type FacetCount,
  type FacetCounts,
  type FacetName,
  FLAT_FACETS,
  perFacet,
  RANGES,
  type RegionCount,
  type Sort,
} from "../engine.ts";
import { expansions, MAX_DEPTH } from "../expansions.ts";

/** The attribute that holds the region at this depth of the tree. */
export const regionAt = (depth: number) => `region${depth}`;

/** One query of a multi-search, and what its counts are for. */
interface Part {
  use: "hits" | "total" | { facet: FacetName } | { below: string; depth: number };
  query: {
    indexUid: string;
    q: string;
    filter: string[];
    facets?: string[];
    sort?: string[];
    limit: number;
    offset: number;
    attributesToRetrieve: string[];
    matchingStrategy: "all";
  };
}

const quoted = (value: string) => `"${value.replace(/[\\"]/gu, "\\$&")}"`;
const among = (attribute: string, values: readonly string[]) =>
  `${attribute} IN [${values.map(quoted).join(", ")}]`;

/** Filter expressions, all of which must hold; the facet `but` is left out. */
function filters(
  filter: EngineFilter,
  ids: readonly string[] | null,
  but: FacetName | null,
): string[] {
  const flat = FLAT_FACETS.filter((name) => name !== but && filter[name].length > 0).map((name) =>
    among(name, filter[name]),
  );
  const ranges = RANGES.flatMap((key) => {
    const { min, max } = filter.ranges[key] ?? {};
    return [
      ...(min === undefined ? [] : [`${key} >= ${min}`]),
      ...(max === undefined ? [] : [`${key} <= ${max}`]),
    ];
  });
  const region =
    but === "region" || filter.region.length === 0
      ? []
      : [
          among(
            "path",
            filter.region.map(({ code }) => code),
          ),
        ];
  return [...flat, ...region, ...ranges, ...(ids === null ? [] : [among("id", ids)])];
}

const SORT: Readonly<Record<Sort, string[] | undefined>> = {
  relevance: undefined,
  year: ["year:desc", "id:asc"],
  published: ["published:desc", "id:asc"],
  received: ["received:desc", "id:asc"],
};

/** What stands behind a key in its order; values fall, ids rise, blanks come last. */
function behind({ sort, after }: EngineQuery): string[] {
  if (after === null || sort === "relevance") return [];
  const { value, id } = after;
  const later = `id > ${quoted(id)}`;
  if (value === null) return [`${sort} IS NULL`, later];
  const lower = `${sort} < ${value} OR (${sort} = ${value} AND ${later})`;
  return [sort === "received" ? `${lower} OR ${sort} IS NULL` : lower];
}

const isChosen = (filter: EngineFilter, name: FacetName) => filter[name].length > 0;

/** The queries of one search: the hits with the counts of facets nobody chose, then one more for each chosen facet without its own filter. */
export function parts(indexUid: string, query: EngineQuery): Part[] {
  const base = {
    indexUid,
    q: query.words.join(" "),
    attributesToRetrieve: ["id"],
    matchingStrategy: "all" as const,
  };
  const count = (use: Part["use"], facet: string, filter: string[]): Part => ({
    use,
    query: { ...base, filter, facets: [facet], limit: 0, offset: 0 },
  });
  const attribute = (name: FacetName) => (name === "region" ? regionAt(1) : name);
  const names: FacetName[] = [...FLAT_FACETS, "region"];
  const free = names.filter((name) => !isChosen(query.filter, name)).map(attribute);
  const counted = query.facets ? { facets: free } : {};
  const sort = SORT[query.sort];
  const hits: Part = {
    use: "hits",
    query: {
      ...base,
      filter: [...filters(query.filter, query.ids, null), ...behind(query)],
      limit: query.limit,
      offset: query.offset,
      ...(query.after === null ? counted : {}),
      ...(sort ? { sort } : {}),
    },
  };
  // Totals and counts are those of the whole list, wherever it goes on.
  const whole = { ...base, filter: filters(query.filter, query.ids, null), limit: 0, offset: 0 };
  const total: Part[] =
    query.after === null ? [] : [{ use: "total", query: { ...whole, ...counted } }];
  if (!query.facets) return [hits, ...total];
  const chosen = names
    .filter((name) => isChosen(query.filter, name))
    .map((name) => count({ facet: name }, attribute(name), filters(query.filter, query.ids, name)));
  const below = [...expansions(query.filter.region)]
    .filter(([depth]) => depth < MAX_DEPTH)
    .flatMap(([depth, codes]) =>
      codes.map((code) =>
        count({ below: code, depth }, regionAt(depth + 1), [
          ...filters(query.filter, query.ids, "region"),
          `${regionAt(depth)} = ${quoted(code)}`,
        ]),
      ),
    );
  return [hits, ...total, ...chosen, ...below];
}

const answer = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.object({ id: z.string() })),
      estimatedTotalHits: z.number().int(),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number().int())).optional(),
    }),
  ),
});

type Result = z.infer<typeof answer>["results"][number];

function countsOf(result: Result | undefined, attribute: string): FacetCount[] {
  const distribution = result?.facetDistribution?.[attribute] ?? {};
  return Object.entries(distribution).map(([value, count]) => ({ value, count }));
}

/** The query that counted the whole list. */
const wholeAt = (asked: readonly Part[]) =>
  Math.max(
    0,
    asked.findIndex(({ use }) => use === "total"),
  );

function facetCounts(asked: readonly Part[], results: readonly Result[]): FacetCounts {
  const resultFor = (name: FacetName) => {
    const own = asked.findIndex(
      ({ use }) => typeof use === "object" && "facet" in use && use.facet === name,
    );
    return results[own < 0 ? wholeAt(asked) : own];
  };
  const roots = countsOf(resultFor("region"), regionAt(1)).map((each) => ({
    ...each,
    parent: null,
  }));
  const below = asked.flatMap(({ use }, i): RegionCount[] =>
    typeof use === "object" && "below" in use
      ? countsOf(results[i], regionAt(use.depth + 1)).map((each) => ({
          ...each,
          parent: use.below,
        }))
      : [],
  );
  return {
    ...perFacet((name) => countsOf(resultFor(name), name)),
    region: [...roots, ...below],
  };
}

/** Reads what a multi-search answered; throws where it is not the answer to these queries. */
export function readAnswer(
  asked: readonly Part[],
  query: EngineQuery,
  response: unknown,
): EngineAnswer {
  const parsed = answer.safeParse(response);
  const first = parsed.data?.results[0];
  if (!parsed.success || first === undefined || parsed.data.results.length !== asked.length) {
    throw new EngineFailure("nonsense", "the answer has not the shape of a multi-search");
  }
  return {
    ids: first.hits.map(({ id }) => id),
    total: (parsed.data.results[wholeAt(asked)] ?? first).estimatedTotalHits,
    facets: query.facets ? facetCounts(asked, parsed.data.results) : null,
  };
}
