import { fold } from "#lib/chinese/fold.ts";
import type { Block } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { type FormHeads, type Sought, soughtIn } from "../pdf/form-heads.ts";
import type { Piece } from "../pdf/lines.ts";

/**
 * The heads of a table whose lines a program has put down out of turn: where their characters are all those of a form's
 * heads and no others, and what each head begins with stands in the form's order from left to right. Null where not.
 */
export function jumbledHeads(lines: readonly (readonly Piece[])[]): FormHeads | null {
  const pieces = lines.flat();
  const printed = counted(pieces.map(({ text }) => text));
  for (const { tables } of EDITIONS)
    for (const table of tables)
      for (const block of table.blocks) {
        if (table.layout === "side-by-side" || block.columns.length < FEWEST) continue;
        const ways = withOrWithout(soughtIn(table, block));
        const sought = ways.find((way) => isSame(printed, counted(way.map(({ text }) => text))));
        const columns = sought && columnsOf(pieces, block);
        if (columns) return { texts: sought.map(({ text }) => text), columns };
      }
  return null;
}

/** Fewer heads may have the same characters by chance. */
const FEWEST = 4;

/** All columns, and what may stand above them or not. */
function withOrWithout(sought: readonly Sought[]): Sought[][] {
  return sought.reduce<Sought[][]>(
    (ways, one) => {
      const more = ways.map((way) => [...way, one]);
      return one.column === null ? more.concat(ways) : more;
    },
    [[]],
  );
}

/** The first piece of each head; null where one has none, or where they do not stand in order. */
function columnsOf(pieces: readonly Piece[], { columns }: Block): Piece[] | null {
  const firsts = columns.flatMap(({ label }) => {
    const head = fold(label.zh);
    const own = pieces.filter(({ text }) => head.startsWith(fold(text)));
    return own.length === 1 ? own : [];
  });
  const isInOrder = firsts.every(({ left }, index) => left > (firsts[index - 1]?.left ?? -1));
  return firsts.length === columns.length && isInOrder ? firsts : null;
}

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of fold(texts.join("")).replace(/\s/gu, ""))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([text, count]) => other.get(text) === count);
}
