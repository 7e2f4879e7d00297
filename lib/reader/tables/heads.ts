import { fold } from "#lib/chinese/fold.ts";
import type { Block, Column, Table } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { closeness, labelKey, likeness } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The columns of a block in the order printed; null stands for a head that the form does not know. */
export interface Heads {
  columns: (Column | null)[];
  /** Heads that are cut off and were told apart by their place among the others. */
  cut: string[];
  /** Whether the lines of heads leave open where the columns of a group stand: the form's order is taken. */
  isOpen?: boolean;
}

const LIKE = 0.75;
/** Heads of last year's figures differ from this year's in one character. */
const LAST_YEAR = /^(?:上一?年|去年)/u;

/** The heads of a table in its own edition, and those that only other editions have. */
interface HeadsKnown {
  own: ReadonlySet<string>;
  others: ReadonlySet<string>;
}

const headsKnown = new WeakMap<Table, HeadsKnown>();

/** Whether the heads above the rows of a block are those of another edition, and not one of this. */
export function hasOtherHeads(heads: readonly Token[], block: Block, table: Table): boolean {
  const { own, others } = headsOf(table);
  const keys = heads.flatMap(({ label }) => (label ? [label] : []));
  const foreign = keys.filter(({ key, bare }) => others.has(key) || others.has(bare)).length;
  const isOwn = keys.some(({ key, bare }) => own.has(key) || own.has(bare));
  return foreign > 0 && !isOwn && (foreign > 1 || block.columns.length > 1);
}

function headsOf(table: Table): HeadsKnown {
  let known = headsKnown.get(table);
  if (!known) {
    const own = columnKeys([table]);
    const tables = EDITIONS.flatMap((edition) =>
      edition.tables.filter(({ key }) => key === table.key),
    );
    known = { own, others: new Set([...columnKeys(tables)].filter((key) => !own.has(key))) };
    headsKnown.set(table, known);
  }
  return known;
}

function columnKeys(tables: readonly Table[]): Set<string> {
  const labels = tables.flatMap(({ blocks }) =>
    blocks.flatMap(({ columns }) => columns.map(({ label }) => labelKey(fold(label.zh)))),
  );
  return new Set(labels.flatMap(({ key, bare }) => [key, bare]));
}

interface Item {
  candidates: Column[];
  isExact: boolean;
  group: string | null;
  words: string;
  line: number;
}

/**
 * Resolves printed heads to the columns of a block, unknown ones counted as columns or not; null where they contradict each
 * other. In exact rows the place of a group among the heads of its line is the place of its columns.
 */
export function resolveHeads(
  heads: readonly Token[],
  block: Block,
  vocabulary: Vocabulary,
  { withStrangers, hasExactRows }: { withStrangers: boolean; hasExactRows: boolean },
): Heads | null {
  const items = withoutNamesakes(heads.map((head) => itemOf(head, block, vocabulary))).filter(
    (item) => withStrangers || !isStranger(item),
  );
  const printed = inColumnOrder(items, block, hasExactRows);
  if (!printed) return null;
  const byForm = tornApart(items, block) ?? inFormOrder(printed, items, block, hasExactRows);
  const ordered = byForm?.items ?? printed;
  // In lines that no grid keeps apart, members of a group may come in turns from one and the other.
  const mayBeTurned =
    haveChangedPlaces(printed, block) || areBrokenAndTurned(heads, printed, block);
  const isOpen = byForm?.isOpen || (!hasExactRows && mayBeTurned);
  const columns = ordered.map(({ candidates, isExact }, index) => {
    if (isExact || candidates.length <= 1) return candidates[0] ?? null;
    // A cut head that fits several columns: its place decides, but only where every place is filled.
    const here = ordered.length === block.columns.length ? block.columns[index] : undefined;
    return here && candidates.includes(here) ? here : undefined;
  });
  if (columns.includes(undefined)) return null;
  const known = columns.filter((column) => column !== null);
  if (known.length === 0) return null;
  const inexactHeads = [
    ...items.filter(({ isExact, group }) => !isExact && group !== null),
    ...ordered.filter(({ isExact, candidates }) => !isExact && candidates.length > 0),
  ];
  const cut = inexactHeads.map(({ words }) => words);
  return {
    columns: columns.map((column) => column ?? null),
    cut,
    ...(isOpen && { isOpen: true }),
  };
}

