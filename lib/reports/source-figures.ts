import type { Cell, CellKey, Cells } from "#lib/editions/content.ts";
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

/** What the source says where a figure that was surely read now says something else; a blank that is not there any more says the same. */
export function changedFigures(read: Cells, now: Cells): Record<CellKey, string> {
  const said = (cell: Cell | undefined) => (cell && cell.state !== "blank" ? saying(cell) : "");
  return Object.fromEntries(
    Object.entries(read)
      .filter(([key, cell]) => said(cell) !== said(now[key]))
      .map(([key, cell]) => [key, cell.raw.trim()]),
  );
}

/** The same for what was kept of a reading; null where its figures were not. */
export function changedSince(
  reading: { figures: unknown } | null,
  now: Cells,
): Record<CellKey, string> | null {
  const read = storedFigures(reading?.figures ?? null);
  return read && changedFigures(read, now);
}
