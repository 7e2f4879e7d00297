import { type FacetName, FLAT_FACETS, RANGES, type RangeKey } from "./engine.ts";
import type { Plan } from "./plan.ts";
import { type SearchState, START } from "./query.ts";

/** The same search with everything that was lifted out of the words said as filters: what forms carry and chips take away from. */
export function spelledOut(state: SearchState, { lifted, understood }: Plan): SearchState {
  const of = (facet: "year" | "region" | "level") => [
    ...new Set([
      ...state[facet],
      ...lifted.filter((each) => each.facet === facet).map(({ value }) => value),
    ]),
  ];
  return {
    ...state,
    q: lifted.length === 0 ? state.q : understood.rest,
    year: of("year"),
    region: of("region"),
    level: of("level"),
    ...START,
  };
}

/** The search without one value of a facet. */
export function without(state: SearchState, facet: FacetName, value: string): SearchState {
  return { ...state, [facet]: state[facet].filter((each) => each !== value), ...START };
}

/** The search without a whole facet, its words or its ranges. */
export function withoutAll(state: SearchState, part: FacetName | "words" | "ranges"): SearchState {
  if (part === "words") return { ...state, q: "", ...START };
  if (part === "ranges") return { ...state, ranges: {}, ...START };
  return { ...state, [part]: [], ...START };
}

/** The search without the bounds of one series. */
export function withoutRange(state: SearchState, key: RangeKey): SearchState {
  const { [key]: _, ...ranges } = state.ranges;
  return { ...state, ranges, ...START };
}

/** Whether anything narrows the search. */
export function isNarrowed(state: SearchState): boolean {
  const facets = [...FLAT_FACETS, "region"] as const;
  return (
    state.q !== "" ||
    facets.some((name) => state[name].length > 0) ||
    RANGES.some((key) => state.ranges[key] !== undefined)
  );
}
