import { printedUnit } from "#components/report/figure.ts";
import type { Cell } from "#lib/editions/content.ts";
import type { CellSpec, Text } from "#lib/editions/edition.ts";

/** An amount in another unit than the head's: the figure alone would be ten thousand times another. */
const IN_YUAN: Text = {
  zh: "按元计，不是表头的万元",
  en: "in yuan, not × 10,000 as the head says",
};
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
  const other = otherUnit(spec, typed);
  if (other || typed.state !== "number" || typed.unit !== "万元") return other;
  const wasOpen = loaded?.state === "number" && loaded.unit === null;
  return wasOpen && spec.column.type === "amount" ? OF_THE_FORM : null;
}

function otherUnit(spec: CellSpec, typed: Cell): Text | null {
  const printed = printedUnit(spec, typed);
  return printed && typed.unit === "元" && spec.column.unit === "万元" ? IN_YUAN : printed;
}
