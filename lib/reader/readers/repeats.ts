import { fold } from "#lib/chinese/fold.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "../figures.ts";
import { labelKey } from "../labels.ts";
import { LONGEST_FIGURE_WORD } from "../tokens.ts";
import { vocabularies } from "../vocabulary.ts";
import type { Spanned } from "./grid.ts";

/** No form is as wide; wider tables stay as they are. */
const WIDEST = 128;

/** Makes one cell again of a merged one whose words, or whose figure, a converter printed in every place it covers. */
export function withoutRepeats<C extends Spanned>(rows: readonly (readonly C[])[]): C[][] {
  let heads: C[] = [];
  let width = 0;
  return rows.map((row) => {
    if (row.length > WIDEST) return [...row];
    const joined = joinedLabels(row);
    const words = joined.filter(({ text }) => text.trim() !== "");
    if (words.some(({ text }) => isFigure(fold(text).trim()))) return joinedFigures(joined, heads);
    // Where rows are as long as what they print, a word under the same is no copy of it.
    const above = row.length === width ? heads : [];
    heads = joined;
    width = row.length;
    return joined.filter(
      (cell) => !isLabel(cell.text) || !above.some((other) => isSame(cell, other)),
    );
  });
}

function isSame(one: Spanned, other: Spanned): boolean {
  return one.from === other.from && one.to === other.to && one.text.trim() === other.text.trim();
}

function joinedLabels<C extends Spanned>(row: readonly C[]): C[] {
  return joined(row, (cell, last) => cell.text.trim() === last.text.trim() && isLabel(cell.text));
}

/** Below a head that covers several columns, equal figures are one. */
function joinedFigures<C extends Spanned>(row: readonly C[], heads: readonly C[]): C[] {
  const wide = heads.filter(({ from, to }) => to > from);
  const isShort = (row.at(-1)?.to ?? 0) < (heads.at(-1)?.to ?? 0);
  // One of several equal figures, or another one, is missing: the first figure alone fits no two heads.
  if (wide.length > 0 && isShort) {
    const first = row.findIndex(({ text }) => isFigure(fold(text).trim()));
    return row.slice(0, first + 1);
  }
  return wide.reduce<C[]>(
    (cells, head) => {
      const below = cells.filter(({ from, to }) => from >= head.from && to <= head.to);
      const [first] = below;
      const isOne = first && below.every(({ text }) => text.trim() === first.text.trim());
      if (!isOne || below.length !== head.to - head.from + 1 || first.text.trim() === "")
        return cells;
      return joined(cells, (cell, last) => below.includes(cell) && last.to >= head.from);
    },
    [...row],
  );
}

function joined<C extends Spanned>(
  row: readonly C[],
  isRepeat: (cell: C, last: C) => boolean,
): C[] {
  const cells: C[] = [];
  for (const cell of row) {
    const last = cells.at(-1);
    if (last && isRepeat(cell, last)) cells[cells.length - 1] = { ...last, to: cell.to };
    else cells.push(cell);
  }
  return cells;
}

/** A label of the form, or words too long to stand for a figure (无 in two cells is two figures). */
function isLabel(text: string): boolean {
  const folded = fold(text).trim();
  if (folded === "" || isFigure(folded)) return false;
  const label = labelKey(folded);
  return (
    folded.length > LONGEST_FIGURE_WORD ||
    EDITIONS.some((edition) => vocabularies(edition).some((table) => table.knows(label)))
  );
}
