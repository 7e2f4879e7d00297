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

/** The edition whose labels are printed, whatever the year says; where both fit alike, or one table is of each, the year decides. */
export function recogniseEdition(tokens: readonly Token[], year: number | null): Recognised | null {
  const lawful = year === null ? null : editionForYear(year);
  const candidates = EDITIONS.map((edition) => {
    const zones = findZones(tokens, vocabularies(edition));
    const byTable = vocabularies(edition).map((vocabulary) =>
      countLabels(zones.filter((zone) => zone.vocabulary === vocabulary)),
    );
    return { edition, zones, byTable, labels: byTable.reduce((sum, count) => sum + count, 0) };
  });
  const hasOwn = candidates.map((own) =>
    own.byTable.some((count, table) =>
      candidates.every((other) => other === own || count > (other.byTable[table] ?? 0)),
    ),
  );
  const isMixed = hasOwn.filter(Boolean).length > 1;
  const isLawful = (candidate: Recognised) => Number(candidate.edition === lawful);
  candidates.sort((a, b) =>
    isMixed
      ? isLawful(b) - isLawful(a) || b.labels - a.labels
      : b.labels - a.labels || isLawful(b) - isLawful(a),
  );
  const [best] = candidates;
  return best && best.labels >= LABELS_NEEDED ? best : null;
}

function countLabels(zones: readonly Zone[]): number {
  // Words that stand for a group and for a row alike are one label.
  const seen = new Set<string>();
  for (const { tokens, vocabulary } of zones)
    for (const { label } of joinLabels(tokens, vocabulary))
      if (label) for (const entry of vocabulary.find(label)) seen.add(entry.label.key);
  return seen.size;
}
