import { printedUnit } from "#components/report/figure.ts";
import type { Cell } from "#lib/editions/content.ts";
import type { CellSpec, Text } from "#lib/editions/edition.ts";

const OF_THE_FORM: Text = { zh: "按表头的万元计", en: "stored as × 10,000 yuan, as the head says" };

/**
 * What is said of the unit beside an amount: where it is neither typed with it nor the one in the form's head; and where
 * what was read had none that is known, so that the figure typed over it is taken in the head's.
 */
export function unitNote(
  spec: CellSpec,
  typed: Cell | undefined,
  loaded: Cell | undefined,
): Text | null {
  if (!typed || (typed.unit && typed.raw.includes(typed.unit))) return null;
  const other = printedUnit(spec, typed);
  if (other || typed.state !== "number" || typed.unit !== "万元") return other;
  const wasOpen = loaded?.state === "number" && loaded.unit === null;
  return wasOpen && spec.column.type === "amount" ? OF_THE_FORM : null;
}
