import { fold } from "#lib/chinese/fold.ts";
import type { Block, Edition, Row, Table, Text } from "#lib/editions/edition.ts";
import { type LabelKey, labelKey, sameLabel } from "./labels.ts";

/** What a printed label can be in one table of one edition. */
export type Term =
  | { kind: "article"; block: Block }
  | { kind: "frame" }
  | { kind: "columnGroup"; key: string }
  | { kind: "column"; key: string }
  | { kind: "rowGroup"; key: string }
  | { kind: "row"; row: Row; block: Block };

export interface Entry {
  label: LabelKey;
  term: Term;
}

/** Every label of a table, and an index of them by their words. */
export interface Vocabulary {
  table: Table;
  entries: readonly Entry[];
  find(label: LabelKey): readonly Entry[];
  /** Whether the words are those of some label, numbering aside. */
  knows(label: LabelKey): boolean;
  /** Whether some label begins with these words. */
  begins(words: string): boolean;
}

/** Other words that mean a label of the form and nothing else. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  总计: ["合计", "总数"],
  自然人: ["公民"],
  法人或其他组织: ["", "或", "或者", "和", "及", "以及", "与"].flatMap((and) => [
    `法人${and}其他组织`,
    `法人${and}其它组织`,
  ]),
  科研机构: ["科研院所"],
  未经复议直接起诉: ["未经复议直接诉讼"],
  复议后起诉: ["经复议后起诉"],
  尚未审结: ["未审结"],
  // Below a head of their own, 本年, over both.
  本年制发件数: ["制发件数"],
  本年废止件数: ["废止件数"],
  本年新制作数量: ["新制作数量"],
  本年新公开数量: ["新公开数量"],
};

const known = new WeakMap<Table, Vocabulary>();

/** The labels of a table, from the edition's data alone. */
export function vocabularyOf(table: Table): Vocabulary {
  let vocabulary = known.get(table);
  if (!vocabulary) {
    vocabulary = build(table);
    known.set(table, vocabulary);
  }
  return vocabulary;
}

function build(table: Table): Vocabulary {
  const entries = entriesOf(table);
  const byWords = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const words of new Set([entry.label.key, entry.label.bare]))
      if (words !== "") byWords.set(words, [...(byWords.get(words) ?? []), entry]);
  const prefixes = new Set(entries.flatMap(({ label }) => prefixesOf(label.key)));
  const find = (label: LabelKey): readonly Entry[] => {
    const exact = byWords.get(label.key);
    if (exact) return exact;
    if (label.lost !== undefined) return withLostCharacters(label.lost, label.number, byWords);
    const bare = label.bare === "" ? undefined : byWords.get(label.bare);
    return (bare ?? []).filter((entry) => sameLabel(entry.label, label));
  };
  return {
    table,
    entries,
    find,
    knows: (label) => find(label).length > 0,
    begins: (words) => prefixes.has(words),
  };
}

function prefixesOf(words: string): string[] {
  return Array.from({ length: words.length }, (_, index) => words.slice(0, index + 1));
}

const KNOWN_CHARACTERS = 2;
/** No label of a form is as long. */
const LONGEST_LOST = 150;

/** The one label that the characters left over fit, each `?` standing for up to three lost ones; none where several do. */
function withLostCharacters(
  lost: string,
  number: string | null,
  byWords: ReadonlyMap<string, readonly Entry[]>,
): readonly Entry[] {
  const known = lost.replaceAll("?", "").length;
  if (lost.length > LONGEST_LOST) return [];
  if (known < KNOWN_CHARACTERS || known * 2 < lost.length) return [];
  const pattern = new RegExp(`^${lost.replaceAll("?", ".{0,3}")}$`, "u");
  const fitting = [...byWords]
    .filter(([words]) => pattern.test(words))
    .map(([, found]) =>
      found.filter(
        ({ label }) => number === null || label.number === null || label.number === number,
      ),
    )
    .filter((found) => found.length > 0);
  const [first] = fitting;
  const isOne = fitting.every((found) => found.every((entry) => first?.includes(entry)));
  return first && isOne ? first : [];
}

function entriesOf(table: Table): Entry[] {
  const entry = (text: Text, term: Term): Entry => ({ label: labelKey(fold(text.zh)), term });
  const aliases = (): Entry[] =>
    entries.flatMap(({ label, term }) =>
      (ALIASES[label.key] ?? []).map((words) => ({
        label: { key: words, bare: words, number: label.number },
        term,
      })),
    );
  const entries: Entry[] = [entry(table.rowHead, { kind: "frame" })];
  if (table.columnHead) entries.push(entry(table.columnHead, { kind: "frame" }));
  for (const { key, label } of table.columnGroups)
    entries.push(entry(label, { kind: "columnGroup", key }));
  for (const { key, label } of table.rowGroups)
    entries.push(entry(label, { kind: "rowGroup", key }));
  const columns = new Set<string>();
  for (const block of table.blocks) {
    if (block.article) entries.push(entry(block.article, { kind: "article", block }));
    for (const { key, label } of block.columns) {
      if (!columns.has(label.zh)) entries.push(entry(label, { kind: "column", key }));
      columns.add(label.zh);
    }
    for (const row of block.rows) entries.push(entry(row.label, { kind: "row", row, block }));
  }
  return [...entries, ...aliases(), ...withGroups(table, entries)];
}

/** Columns, and rows that stand for columns, named together with their group: 行政诉讼（未经复议直接起诉）. */
function withGroups(table: Table, entries: readonly Entry[]): Entry[] {
  const groups = [...table.columnGroups, ...table.rowGroups];
  const members = new Map(
    table.blocks.flatMap(({ rows, columns }) =>
      [...columns, ...(table.layout === "side-by-side" ? rows : [])].map(({ key, group }) => [
        key,
        groups.find((one) => one.key === group),
      ]),
    ),
  );
  return entries.flatMap(({ label, term }): Entry[] => {
    const key = term.kind === "column" ? term.key : term.kind === "row" ? term.row.key : "";
    const group = members.get(key);
    if (!group) return [];
    const words = `${labelKey(fold(group.label.zh)).key}${label.key}`;
    return [{ label: { key: words, bare: words, number: null }, term }];
  });
}

/** The vocabularies of an edition in the order of its tables. */
export function vocabularies(edition: Edition): Vocabulary[] {
  return edition.tables.map(vocabularyOf);
}
