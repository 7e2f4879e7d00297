import { wordIn } from "#lib/agencies/address.ts";
import type { EngineQuery } from "./engine.ts";
import type { FacetValue } from "./facets.ts";
import type { Moment } from "./prepare.ts";
import { findPlaces } from "./queries.ts";
import type { Given } from "./query.ts";
import { namesWith } from "./suggest.queries.ts";
import { byFit } from "./suggest.ts";
import { typed, typedWords } from "./suggest-words.ts";

/** The parameter of a search page that looks for regions by name. */
export const REGION_NAME = "region.name";

/** What that box said when the page was made: a form that says otherwise asks for a region. */
export const ASKED_NAME = "region.asked";

/** A region that was looked for by name, and the regions above it. */
export interface FoundRegion extends FacetValue {
  above: readonly string[];
}

/** What the search box of the region facet found. */
export interface RegionSearch {
  text: string;
  values: readonly FoundRegion[];
  /** Whether more regions fit than are shown. */
  hasMore: boolean;
}

const MOST = 20;
const LONGEST = 40;

/** What was typed into the search box of the region facet; empty where nothing was. */
export function regionText(given: Given): string {
  const value = given[REGION_NAME];
  return wordIn(typeof value === "string" ? value : value?.[0], LONGEST);
}

/** Regions by name or pinyin, each with its count under the other conditions, those chosen first. */
export async function searchRegions(
  text: string,
  query: EngineQuery,
  at: Moment,
): Promise<RegionSearch> {
  const asked = typed(text);
  const words = typedWords(asked);
  const named = words.length > 0 ? byFit(asked, await namesWith(words, at.now, "region")) : [];
  const found = await findPlaces(
    named.slice(0, MOST).map(({ key }) => key),
    [],
  );
  const nodes = new Map([...query.filter.region, ...found].map((each) => [each.code, each]));
  const filter = { ...query.filter, region: [...nodes.values()] };
  const { answer } = await at.asker.ask(
    { ...query, filter, limit: 1, offset: 0, after: null, facets: true },
    at.now.getTime(),
  );
  const counts = new Map(answer.facets?.region.map(({ value, count }) => [value, count]));
  const chosen = new Set(query.filter.region.map(({ code }) => code));
  const values = named.slice(0, MOST).map(
    ({ key, name, place }): FoundRegion => ({
      value: key,
      label: { zh: name, en: name },
      above: place.slice(0, -1),
      count: counts.get(key) ?? 0,
      isChosen: chosen.has(key),
      depth: 0,
    }),
  );
  return { text, values, hasMore: named.length > MOST };
}
