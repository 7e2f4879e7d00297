import type { CellKey } from "#lib/editions/content.ts";
import { MISSING, OTHER_FILE } from "#lib/reports/doubt-rules.ts";
import type { Doubt } from "#lib/reports/schema.ts";

/** Doubts that one message of the reader is about: a row whose figures are glued, a single cell, or a whole table. */
export interface DoubtGroup {
  key: string;
  cells: CellKey[];
  rule: string;
  message: Doubt["message"];
  candidates: NonNullable<Doubt["candidates"]>;
}

/** What is said once of a whole table; all else is said of a row, and of two rows twice, though in the same words. */
const OF_TABLES: ReadonlySet<string> = new Set(
  ["loose", "heads", "headsOpen", "otherEdition", "parted", "unknownColumn", "missing"].map(
    (code) => `read.${code}`,
  ),
);

const rowOf = (cell: CellKey) => cell.slice(0, cell.lastIndexOf("."));

/** The doubts by what they are about: what can be settled on the source, and apart from it what the source lacks. */
export function doubtGroups(doubts: readonly Doubt[]): {
  doubtful: DoubtGroup[];
  missing: DoubtGroup[];
} {
  const groups = new Map<string, DoubtGroup>();
  // What the original says otherwise is settled with what was open beneath it.
  const differing = new Set(doubts.flatMap(({ rule, cell }) => (rule === OTHER_FILE ? cell : [])));
  for (const { cell, rule, message, candidates = [] } of doubts) {
    if (rule !== OTHER_FILE && differing.has(cell)) continue;
    const row = OF_TABLES.has(rule) ? "" : rowOf(cell);
    const key = `${rule} ${row} ${message.zh}`;
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { key, cells: [cell], rule, message, candidates });
  }
  const all = [...groups.values()];
  return {
    doubtful: all.filter(({ rule }) => rule !== MISSING),
    missing: all.filter(({ rule }) => rule === MISSING),
  };
}

/** How many things there are to settle in these doubts. */
export function groupCount(doubts: readonly Doubt[]): number {
  const { doubtful, missing } = doubtGroups(doubts);
  return doubtful.length + missing.length;
}

/** The group after, or before, the one that holds this cell; the first one where none does. */
export function nextGroup(
  groups: readonly DoubtGroup[],
  cell: CellKey | null,
  step: 1 | -1,
): DoubtGroup | undefined {
  const at = groups.findIndex(({ cells }) => cell !== null && cells.includes(cell));
  if (at < 0) return step === 1 ? groups[0] : groups.at(-1);
  return groups[(at + step + groups.length) % groups.length];
}
