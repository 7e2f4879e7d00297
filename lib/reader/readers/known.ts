import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey } from "../labels.ts";
import { vocabularies } from "../vocabulary.ts";

/** Whether some form has this label. */
export function isKnown(text: string): boolean {
  const label = labelKey(fold(text));
  if (label.key === "") return false;
  return EDITIONS.some((edition) => vocabularies(edition).some((table) => table.knows(label)));
}
