import type { Cell, Cells } from "#lib/editions/content.ts";
import { saying } from "./diff.ts";
import type { Doubt } from "./schema.ts";
import { storedFigures } from "./stored.ts";

/** The figures the reader was sure of, as the source says them: what one may say later was changed. */
export function certainFigures(cells: Cells, doubts: readonly Pick<Doubt, "cell">[]): Cells {
  const doubted = new Set(doubts.map(({ cell }) => cell));
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, { raw, value, state, unit }]) => {
      const figure: Cell = { raw, value, state, ...(unit === undefined ? {} : { unit }) };
      return doubted.has(key) ? [] : [[key, figure]];
    }),
  );
}

/** How many of the figures that were surely read now say something else; a blank that is not there any more says the same. */
export function changedFigures(read: Cells, now: Cells): number {
  const said = (cell: Cell | undefined) => (cell && cell.state !== "blank" ? saying(cell) : "");
  return Object.keys(read).filter((key) => said(read[key]) !== said(now[key])).length;
}

/** The same for what was kept of a reading; null where its figures were not. */
export function changedSince(reading: { figures: unknown } | null, now: Cells): number | null {
  const read = storedFigures(reading?.figures ?? null);
  return read && changedFigures(read, now);
}
