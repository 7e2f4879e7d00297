import type { Text } from "#lib/editions/edition.ts";
import type { EngineFilter, FacetCount, FacetCounts, FacetName, FlatFacet } from "./engine.ts";
import { FACET_ORDER, valueLabel } from "./labels.ts";
import type { FacetFrame } from "./queries.ts";
import { CLOSED } from "./query.ts";

export interface FacetValue {
  value: string;
  label: Text;
  count: number;
  isChosen: boolean;
  /** How deep it stands in the tree of regions; 0 elsewhere. */
  depth: number;
}

export interface Facet {
  name: FacetName;
  values: readonly FacetValue[];
}

const upwards = ([first, last]: readonly [number, number]) =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i));

/** Every value of a flat facet in its order, whether anything was counted under it or not. */
function valuesOf(name: FlatFacet, counted: readonly string[], { years }: FacetFrame): string[] {
  if (name !== "year") return [...new Set([...CLOSED[name], ...counted])];
  const all = new Set([...(years ? upwards(years) : []), ...counted]);
  return [...all].sort().reverse();
}

/** Chosen values first, then the others in their order; those that count nothing stay. */
function flat(
  name: FlatFacet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  frame: FacetFrame,
): FacetValue[] {
  const found = new Map(counts.map(({ value, count }) => [value, count]));
  const values = valuesOf(name, [...found.keys(), ...chosen], frame).map((value) => ({
    value,
    label: valueLabel(name, value),
    count: found.get(value) ?? 0,
    isChosen: chosen.includes(value),
    depth: 0,
  }));
  return [...values.filter((each) => each.isChosen), ...values.filter((each) => !each.isChosen)];
}

/** The tree of regions as a list: children right below their parent; of siblings, what is opened first, what counts nothing last. */
function tree(
  counts: FacetCounts["region"],
  filter: EngineFilter,
  { regions }: FacetFrame,
): FacetValue[] {
  const chosen = new Set(filter.region.map(({ code }) => code));
  const opened = new Set(filter.region.flatMap(({ path }) => path));
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const missing = regions.map(({ code, parent }) => ({ value: code, count: 0, parent }));
  const all = [...new Map([...missing, ...counts].map((each) => [each.value, each])).values()];
  const rank = ({ value, count }: FacetCount) => (opened.has(value) ? 0 : count > 0 ? 1 : 2);
  const below = (parent: string | null, depth: number): FacetValue[] =>
    all
      .filter((each) => each.parent === parent)
      .sort((a, b) => rank(a) - rank(b) || (a.value < b.value ? -1 : 1))
      .flatMap(({ value, count }) => {
        const name = names.get(value) ?? value;
        const own = {
          value,
          label: { zh: name, en: name },
          count,
          isChosen: chosen.has(value),
          depth,
        };
        return opened.has(value) ? [own, ...below(value, depth + 1)] : [own];
      });
  return below(null, 0);
}

/** Every facet with its values, labels and counts, in the order in which they are shown. */
export function facetViews(counts: FacetCounts, filter: EngineFilter, frame: FacetFrame): Facet[] {
  return FACET_ORDER.map((name) => ({
    name,
    values:
      name === "region"
        ? tree(counts.region, filter, frame)
        : flat(name, counts[name], filter[name], frame),
  }));
}

/** How many reports there would be without a facet's choice: the sum of its counts, which ignore that choice. */
export function countWithout(counts: FacetCounts, name: FacetName): number {
  const list =
    name === "region" ? counts.region.filter(({ parent }) => parent === null) : counts[name];
  return list.reduce((sum, { count }) => sum + count, 0);
}
