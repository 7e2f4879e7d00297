import { opaque } from "#lib/chinese/tokens.ts";
import { readCursor } from "./cursor.ts";
import { type EngineQuery, MAX_RESULTS, type RegionNode } from "./engine.ts";
import type { SearchState } from "./query.ts";
import { type Lifted, type Place, type Understood, understand } from "./understand.ts";

export interface Plan {
  understood: Understood;
  /** What was lifted and is in force: a facet that was chosen by hand outweighs the query. */
  lifted: readonly Lifted[];
  /** Chosen codes that no region has. */
  unknownRegions: readonly string[];
  query: EngineQuery;
}

/** Turns the state of a search into what an engine is asked. `places` holds the regions named by code in the state and those that the words may mean. */
export function planSearch(state: SearchState, places: readonly Place[]): Plan {
  const understood = understand(state.q, places);
  const lifted = understood.lifted.filter(({ facet }) => state[facet].length === 0);
  const of = (facet: Lifted["facet"]) => [
    ...state[facet],
    ...lifted.filter((each) => each.facet === facet).map(({ value }) => value),
  ];
  const nodes = new Map(places.map(({ code, path }) => [code, path]));
  const region = [...new Set(of("region"))].flatMap((code): RegionNode[] => {
    const path = nodes.get(code);
    return path ? [{ code, path }] : [];
  });
  const offset = state.cursor === null ? (state.page - 1) * state.size : 0;
  return {
    understood,
    lifted,
    unknownRegions: state.region.filter((code) => !nodes.has(code)),
    query: {
      words: understood.words.map(opaque),
      ids: null,
      filter: {
        year: [...new Set(of("year"))],
        level: [...new Set(of("level"))],
        kind: state.kind,
        scope: state.scope,
        edition: state.edition,
        check: state.check,
        region,
        ranges: state.ranges,
      },
      sort: state.sort,
      after: state.cursor === null ? null : readCursor(state.cursor, state.sort),
      offset: Math.min(offset, MAX_RESULTS),
      limit: state.size,
      facets: true,
    },
  };
}
