import { parseRaw } from "#lib/editions/cell-value.ts";
import type { Cell, CellKey, Cells } from "#lib/editions/content.ts";
import { type CellSpec, cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { withoutBlankThousands, withoutLeadingZeros } from "../figures.ts";
import { holds } from "../loose.ts";
import type { Page } from "../plain.ts";
import type { Token } from "../tokens.ts";
import type { Doubt } from "./doubt.ts";

/** Spellings that elsewhere are two figures or more, by the doubt on those that no sum bears out. */
const SPELLINGS = {
  blankThousands: withoutBlankThousands,
  leadingZeros: withoutLeadingZeros,
} as const;
export type Spelling = keyof typeof SPELLINGS;

/** A cell, and how its figure is spelled; null where that is nothing special. */
interface Spelled {
  cell: Cell;
  spelling: Spelling | null;
}

/**
 * A cell whose thousands are parted by blanks, `1 234`, or that begins with noughts, `007`, with the number it says: only in
 * the grid of a real table, since elsewhere these are several figures. All others stay as they are.
 */
export function spelledInGrid(cell: Cell, spec: CellSpec, token: Token, page: Page): Spelled {
  const at = page.plainAt(token.start);
  const isInGrid = page.hasExactRows && page.isExact(at) && !page.isLoose?.(at);
  if (cell.state !== "text" || !isInGrid) return { cell, spelling: null };
  for (const spelling of ["blankThousands", "leadingZeros"] as const) {
    const plain = SPELLINGS[spelling](token.text);
    const figure = plain === null ? null : parseRaw(spec, plain);
    if (figure?.state === "number") return { cell: { ...figure, raw: cell.raw }, spelling };
  }
  return { cell, spelling: null };
}

/**
 * A doubt at each of those cells that stands in no sum of the form, or in one that does not hold; in a row with blank cells
 * at all from the first of these on, whatever the sums say: it may be several figures, and those behind it may have moved.
 */
export function gridSpellingDoubts(
  edition: Edition,
  cells: Cells,
  spelled: ReadonlyMap<CellKey, Spelling>,
): Doubt[] {
  if (spelled.size === 0) return [];
  const sums = demandedSums(edition, cells);
  const specs = cellSpecs(edition);
  const printed = [...specs.values()].filter(({ key }) => key in cells);
  const rows = Map.groupBy(printed, rowOf);
  const doubted = [...spelled].map(([key, spelling]) => {
    const row = rows.get(rowOf(specs.get(key))) ?? [];
    const isBlank = (spec: CellSpec) => cells[spec.key]?.state === "blank";
    const first = row.findIndex((spec) => spec.key === key || isBlank(spec));
    const own = sums.filter(({ left, right }) => left.includes(key) || right.includes(key));
    const isBorne = own.length > 0 && own.every((sum) => holds(sum, cells));
    const moved = row.some(isBlank) ? row.slice(first).map((spec) => spec.key) : [];
    const keys = moved.length > 0 ? moved : isBorne ? [] : [key];
    return { spelling, keys };
  });
  return [...Map.groupBy(doubted, ({ spelling }) => spelling)].flatMap(([code, found]): Doubt[] => {
    const keys = [...new Set(found.flatMap((one) => one.keys))];
    const first = keys.find((key) => spelled.get(key) === code);
    return first === undefined ? [] : [{ code, cells: keys, words: cells[first]?.raw ?? "" }];
  });
}

/** The printed row of a cell: where rows stand side by side, all of its table. */
function rowOf(spec: CellSpec | undefined): string {
  if (spec?.table.layout === "side-by-side") return spec.table.key;
  return `${spec?.table.key}.${spec?.row.key}`;
}