function itemOf(head: Token, block: Block, vocabulary: Vocabulary): Item {
  const label = head.label;
  const item = {
    candidates: [] as Column[],
    isExact: false,
    group: null,
    words: head.text,
    line: head.line,
  };
  if (!label) return item;
  for (const { term } of vocabulary.find(label)) {
    if (term.kind === "columnGroup") return { ...item, isExact: true, group: term.key };
    const column =
      term.kind === "column" ? block.columns.find(({ key }) => key === term.key) : undefined;
    if (column) return { ...item, candidates: [column], isExact: true };
  }
  const candidates = inexact(label.key, block, vocabulary);
  return candidates.length > 0
    ? { ...item, candidates }
    : { ...item, group: inexactGroup(label.key, vocabulary) };
}

/** Whether two heads share most of their pairs of characters, or differ in one of four or more. */
function areAlike(one: string, other: string): boolean {
  return Math.max(likeness(one, other), closeness(one, other)) >= LIKE;
}

const SHORTEST_LIKE = 4;

/** The one group whose head begins with these words, or is much like them. */
function inexactGroup(words: string, { entries }: Vocabulary): string | null {
  const isLike = (known: string) => words.length >= SHORTEST_LIKE && areAlike(words, known);
  const groups = entries.flatMap(({ label, term }) => {
    const isCut = words.length >= 2 && label.key.startsWith(words);
    return term.kind === "columnGroup" && (isCut || isLike(label.key)) ? [term.key] : [];
  });
  return new Set(groups).size === 1 ? (groups[0] ?? null) : null;
}

function inexact(words: string, block: Block, vocabulary: Vocabulary): Column[] {
  // The form's own words come first, other words for them after: the first are those that count.
  const labels = new Map(
    vocabulary.entries
      .toReversed()
      .flatMap(({ label, term }) => (term.kind === "column" ? [[term.key, label] as const] : [])),
  );
  const known = (column: Column) => labels.get(column.key);
  const cut = block.columns.filter(
    (column) => words.length >= 2 && known(column)?.key.startsWith(words),
  );
  if (cut.length > 0) return cut;
  const like = block.columns.filter((column) => {
    const label = known(column);
    const isLike = (known: string) =>
      LAST_YEAR.test(words) === LAST_YEAR.test(known) && areAlike(words, known);
    return label && (isLike(label.key) || isLike(label.bare));
  });
  return like.length === 1 ? like : [];
}

/** A head in the line of a group's own that is called like one of its members, which stands below, is another column. */
function withoutNamesakes(items: readonly Item[]): Item[] {
  const groups = new Set(items.flatMap(({ group, line }) => (group ? [`${line} ${group}`] : [])));
  const lastLines = new Map<Column | undefined, number>(
    items.map(({ candidates, line }) => [candidates[0], line]),
  );
  return items.map((item) => {
    const [column] = item.candidates;
    const isBeside = column?.group !== undefined && groups.has(`${item.line} ${column.group}`);
    const isBelow = (lastLines.get(column) ?? item.line) > item.line;
    return isBeside && isBelow ? { ...item, candidates: [], isExact: false } : item;
  });
}

/**
 * The members of groups that stand beside the head of their group, which was not merged over them: in its line, where
 * others of its members stand in another line or a column without a group follows. Else lines of heads were written into
 * one, or each head into its own, those of the lower line last.
 */
