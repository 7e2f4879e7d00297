import { fold } from "#lib/chinese/fold.ts";
import type { Column } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Heads } from "./heads.ts";
import type { PrintedRow } from "./rows.ts";

/**
 * Whether figures may stand in other columns than those of their heads, one of which is not known: before the first known
 * column a stranger may as well stand over the labels, and all figures one place off; and where a head of the form is
 * missing, a piece of it may stand below the head to its right.
 */
export function figuresMayBeOff(
  { columns }: Heads,
  [first]: readonly PrintedRow[],
  isExact: boolean,
): boolean {
  if (columns[0] === null) return true;
  const lost = first?.block.columns.filter((column) => !columns.includes(column)) ?? [];
  if (!first || lost.length === 0) return false;
  const lines = new Set(first.heads.map(({ line }) => line));
  return isExact ? first.heads.some((head) => isPieceOf(head, lost)) : lines.size > 1;
}

/** Whether a head is a piece of that of some column. */
function isPieceOf({ label }: Token, columns: readonly Column[]): boolean {
  const words = label?.key ?? "";
  return columns.some((column) => {
    const whole = labelKey(fold(column.label.zh)).key;
    return words !== "" && words !== whole && whole.includes(words);
  });
}
