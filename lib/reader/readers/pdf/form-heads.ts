import { fold } from "#lib/chinese/fold.ts";
import type { Block, Table } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import type { Piece } from "./lines.ts";
import type { Interval } from "./open-line.ts";

/** A label of the form that is looked for among the characters over the columns, in part or whole. */
export interface Sought {
  characters: readonly string[];
  text: string;
  /** Its place among the columns; null for what stands over several, or over the labels. */
  column: number | null;
  /** Of the names of rows that are printed side by side: the place of the row. */
  row?: number;
}

interface Character extends Interval {
  text: string;
}

interface State {
  /** How many characters of each label are found. */
  found: readonly number[];
  /** Where the middle of each label was last. */
  middles: readonly (number | null)[];
  /** How far the lines of each label reach. */
  reaches: readonly (Interval | null)[];
}

/** The heads of a table as the form words them, and how far those of each column reach. */
export interface FormHeads {
  texts: string[];
  columns: Interval[];
}

const STEPS = 20_000;
/** How far the lines of one head may stand from each other, in sizes of the font, where nothing else is said. */
const OFF = 2.5;

/**
 * The heads of a table whose characters are spaced out, so that neighbours run into each other: where all characters,
 * line by line, spell the form's heads for as many columns as are allowed in the form's order, and nothing is left over,
 * these are the heads. Null where they do not.
 */
export function formHeads(
  printed: readonly (readonly Piece[])[],
  isCount: (columns: number) => boolean,
  off = OFF,
): FormHeads | null {
  const lines = printed.map(charactersIn);
  const furthest = off * (printed[0]?.[0]?.size ?? 0);
  const counts = countsOf(lines.flat().map(({ text }) => text));
  forms ??= spellings();
  for (const { sought, columns, needed } of forms) {
    if (!isCount(columns) || !holds(counts, needed)) continue;
    const state = new Speller(sought, furthest).spells(lines);
    if (!state || !areInTurn(sought, state)) continue;
    return {
      texts: sought.flatMap(({ text }, index) => (state.found[index] ? [text] : [])),
      columns: sought.flatMap(({ column }, index) => {
        const reach = column === null ? null : state.reaches[index];
        return reach ? [reach] : [];
      }),
    };
  }
  return null;
}

/** The heads of one block of a form, and how often each character must be there for all of its columns. */
interface Spelling {
  sought: readonly Sought[];
  columns: number;
  needed: Counts;
}

type Counts = ReadonlyMap<string, number>;

let forms: readonly Spelling[] | undefined;

function spellings(): Spelling[] {
  return EDITIONS.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.blocks.map((block) => {
        const isBeside = table.layout === "side-by-side";
        const sought = isBeside ? soughtBeside(table, block) : soughtIn(table, block);
        const columns = sought.filter(({ column }) => column !== null);
        const needed = countsOf(columns.flatMap(({ characters }) => characters));
        return { sought, columns: columns.length, needed };
      }),
    ),
  );
}