function besideTheirGroup(items: readonly Item[]): Map<Item, string> {
  const groupOf = ({ candidates: [column] }: Item) => column?.group;
  const isFlat = new Set(items.map(({ line }) => line)).size === items.length;
  return new Map(
    items.flatMap(({ group, line }) => {
      if (group === null) return [];
      const isInLine = (item: Item) => isFlat || item.line === line;
      const last = items.findLastIndex(
        (item) => isInLine(item) && item.candidates.length > 0 && groupOf(item) === undefined,
      );
      const isDivided = items.some((item) => groupOf(item) === group && !isInLine(item));
      return items
        .filter((item, at) => groupOf(item) === group && isInLine(item) && (isDivided || at < last))
        .map((item) => [item, group] as const);
    }),
  );
}

/** Heads come row by row, so the members of a group follow later: puts them where their group stands, but for those beside it. */
function inColumnOrder(items: readonly Item[], block: Block, hasExactRows: boolean): Item[] | null {
  const groups = items.flatMap(({ group }) => group ?? []);
  if (groups.length === 0) return standsInOrder(items, block) ? [...items] : null;
  if (new Set(groups).size !== groups.length) return null;
  const members = new Map<string, Item[]>(groups.map((group) => [group, []]));
  const beside = besideTheirGroup(items);
  const below = strangersBelow(items, hasExactRows);
  const top: Item[] = [];
  let open: Item[] | undefined;
  for (const item of items) {
    const group = beside.has(item) ? undefined : (below.get(item) ?? item.candidates[0]?.group);
    const own = group === undefined ? undefined : members.get(group);
    if (own) {
      // A stranger right before the first member may belong to either line of heads.
      if (!open && isStranger(top.at(-1))) return null;
      open = own;
      own.push(item);
    } else if (open && isStranger(item)) open.push(item);
    else {
      open = undefined;
      top.push(item);
    }
  }
  const divided = new Set(beside.values());
  return top.flatMap((item) => {
    if (item.group === null) return [item];
    const own = members.get(item.group) ?? [];
    // A group that is not divided is a column, though none of the form.
    const isColumn = own.length === 0 && !divided.has(item.group);
    return isColumn ? [{ ...item, group: null, isExact: false }] : own;
  });
}

const SUM = /^(?:小计|合计|共计)$/u;

/** Sums right before a member of a group, in its line and below that of the group: in exact rows they stand under its head. */
function strangersBelow(items: readonly Item[], hasExactRows: boolean): Map<Item, string> {
  if (!hasExactRows) return new Map();
  const lines = new Map(items.map(({ group, line }) => [group ?? undefined, line]));
  return new Map(
    items.flatMap((item, index) => {
      const next = items[index + 1];
      const group = next?.candidates[0]?.group;
      const isBelow = next?.line === item.line && lines.get(group) !== item.line;
      const isSum = isStranger(item) && SUM.test(item.words);
      return group && isBelow && lines.has(group) && isSum ? [[item, group]] : [];
    }),
  );
}

/**
 * The head of a group may stand alone in a line above all others, which says nothing about the place of its columns. Where
 * these would stand on the other side of a column without a group than in the form, the heads of single columns decide, if
 * they stand there in the form's order; else the form does, and it is open. Null where nothing is amiss, and where the
 * group stands beside those columns in an exact row.
 */
function inFormOrder(
  printed: readonly Item[],
  items: readonly Item[],
  block: Block,
  hasExactRows: boolean,
): { items: Item[]; isOpen: boolean } | null {
  if (!items.some(({ group }) => group !== null) || isOnItsSide(printed, block)) return null;
  const single = items.filter(({ group }) => group === null);
  const isAlone = items.every(
    (item) => item.group === null || single.every(({ line }) => line !== item.line),
  );
  if (isAlone && isOnItsSide(single, block)) return { items: single, isOpen: false };
  const lines = new Set(items.flatMap(({ group, line }) => (group === null ? [] : [line])));
  const areBeside = single.every(
    (item) => item.candidates[0]?.group !== undefined || lines.has(item.line),
  );
  if (hasExactRows && areBeside) return null;
  const place = ({ candidates: [column] }: Item) => (column ? block.columns.indexOf(column) : -1);
  const alone = (item: Item) => item.candidates[0]?.group === undefined;
  // Single columns that have changed places are no matter of lines where they share one, or each head has its own: they
  // stand as printed, or not.
  const own = single.filter((item) => alone(item) && item.candidates.length > 0);
  const linesOf = (some: readonly Item[]) => new Set(some.map(({ line }) => line)).size;
  const isOneLine = linesOf(own) === 1 || linesOf(items) === items.length;
  if (isOneLine && own.some((item, index) => place(item) < place(own[index - 1] ?? item)))
    return { items: [...printed], isOpen: true };
  const members = printed.filter((item) => !alone(item));
  const first = Math.min(...members.map(place));
  const before = printed.filter((item) => alone(item) && place(item) < first);
  const after = printed.filter((item) => alone(item) && place(item) >= first);
  return { items: [...before, ...members, ...after], isOpen: true };
}

