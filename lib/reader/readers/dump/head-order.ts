import { fold } from "#lib/chinese/fold.ts";
import type { Block, Table, Text } from "#lib/editions/edition.ts";

const wordsOf = (line: string) => line.split(/\s+/u).filter((word) => word !== "");

/**
 * Whether the first pieces of all heads stand in the form's order: all in one line, or those of the columns without a group
 * and the group's own among each other, and those of the group's columns.
 */
export function areInOrder(lines: readonly string[], table: Table, { columns }: Block): boolean {
  const groups = table.columnGroups;
  const names = groups.map(({ label }) => fold(label.zh));
  const words = lines
    .map((line) => names.reduce((left, name) => left.replaceAll(name, ` ${name} `), line))
    .flatMap(wordsOf);
  const tops = columns.flatMap((column, index): { key: string; label: Text }[] => {
    if (column.group === undefined) return [column];
    const isNew = columns.findIndex(({ group }) => group === column.group) === index;
    return isNew ? groups.filter(({ key }) => key === column.group) : [];
  });
  const members = columns.filter(({ group }) => group !== undefined);
  const inLine = (line: string) =>
    columns.map(({ label }) => firstIn(wordsOf(line), fold(label.zh)));
  if (lines.some((line) => areAscending(inLine(line)))) return true;
  const joined = lines.join("");
  return [tops, members].every((heads) => {
    const there = heads.filter(
      ({ key, label }) =>
        groups.every((group) => group.key !== key) || joined.includes(fold(label.zh)),
    );
    return areAscending(there.map(({ label }) => firstIn(words, fold(label.zh))));
  });
}

/** Where the one word stands that begins a label; null where there is none, or several. */
function firstIn(words: readonly string[], label: string): number | null {
  const own = words.flatMap((word, at) => (isFirst(word, label) ? [at] : []));
  return own.length === 1 ? (own[0] ?? null) : null;
}

function areAscending(places: readonly (number | null)[]): boolean {
  return places.every((at, index) => {
    const before = index === 0 ? -1 : (places[index - 1] ?? null);
    return at !== null && before !== null && at > before;
  });
}

function isFirst(word: string, label: string): boolean {
  return label.startsWith(word) || word.startsWith(label);
}

/** Whether the rows that are printed side by side stand in the form's order, and so do their columns in every line. */
export function areBesideInOrder(
  lines: readonly string[],
  table: Table,
  { rows, columns }: Block,
): boolean {
  const joined = lines.map((line) => line.replace(/\s/gu, "")).join("");
  const order = [...rows.filter(({ group }) => !group), ...table.rowGroups];
  const below = rows.filter(({ group }) => group);
  const isInOrder = [order, below].every((named) => {
    const places = named.map(({ label }) => joined.indexOf(fold(label.zh)));
    return places.every((at, index) => at >= 0 && at > (places[index - 1] ?? -1));
  });
  if (!isInOrder) return false;
  const names = [...order, ...below].map(({ label }) => fold(label.zh));
  const bare = lines.map((line) => names.reduce((left, name) => left.replaceAll(name, " "), line));
  const marks = marksOf(columns.map(({ label }) => fold(label.zh)));
  const firsts = marks.filter(({ isFirst }) => isFirst);
  const isByCell = bare.every((line) => wordsOf(line).length < 2);
  const classes = isByCell ? [firsts] : [...Map.groupBy(firsts, ({ offset }) => offset).values()];
  const all = bare.join("");
  return (
    bare.every((line) => isInTurn(columnsIn(line, marks))) &&
    classes.every((own) => turnsOf(columnsIn(all, own)).length <= rows.length)
  );
}

/** A character that only one of the heads has. */
interface Mark {
  text: string;
  column: number;
  offset: number;
  isFirst: boolean;
}

function marksOf(labels: readonly string[]): Mark[] {
  return labels.flatMap((label, column) => {
    const own = Array.from(label).flatMap((text, offset) =>
      labels.every((other) => other === label || !other.includes(text)) ? [{ text, offset }] : [],
    );
    return own.map((mark, index) => ({ ...mark, column, isFirst: index === 0 }));
  });
}

/** The columns of the marks of a line, from left to right. */
function columnsIn(line: string, marks: readonly Mark[]): number[] {
  const columns = new Map(marks.map(({ text, column }) => [text, column]));
  return Array.from(line).flatMap((one) => columns.get(one) ?? []);
}

/** A line cut where a column stands behind one that the form prints after it. */
function turnsOf(columns: readonly number[]): number[][] {
  const turns: number[][] = [];
  for (const column of columns) {
    const open = turns.at(-1);
    if (open && column >= (open.at(-1) ?? 0)) open.push(column);
    else turns.push([column]);
  }
  return turns;
}

/** Whether the columns of a line come round in the form's order, wherever the line begins and ends. */
function isInTurn(columns: readonly number[]): boolean {
  const turns = turnsOf(columns);
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  return turns.every(
    (turn, index) =>
      (index === 0 || turn[0] === first) && (index === turns.length - 1 || turn.at(-1) === last),
  );
}
