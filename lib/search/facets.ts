import type { Text } from "#lib/editions/edition.ts";
import type { EngineFilter, FacetCount, FacetCounts, FacetName, FlatFacet } from "./engine.ts";
import { FACET_ORDER, valueLabel } from "./labels.ts";
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

const closedValues = (name: FlatFacet): readonly string[] => (name === "year" ? [] : CLOSED[name]);

/** A closed facet shows all its values, zero included; a year shows those counted and those chosen. */
function flat(
  name: FlatFacet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): FacetValue[] {
  const found = new Map(counts.map(({ value, count }) => [value, count]));
  const open = [...new Set([...found.keys(), ...chosen])].sort().reverse();
  const order = name === "year" ? open : [...new Set([...closedValues(name), ...open])];
  return order.map((value) => ({
    value,
    label: valueLabel(name, value),
    count: found.get(value) ?? 0,
    isChosen: chosen.includes(value),
    depth: 0,
  }));
}

/** The tree of regions as a list: children right below their parent, provinces in the order of their codes. */
function tree(
  counts: FacetCounts["region"],
  filter: EngineFilter,
  names: ReadonlyMap<string, string>,
): FacetValue[] {
  const chosen = new Set(filter.region.map(({ code }) => code));
  const missing = filter.region.flatMap(({ path }) =>
    path
      .map((value, i) => ({ value, count: 0, parent: path[i - 1] ?? null }))
      .filter(({ value }) => counts.every((each) => each.value !== value)),
  );
  const all = [...new Map([...counts, ...missing].map((each) => [each.value, each])).values()];
  const below = (parent: string | null, depth: number): FacetValue[] =>
    all
      .filter((each) => each.parent === parent)
      .sort((a, b) => (a.value < b.value ? -1 : 1))
      .flatMap(({ value, count }) => {
        const name = names.get(value) ?? value;
        const own = {
          value,
          label: { zh: name, en: name },
          count,
          isChosen: chosen.has(value),
          depth,
        };
        return [own, ...below(value, depth + 1)];
      });
  return below(null, 0);
}

/** Every facet with its values, labels and counts, in the order in which they are shown. */
export function facetViews(
  counts: FacetCounts,
  filter: EngineFilter,
  names: ReadonlyMap<string, string>,
): Facet[] {
  return FACET_ORDER.map((name) => ({
    name,
    values:
      name === "region"
        ? tree(counts.region, filter, names)
        : flat(name, counts[name], filter[name]),
  }));
}

/** How many reports there would be without a facet's choice: the sum of its counts, which ignore that choice. */
export function countWithout(counts: FacetCounts, name: FacetName): number {
  const list =
    name === "region" ? counts.region.filter(({ parent }) => parent === null) : counts[name];
  return list.reduce((sum, { count }) => sum + count, 0);
}
