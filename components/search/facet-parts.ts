import type { FacetValue } from "#lib/search/facets.ts";

/** Siblings beyond this many stand behind a line that opens. */
const SHOWN = 12;

/** Values that stand in the open, and the siblings after them that do not. */
export interface FacetPart {
  open: readonly FacetValue[];
  rest: readonly FacetValue[];
}

/** Cuts a facet where its long tails are, level by level in a tree; what is chosen, or has others below it, is no tail. */
export function facetParts(values: readonly FacetValue[]): FacetPart[] {
  const parts: { open: FacetValue[]; rest: FacetValue[] }[] = [];
  const places: number[] = [];
  for (const [index, value] of values.entries()) {
    const { depth, isChosen } = value;
    places.length = depth + 1;
    const place = places[depth] ?? 0;
    places[depth] = place + 1;
    const hasBelow = (values[index + 1]?.depth ?? 0) > depth;
    const isTail = place >= SHOWN && !isChosen && !hasBelow;
    const last = parts.at(-1);
    if (isTail && last) {
      const isSameTail = last.rest.length === 0 || last.rest[0]?.depth === depth;
      if (isSameTail) last.rest.push(value);
      else parts.push({ open: [], rest: [value] });
    } else if (last && last.rest.length === 0) last.open.push(value);
    else parts.push({ open: [value], rest: [] });
  }
  return parts;
}
