import type { Edition } from "#lib/editions/edition.ts";
import { EDITIONS, editionForYear } from "#lib/editions/registry.ts";
import { findZones, joinLabels, type Zone } from "./tables/zones.ts";
import type { Token } from "./tokens.ts";
import { vocabularies } from "./vocabulary.ts";

export interface Recognised {
  edition: Edition;
  zones: Zone[];
  /** How many of the edition's labels are printed. */
  labels: number;
}

const LABELS_NEEDED = 8;

/** The edition whose labels are printed, whatever the year says; where both fit alike, the year decides. */
export function recogniseEdition(tokens: readonly Token[], year: number | null): Recognised | null {
  const lawful = year === null ? null : editionForYear(year);
  const candidates = EDITIONS.map((edition) => {
    const zones = findZones(tokens, vocabularies(edition));
    return { edition, zones, labels: countLabels(zones) };
  });
  candidates.sort(
    (a, b) => b.labels - a.labels || Number(b.edition === lawful) - Number(a.edition === lawful),
  );
  const [best] = candidates;
  return best && best.labels >= LABELS_NEEDED ? best : null;
}

function countLabels(zones: readonly Zone[]): number {
  const seen = new Set<object>();
  for (const { tokens, vocabulary } of zones)
    for (const { label } of joinLabels(tokens, vocabulary))
      if (label) for (const entry of vocabulary.find(label)) seen.add(entry);
  return seen.size;
}