/** How often each character is there. */
export function countsOf(characters: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Whether lines have the characters of all columns of some table, in whatever order. */
export function haveHeads(printed: readonly (readonly Piece[])[]): boolean {
  const counts = countsOf(
    charactersOf(printed.flatMap((line) => line.map(({ text }) => text)).join("")),
  );
  forms ??= spellings();
  return forms.some(({ needed }) => holds(counts, needed));
}

/** Most texts lack some character: to know it takes less than to try every way of dealing them out. */
function holds(counts: Counts, needed: Counts): boolean {
  return [...needed].every(([character, count]) => (counts.get(character) ?? 0) >= count);
}

/** The same columns for each row, all in one line, under the names of the rows. */
function soughtBeside(table: Table, { rows, columns }: Block): Sought[] {
  const above = [...rows.filter(({ group }) => !group), ...table.rowGroups];
  const below = rows.filter(({ group }) => group);
  const heads = rows.flatMap(() => columns).map(({ label }) => label.zh);
  return [
    ...[...above, ...below].map((named): Sought => {
      const row = rows.findIndex(({ key }) => key === named.key);
      const text = named.label.zh;
      return { characters: charactersOf(text), text, column: null, ...(row >= 0 && { row }) };
    }),
    ...heads.map((text, column) => ({ characters: charactersOf(text), text, column })),
  ];
}

/** Whether the names of rows stand side by side in the form's order. */
function areInTurn(sought: readonly Sought[], { middles }: State): boolean {
  const places = sought
    .flatMap(({ row }, index) => (row === undefined ? [] : [{ row, at: middles[index] ?? null }]))
    .toSorted((a, b) => a.row - b.row)
    .flatMap(({ at }) => at ?? []);
  return places.every((at, index) => index === 0 || at > (places[index - 1] ?? at));
}

/** In the order in which heads are read: what stands over the labels and over all, then groups before their columns. */
export function soughtIn(table: Table, block: Block): Sought[] {
  const label = (text: string, column: number | null): Sought => {
    return { characters: charactersOf(text), text, column };
  };
  const groups = new Set<string>();
  const heads = block.columns.flatMap((column, index) => {
    const group = table.columnGroups.find(({ key }) => key === column.group);
    const isNew = group && !groups.has(group.key);
    if (group) groups.add(group.key);
    return [...(isNew ? [label(group.label.zh, null)] : []), label(column.label.zh, index)];
  });
  return [
    label(table.rowHead.zh, null),
    ...(table.columnHead ? [label(table.columnHead.zh, null)] : []),
    ...heads,
  ];
}

/** The characters of a text as heads are compared: folded, without blanks. */
export function charactersOf(text: string): string[] {
  return Array.from(fold(text).replace(/\s/gu, ""));
}

/** The characters of a line, from left to right. */
function charactersIn(line: readonly Piece[]): Character[] {
  return line
    .flatMap(({ glyphs }) => glyphs)
    .toSorted((a, b) => a.left - b.left)
    .flatMap(({ text, left, right }) =>
      charactersOf(text).map((character) => ({ text: character, left, right })),
    );
}

/** Finds a way to deal the characters out to the labels, each label going on from line to line. */
class Speller {
  private readonly sought: readonly Sought[];
  private readonly furthest: number;
  private steps = STEPS;

  constructor(sought: readonly Sought[], furthest: number) {
    this.sought = sought;
    this.furthest = furthest;
  }

  /** What the lines have of each label; null where they spell something else. */
  spells(lines: readonly Character[][]): State | null {
    const nothing = this.sought.map(() => null);
    const state = { found: this.sought.map(() => 0), middles: nothing, reaches: nothing };
    return this.line(lines, 0, state);
  }

  private line(lines: readonly Character[][], index: number, state: State): State | null {
    const line = lines[index];
    if (!line) return this.isWhole(state) ? state : null;
    return this.run(lines, index, 0, -1, new Set(), state);
  }

  /** All columns, and of the other labels all or nothing. */
  private isWhole({ found }: State): boolean {
    return this.sought.every(({ characters, column }, index) => {
      const count = found[index] ?? 0;
      return count === characters.length || (count === 0 && column === null);
    });
  }

  /** Tries each label that goes on with the next character of the line, longest stretches first. */
  private run(
    lines: readonly Character[][],
    index: number,
    from: number,
    column: number,
    used: ReadonlySet<number>,
    state: State,
  ): State | null {
    const line = lines[index] ?? [];
    if (from >= line.length) return this.line(lines, index + 1, state);
    for (const [place, sought] of this.sought.entries()) {
      if (this.steps-- <= 0) return null;
      if (used.has(place) || (sought.column !== null && sought.column <= column)) continue;
      for (let length = this.length(line, from, place, state); length > 0; length--) {
        const next = this.taken(line.slice(from, from + length), place, state);
        if (!next) continue;
        const more = new Set([...used, place]);
        const rest = this.run(lines, index, from + length, sought.column ?? column, more, next);
        if (rest) return rest;
      }
    }
    return null;
  }

  private length(
    line: readonly Character[],
    from: number,
    place: number,
    { found }: State,
  ): number {
    const { characters = [] } = this.sought[place] ?? {};
    const start = found[place] ?? 0;
    let length = 0;
    while (
      start + length < characters.length &&
      line[from + length]?.text === characters[start + length]
    )
      length++;
    return length;
  }

  private taken(run: readonly Character[], place: number, state: State): State | null {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return null;
    const reach = { left: first.left, right: last.right };
    const middle = (first.left + first.right + last.left + last.right) / 4;
    const before = state.middles[place] ?? null;
    // What stands over the labels is set flush left, its last line shorter than the others.
    const isColumn = this.sought[place]?.column !== null;
    const isOff = before !== null && Math.abs(before - middle) > this.furthest;
    if (isColumn && isOff) return null;
    return {
      found: state.found.with(place, (state.found[place] ?? 0) + run.length),
      middles: state.middles.with(place, middle),
      reaches: state.reaches.with(place, union(state.reaches[place] ?? reach, reach)),
    };
  }
}

function union(one: Interval, other: Interval): Interval {
  return { left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) };
}
