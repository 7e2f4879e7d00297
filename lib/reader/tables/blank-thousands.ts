import { parseRaw } from "#lib/editions/cell-value.ts";
import type { Cell, CellKey, Cells } from "#lib/editions/content.ts";
import { type CellSpec, cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { withoutBlankThousands } from "../figures.ts";
import { holds } from "../loose.ts";
import type { Page } from "../plain.ts";
import type { Token } from "../tokens.ts";
import type { Doubt } from "./doubt.ts";

/**
 * A cell whose thousands are parted by blanks, `1 234`, with the number it says: only in the grid of a real table, since
 * elsewhere blanks part one figure from the next. All others stay as they are.
 */
export function withBlankThousands(cell: Cell, spec: CellSpec, token: Token, page: Page): Cell {
  const at = page.plainAt(token.start);
  const isInGrid = page.hasExactRows && page.isExact(at) && !page.isLoose?.(at);
  if (cell.state !== "text" || !isInGrid) return cell;
  const joined = withoutBlankThousands(token.text);
  if (joined === null) return cell;
  const figure = parseRaw(spec, joined);
  return figure.state === "number" ? { ...figure, raw: cell.raw } : cell;
}

/** A doubt at each of those cells that stands in no sum of the form, or in one that does not hold: it may be two figures, one of them that of a blank cell of its row. */
export function blankThousandsDoubts(
  edition: Edition,
  cells: Cells,
  keys: readonly CellKey[],
): Doubt[] {
  if (keys.length === 0) return [];
  const sums = demandedSums(edition, cells);
  const open = keys.filter((key) => {
    const own = sums.filter(({ left, right }) => left.includes(key) || right.includes(key));
    return own.length === 0 || !own.every((sum) => holds(sum, cells));
  });
  const [first] = open;
  if (first === undefined) return [];
  const specs = cellSpecs(edition);
  const rows = new Set(open.map((key) => rowOf(specs.get(key))));
  const blank = [...specs.values()].filter(
    (spec) => cells[spec.key]?.state === "blank" && rows.has(rowOf(spec)),
  );
  const words = cells[first]?.raw ?? "";
  return [{ code: "blankThousands", cells: [...open, ...blank.map(({ key }) => key)], words }];
}

/** The printed row of a cell: where rows stand side by side, all of its table. */
function rowOf(spec: CellSpec | undefined): string {
  if (spec?.table.layout === "side-by-side") return spec.table.key;
  return `${spec?.table.key}.${spec?.row.key}`;
}
