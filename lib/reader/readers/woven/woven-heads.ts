import type { Block, Column, Table } from "#lib/editions/edition.ts";
import { headWays } from "../dump/dumped-heads.ts";
import { areInOrder } from "../dump/head-order.ts";
import { charactersOf, countsOf } from "../pdf/form-heads.ts";
import { hanOf } from "./woven-forms.ts";

/** A piece of a head, and where it begins and ends in its line, a Chinese character taken for one column of it or for two. */
export interface HeadPiece {
  han: string;
  reaches: readonly { left: number; right: number }[];
}

/** Whether pieces of heads have the characters of all heads of a table, those of later pages once more, and no others. */
export function haveAllHeads(pieces: readonly string[], table: Table, block: Block): boolean {
  const printed = countsOf(pieces.flatMap(charactersOf));
  return headWays(table, block).some((way) => {
    const counts = countsOf(way.flatMap((text) => charactersOf(hanOf(text))));
    if (counts.size !== printed.size) return false;
    const times = [...counts].map(([one, count]) => (printed.get(one) ?? 0) / count);
    return times.every((time) => time === times[0] && Number.isInteger(time));
  });
}

/** What the lines of heads say of the order of columns: the form's, nothing for certain, or another; blanks keep the columns where a text is laid out. */
export function orderOf(
  lines: readonly (readonly HeadPiece[])[],
  table: Table,
  block: Block,
  isLaidOut: boolean,
): "form" | "open" | "other" {
  const joined = lines.map((pieces) => pieces.map(({ han }) => han).join(" "));
  const groups = table.columnGroups.map(({ label }) => hanOf(label.zh));
  const broken = groups.filter((group) => joined.every((line) => !line.includes(group)));
  const placed = lines.map((pieces) =>
    pieces
      .filter(({ han }) => !groups.includes(han))
      .flatMap((piece) => placeOf(piece, block.columns, broken) ?? []),
  );
  if (!placed.every((own) => areAscending(own.map(({ place }) => place)))) return "other";
  const isInOneLine = placed.some(
    (own) => new Set(own.map(({ place }) => place)).size === block.columns.length,
  );
  // The head of a group alone in its line says nothing of its place.
  const single = joined.filter((line) => !groups.includes(line));
  if (isInOneLine || [joined, single].some((own) => areInOrder(own, table, block))) return "form";
  if (!isLaidOut) return "open";
  return [0, 1].some((width) => standApart(placed.flat(), width, block.columns.length))
    ? "form"
    : "open";
}

const areAscending = (places: readonly number[]) =>
  places.every((place, index) => place > (places[index - 1] ?? -1));

interface Placed extends HeadPiece {
  place: number;
}

/** A piece that only one column has, with its place; null for any other. */
function placeOf(
  piece: HeadPiece,
  columns: readonly Column[],
  groups: readonly string[],
): Placed | null {
  const [place, ...others] = columns.flatMap(({ label }, index) =>
    hanOf(label.zh).includes(piece.han) ? [index] : [],
  );
  const isOther = others.length > 0 || groups.some((group) => group.includes(piece.han));
  return place === undefined || isOther ? null : { ...piece, place };
}

/** Whether the columns stand one beside the other in the form's order, whatever line their heads are in. */
function standApart(pieces: readonly Placed[], width: number, count: number): boolean {
  const reaches = Array.from({ length: count }, (_, place) => {
    const own = pieces
      .filter((piece) => piece.place === place)
      .flatMap(({ reaches: all }) => all[width] ?? []);
    return {
      left: Math.min(...own.map(({ left }) => left)),
      right: Math.max(...own.map(({ right }) => right)),
    };
  });
  return reaches.every(
    ({ left, right }, place) => left < right && left >= (reaches[place - 1]?.right ?? 0),
  );
}
