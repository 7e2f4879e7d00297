import {
  type EngineAnswer,
  type EngineFilter,
  type EngineQuery,
  type FacetCount,
  type FacetName,
  FLAT_FACETS,
  type IndexDocument,
  perFacet,
  RANGES,
  type RegionCount,
} from "../engine.ts";

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

function passes(document: IndexDocument, filter: EngineFilter, but: FacetName | null): boolean {
  const flat = FLAT_FACETS.every(
    (name) =>
      name === but || filter[name].length === 0 || filter[name].includes(String(document[name])),
  );
  const region =
    but === "region" ||
    filter.region.length === 0 ||
    filter.region.some(({ code }) => document.path.includes(code));
  return flat && region;
}

function inRanges({ ranges }: IndexDocument, filter: EngineFilter): boolean {
  return RANGES.every((key) => {
    const { min, max } = filter.ranges[key] ?? {};
    const value = ranges[key];
    if (min === undefined && max === undefined) return true;
    return value !== null && value >= (min ?? value) && value <= (max ?? value);
  });
}

/** 0 names, 1 head, 2 prose, 3 nowhere. */
function placeOf(document: IndexDocument, word: string): number {
  const at = [document.names, document.head, document.body].findIndex((words) =>
    words.includes(word),
  );
  return at < 0 ? 3 : at;
}

function ordered(documents: IndexDocument[], { sort, words }: EngineQuery): IndexDocument[] {
  const cost = (each: IndexDocument) => words.reduce((sum, word) => sum + placeOf(each, word), 0);
  const received = (each: IndexDocument) => each.ranges.received ?? -1;
  return documents.toSorted((a, b) => {
    if (sort === "year") return b.year - a.year || compare(a.id, b.id);
    if (sort === "published") return b.published - a.published || compare(a.id, b.id);
    if (sort === "received") return received(b) - received(a) || compare(a.id, b.id);
    return cost(a) - cost(b) || b.year - a.year || a.standing - b.standing || compare(a.id, b.id);
  });
}

const KEYS = {
  year: (each: IndexDocument) => each.year,
  published: (each: IndexDocument) => each.published,
  received: (each: IndexDocument) => each.ranges.received,
};

/** Whether a document stands behind the key a list goes on from; blanks come last. */
function isBehind(document: IndexDocument, { sort, after }: EngineQuery): boolean {
  if (after === null || sort === "relevance") return true;
  const value = KEYS[sort](document) ?? Number.NEGATIVE_INFINITY;
  const from = after.value ?? Number.NEGATIVE_INFINITY;
  return value < from || (value === from && document.id > after.id);
}

function tally(values: readonly string[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => compare(a.value, b.value));
}

function regionCounts(documents: readonly IndexDocument[], filter: EngineFilter): RegionCount[] {
  const open = new Set(filter.region.flatMap(({ path }) => path));
  const children = (parent: string) =>
    documents.flatMap(({ path }) => path.filter((_, i) => i > 0 && path[i - 1] === parent));
  return [
    ...tally(documents.flatMap(({ path }) => path.slice(0, 1))).map((each) => ({
      ...each,
      parent: null,
    })),
    ...[...open].flatMap((parent) => tally(children(parent)).map((each) => ({ ...each, parent }))),
  ];
}

/** What any engine must answer, worked out by going through all documents one by one. */
export function oracle(documents: readonly IndexDocument[], query: EngineQuery): EngineAnswer {
  const { filter } = query;
  const found = documents.filter(
    (each) =>
      query.words.every((word) => placeOf(each, word) < 3) &&
      (query.ids === null || query.ids.includes(each.id)) &&
      inRanges(each, filter),
  );
  const hits = found.filter((each) => passes(each, filter, null));
  const count = (name: FacetName) => found.filter((each) => passes(each, filter, name));
  return {
    ids: ordered(
      hits.filter((each) => isBehind(each, query)),
      query,
    )
      .slice(query.offset, query.offset + query.limit)
      .map(({ id }) => id),
    total: hits.length,
    facets: query.facets
      ? {
          ...perFacet((name) => tally(count(name).map((each) => String(each[name])))),
          region: regionCounts(count("region"), filter),
        }
      : null,
  };
}

/** The same counts in one order, so that answers can be compared. */
export function sortedAnswer({ ids, total, facets }: EngineAnswer): EngineAnswer {
  const key = (each: FacetCount) => `${"parent" in each ? each.parent : ""}/${each.value}`;
  const sort = <C extends FacetCount>(counts: readonly C[]) =>
    counts.toSorted((a, b) => compare(key(a), key(b)));
  return {
    ids: [...ids],
    total,
    facets: facets && {
      ...perFacet((name) => sort(facets[name])),
      region: sort(facets.region),
    },
  };
}
