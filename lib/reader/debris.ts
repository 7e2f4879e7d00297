import type { SectionKey } from "#lib/editions/content.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey } from "./labels.ts";
import { vocabularies } from "./vocabulary.ts";

const known = new Map<SectionKey, string>();

/** Whether a folded line beside the table of a section is nothing but labels of that table, or pieces of them: it is no prose. */
export function isDebris(line: string, section: SectionKey): boolean {
  const parts = line.split(/[\s|]+/u).filter((part) => part !== "");
  const labels = labelsOf(section);
  return parts.length > 0 && parts.every((part) => isPiece(part, labels));
}

function isPiece(part: string, labels: string): boolean {
  const { key } = labelKey(part);
  return key !== "" && /\p{Script=Han}/u.test(key) && labels.includes(key);
}

/** The words of every label of the tables of a section, whatever the edition. */
function labelsOf(section: SectionKey): string {
  let labels = known.get(section);
  if (labels === undefined) {
    labels = EDITIONS.flatMap((edition) => vocabularies(edition))
      .filter(({ table }) => table.section === section)
      .flatMap(({ entries }) => entries.map(({ label }) => label.key))
      .join("\n");
    known.set(section, labels);
  }
  return labels;
}
