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

/** A doubt at each of those cells that stands in no sum of the form, or in one that does not hold: it may be several figures, some of them those of blank cells of its row. */
export function gridSpellingDoubts(
  edition: Edition,
  cells: Cells,
  spelled: ReadonlyMap<CellKey, Spelling>,
): Doubt[] {
  if (spelled.size === 0) return [];
  const sums = demandedSums(edition, cells);
  const open = [...spelled].filter(([key]) => {
    const own = sums.filter(({ left, right }) => left.includes(key) || right.includes(key));
    return own.length === 0 || !own.every((sum) => holds(sum, cells));
  });
  const specs = cellSpecs(edition);
  return [...Map.groupBy(open, ([, spelling]) => spelling)].map(([code, found]): Doubt => {
    const keys = found.map(([key]) => key);
    const rows = new Set(keys.map((key) => rowOf(specs.get(key))));
    const blank = [...specs.values()].filter(
      (spec) => cells[spec.key]?.state === "blank" && rows.has(rowOf(spec)),
    );
    const words = cells[keys[0] ?? ""]?.raw ?? "";
    return { code, cells: [...keys, ...blank.map(({ key }) => key)], words };
  });
}

/** The printed row of a cell: where rows stand side by side, all of its table. */
function rowOf(spec: CellSpec | undefined): string {
  if (spec?.table.layout === "side-by-side") return spec.table.key;
  return `${spec?.table.key}.${spec?.row.key}`;
}
