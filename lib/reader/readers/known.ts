import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { labelKey } from "../labels.ts";
import { vocabularies } from "../vocabulary.ts";

/** As many labels of a form make a table one of its own, where a row has none. */
export const LABELS_OF_A_FORM = 3;

/** The rows of a table that belong to a form: those with a label of it, or all where there are several in the table. */
export function rowsOfForm<C>(
  rows: readonly (readonly C[])[],
  wordsOf: (cell: C) => string,
): ReadonlySet<readonly C[]> {
  const labels = rows.map((row) => row.filter((cell) => isKnown(wordsOf(cell))).length);
  const isForm = labels.reduce((sum, count) => sum + count, 0) >= LABELS_OF_A_FORM;
  return new Set(rows.filter((_, index) => isForm || (labels[index] ?? 0) > 0));
}

/** Whether some form has this label. */
export function isKnown(text: string): boolean {
  const label = labelKey(fold(text));
  if (label.key === "") return false;
  return EDITIONS.some((edition) => vocabularies(edition).some((table) => table.knows(label)));
}