/**
 * Heads of a group on both sides of a column without a group, in one line: the head of the group was merged over too few of
 * them, and pushed the others behind that column. The form's order is taken, and it is open; null where nothing is torn.
 */
function tornApart(
  items: readonly Item[],
  { columns }: Block,
): { items: Item[]; isOpen: boolean } | null {
  const single = items.filter(({ group }) => group === null);
  if (!isTorn(single)) return null;
  const place = ({ candidates: [column] }: Item) => (column ? columns.indexOf(column) : -1);
  return { items: single.toSorted((a, b) => place(a) - place(b)), isOpen: true };
}

/** Whether members of one group stand before and after a column without a group, in its line. */
function isTorn(heads: readonly Item[]): boolean {
  /** The groups of each line whose members came before a column without a group, and those not yet followed by one. */
  const passed = new Set<string>();
  const open = new Map<number, Set<string>>();
  for (const { candidates, line } of heads) {
    const [column] = candidates;
    if (!column) continue;
    if (column.group === undefined) {
      for (const group of open.get(line) ?? []) passed.add(`${line} ${group}`);
      open.delete(line);
    } else if (passed.has(`${line} ${column.group}`)) return true;
    else open.set(line, (open.get(line) ?? new Set()).add(column.group));
  }
  return false;
}

/** Whether the members of a group come in another order than the form's, from more than one line. */
function haveChangedPlaces(items: readonly Item[], { columns }: Block): boolean {
  const members = items.filter(({ candidates: [column] }) => column?.group !== undefined);
  const places = members.map(({ candidates: [column] }) => (column ? columns.indexOf(column) : -1));
  const lines = new Set(members.map(({ line }) => line)).size;
  const isMixed = lines > 1 && lines < members.length;
  return isMixed && places.some((place, index) => place < (places[index - 1] ?? -1));
}

/** Whether heads of which one was put together from several lines come in another order than the form's: whoever wrote them down went by lines. */
function areBrokenAndTurned(
  heads: readonly Token[],
  items: readonly Item[],
  { columns }: Block,
): boolean {
  const places = items.flatMap(({ candidates: [column] }) =>
    column ? [columns.indexOf(column)] : [],
  );
  const isTurned = places.some((place, index) => place < (places[index - 1] ?? -1));
  return isTurned && heads.some(({ start, end, text }) => end - start > text.length);
}

/** Whether each column without a group stands on the side of those with one where the form has it. */
function isOnItsSide(items: readonly Item[], { columns }: Block): boolean {
  const known = items.flatMap(({ candidates: [column] }) => column ?? []);
  return known.every((column, index) => {
    if (column.group !== undefined) return true;
    const at = columns.indexOf(column);
    return known.every(
      (other, place) => other.group === undefined || index < place === at < columns.indexOf(other),
    );
  });
}

/** Members of a group after a head that the form prints behind them: the head of their group was lost, and with it their place. */
function standsInOrder(items: readonly Item[], { columns }: Block): boolean {
  let furthest = -1;
  for (const { candidates } of items) {
    const [column] = candidates;
    if (!column) continue;
    const place = columns.indexOf(column);
    if (column.group === undefined) furthest = Math.max(furthest, place);
    else if (place < furthest) return false;
  }
  return true;
}

function isStranger(item: Item | undefined): boolean {
  return item !== undefined && item.group === null && item.candidates.length === 0;
}
