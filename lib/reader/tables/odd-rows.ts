import type { CellKey, Cells } from "#lib/editions/content.ts";
import { cellKey, type Edition, type Row } from "#lib/editions/edition.ts";
import type { Doubt } from "./doubt.ts";
import { lateRows, loneTotals, shiftedRows, unevenSums } from "./shifted.ts";
import { turnedTables } from "./turned.ts";

/** Rows that were read as printed though what they print cannot well be meant so. */
export function oddRows(
  edition: Edition,
  cells: Cells,
  doubts: readonly Doubt[] = [],
  isExact = false,
): Doubt[] {
  return [
    ...shiftedRows(edition, cells, isExact),
    ...loneTotals(edition, cells),
    ...unevenSums(edition, cells, doubts),
    // In exact rows a blank is no filler of the label before it.
    ...(isExact ? [] : lateRows(edition, cells)),
    ...turnedTables(edition, cells),
    ...copiedRows(edition, cells),
    ...loneGroups(edition, cells, doubts),
  ];
}

/** Doubts about rows that were not read: any of them may be a part of a group. */
const STRAYS: ReadonlySet<Doubt["code"]> = new Set(["unknownRow", "unlabelledOpen"]);

interface Line {
  row: Row;
  keys: CellKey[];
  /** The keys of the rows that this one may be printed instead of, row by row. */
  parts: CellKey[][];
}

function linesOf({ tables }: Edition): Line[] {
  return tables.flatMap((table) =>
    table.blocks.flatMap(({ rows, columns }) => {
      const keysOf = (row: string) => columns.map((column) => cellKey(table.key, row, column.key));
      return rows.map((row) => ({
        row,
        keys: keysOf(row.key),
        parts: (row.insteadOf ?? []).map(keysOf),
      }));
    }),
  );
}

const FEWEST_COLUMNS = 3;
/** Figures without a gap between them, with digits or in Chinese numerals. */
const GLUED = /^(?:[\d/—–-]*\d[\d/—–-]*|[〇○零一二两三四五六七八九十百千]+)$/u;

/** The same digits in each cell, and enough of them for all: the glued figures of a merged cell, copied to all it covered. */
function copiedRows(edition: Edition, cells: Cells): Doubt[] {
  return linesOf(edition).flatMap(({ row, keys }): Doubt[] => {
    const raws = keys.map((key) => cells[key]?.raw ?? "");
    const [first = ""] = raws;
    const isCopied = raws.every((raw) => raw === first) && GLUED.test(first);
    // Two may well be alike, but no figure begins with a nought.
    const isEnough = keys.length >= FEWEST_COLUMNS || (keys.length > 1 && /^0\d/u.test(first));
    if (!isEnough || !isCopied || first.length < keys.length) return [];
    return [{ code: "copied", row, cells: keys, words: first }];
  });
}

/** A group with figures of its own among some of its parts, or beside rows that were not read: they may be those of a part whose label is missing. */
function loneGroups(edition: Edition, cells: Cells, doubts: readonly Doubt[]): Doubt[] {
  const hasStrays = doubts.some(({ code }) => STRAYS.has(code));
  /** The cells of rows that were seen and left out: where one is a part, the group is printed in parts. */
  const leftOut = new Set(doubts.flatMap((doubt) => doubt.cells).filter((key) => !(key in cells)));
  const isPrinted = (some: readonly CellKey[]) => some.some((key) => key in cells);
  return linesOf(edition).flatMap(({ row, keys, parts }): Doubt[] => {
    const missing = parts.filter((part) => !isPrinted(part));
    if (!isPrinted(keys) || missing.length === 0) return [];
    const isInParts = missing.some((part) => part.some((key) => leftOut.has(key)));
    if (missing.length === parts.length && !hasStrays && !isInParts) return [];
    const words = keys.map((key) => cells[key]?.raw || "□").join(" ");
    const printed = keys.filter((key) => key in cells);
    return [{ code: "loneGroup", row, cells: [...printed, ...missing.flat()], words }];
  });
}
