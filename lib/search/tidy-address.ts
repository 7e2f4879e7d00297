import type { Given } from "./query.ts";
import { ASKED_NAME, REGION_NAME } from "./region-search.ts";

/** Where the region facet is on a search page. */
const REGION_FACET = "#facet-region";

/** The first value of a parameter. */
const first = (value: Given[string]) => (typeof value === "string" ? value : value?.[0]) ?? "";

/**
 * Where a form of the search page really leads: the address without the fields that were left blank, and at the region
 * facet where its box says something new, whichever button or key sent it. Null for an address that is tidy.
 */
export function tidyAddress(path: string, given: Given): string | null {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  const kept = pairs.filter(([name, value]) => value !== "" && name !== ASKED_NAME);
  if (kept.length === pairs.length) return null;
  const parameters = new URLSearchParams(kept).toString();
  const looked = first(given[REGION_NAME]).trim();
  const isNew =
    given[ASKED_NAME] !== undefined && looked !== "" && looked !== first(given[ASKED_NAME]);
  return `${path}${parameters === "" ? "" : `?${parameters}`}${isNew ? REGION_FACET : ""}`;
}
