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
  use: "hits" | { facet: FacetName } | { below: string; depth: number };
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
  const sort = SORT[query.sort];
  const hits: Part = {
    use: "hits",
    query: {
      ...base,
      filter: filters(query.filter, query.ids, null),
      limit: query.limit,
      offset: query.offset,
      ...(query.facets ? { facets: free } : {}),
      ...(sort ? { sort } : {}),
    },
  };
  if (!query.facets) return [hits];
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
  return [hits, ...chosen, ...below];
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

function facetCounts(asked: readonly Part[], results: readonly Result[]): FacetCounts {
  const resultFor = (name: FacetName) => {
    const own = asked.findIndex(
      ({ use }) => typeof use === "object" && "facet" in use && use.facet === name,
    );
    return results[Math.max(own, 0)];
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
    total: first.estimatedTotalHits,
    facets: query.facets ? facetCounts(asked, parsed.data.results) : null,
  };
}
