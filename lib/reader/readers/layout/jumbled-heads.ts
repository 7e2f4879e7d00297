import { fold } from "#lib/chinese/fold.ts";
import type { Block } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import {
  charactersOf,
  countsOf,
  type FormHeads,
  type Sought,
  soughtIn,
} from "../pdf/form-heads.ts";
import type { Piece } from "../pdf/lines.ts";

/**
 * The heads of a table whose lines a program has put down out of turn: where their characters are all those of a form's
 * heads and no others, and what each head begins with stands in the form's order from left to right. Null where not.
 */
export function jumbledHeads(lines: readonly (readonly Piece[])[]): FormHeads | null {
  const pieces = lines.flat();
  const printed = countsOf(charactersOf(pieces.map(({ text }) => text).join("")));
  forms ??= jumbles();
  for (const { block, texts, counts } of forms) {
    const columns = isSame(printed, counts) ? columnsOf(pieces, block) : null;
    if (columns) return { texts, columns };
  }
  return null;
}

/** Heads of a form in one of the ways they are printed, and how often each character is there. */
interface Jumble {
  block: Block;
  texts: string[];
  counts: ReadonlyMap<string, number>;
}

let forms: readonly Jumble[] | undefined;

function jumbles(): Jumble[] {
  const tables = EDITIONS.flatMap((edition) => edition.tables);
  return tables
    .filter(({ layout }) => layout !== "side-by-side")
    .flatMap((table) =>
      table.blocks
        .filter(({ columns }) => columns.length >= FEWEST)
        .flatMap((block) =>
          withOrWithout(soughtIn(table, block)).map((sought) => {
            const texts = sought.map(({ text }) => text);
            return { block, texts, counts: countsOf(charactersOf(texts.join(""))) };
          }),
        ),
    );
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

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([text, count]) => other.get(text) === count);
}
