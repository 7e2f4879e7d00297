import type { Block, Row } from "#lib/editions/edition.ts";
import { closeness, type LabelKey, likeness } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Entry, Vocabulary } from "../vocabulary.ts";

/** What a word in a table turned out to be. */
export type Meaning =
  | { kind: "article" }
  | { kind: "frame" }
  | { kind: "head" }
  | { kind: "rowGroup"; key: string }
  | { kind: "row"; row: Row; block: Block }
  | { kind: "unknown" };

export interface Context {
  vocabulary: Vocabulary;
  /** The group whose label was read last. */
  group: string | null;
  /** Rows whose label stands word for word somewhere in the table: nothing else can be meant by a similar one. */
  taken: ReadonlySet<Row>;
  hasRows: boolean;
  /** What follows the word, blanks left aside. */
  next: Token["kind"] | null;
}

const LIKE = 0.72;
/** Where number and group leave one row, its words need agree only half. */
const LIKE_WITH_NUMBER = 0.5;
const MARGIN = 0.15;
const SHORTEST_CUT = 4;

/** Says what a word is, from its text, its numbering, the group it stands in and what follows it. */
export function meaningOf(label: LabelKey, context: Context): Meaning {
  const found = context.vocabulary.find(label);
  const frame = found.find(({ term }) => term.kind === "article" || term.kind === "frame");
  if (frame) return { kind: frame.term.kind === "article" ? "article" : "frame" };
  const isHead = found.some(({ term }) => term.kind === "column" || term.kind === "columnGroup");
  const rows = found.filter((entry) => isRow(entry) && fits(entry, label, context));
  const mayBeRow = label.number !== null || (context.next === "figure" && context.hasRows);
  if (isHead && !mayBeRow) return { kind: "head" };
  const group = found.find(({ term }) => term.kind === "rowGroup")?.term;
  if (group?.kind === "rowGroup" && (rows.length === 0 || context.next !== "figure"))
    return { kind: "rowGroup", key: group.key };
  if (rows.length > 1) return { kind: "unknown" };
  const term = rows[0]?.term;
  if (term?.kind === "row") return { kind: "row", row: term.row, block: term.block };
  return found.length > 0 ? { kind: "unknown" } : similar(label, context);
}

/** The rows whose label is printed word for word. */
export function takenRows(tokens: readonly Token[], vocabulary: Vocabulary): Set<Row> {
  const taken = new Set<Row>();
  for (const { label } of tokens)
    if (label)
      for (const { term } of vocabulary.find(label)) if (term.kind === "row") taken.add(term.row);
  return taken;
}

function isRow({ term }: Entry): boolean {
  return term.kind === "row";
}

/** A label of one or two characters (其他, 总计) says too little alone: its number and its group must agree. */
function fits({ label, term }: Entry, printed: LabelKey, { group }: Context): boolean {
  if (term.kind !== "row" || label.key.length > 2) return true;
  const isNumbered = printed.number !== null && label.number !== null;
  if (isNumbered && printed.number !== label.number) return false;
  const { group: own } = term.row;
  const isNested = own !== undefined && label.number !== null && !label.number.startsWith("(");
  return !isNested || own === group;
}

function similar(label: LabelKey, context: Context): Meaning {
  const scored = context.vocabulary.entries
    .filter(({ term, label: known }) => {
      if (term.kind !== "row" && term.kind !== "rowGroup") return false;
      const hasNumbers = label.number !== null && known.number !== null;
      if (hasNumbers && label.number !== known.number) return false;
      if (term.kind === "rowGroup") return label.number !== null;
      const isHere = term.row.group === context.group || known.number === label.number;
      return isHere && !context.taken.has(term.row) && isNear(term.row, known, context);
    })
    .map((entry) => ({ entry, score: score(label, entry.label) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score - (second?.score ?? 0) < MARGIN) return { kind: "unknown" };
  if (best.score < (isNumbered(best.entry, label, context) ? LIKE_WITH_NUMBER : LIKE))
    return { kind: "unknown" };
  const { term } = best.entry;
  if (term.kind === "rowGroup") return { kind: "rowGroup", key: term.key };
  return term.kind === "row"
    ? { kind: "row", row: term.row, block: term.block }
    : { kind: "unknown" };
}

/** Whether number and group tell which row is meant. */
function isNumbered({ term, label: known }: Entry, label: LabelKey, { group }: Context): boolean {
  if (term.kind !== "row" || label.number === null || label.number !== known.number) return false;
  const isInner = /^\d/u.test(label.number);
  return isInner ? term.row.group === group : true;
}

/** Rows numbered 1, 2, 3 … stand in a group: a similar label counts only in the group it belongs to. */
function isNear(row: Row, known: LabelKey, { group }: Context): boolean {
  const isInner = known.number !== null && /^\d/.test(known.number);
  return !isInner || row.group === group;
}

function score(printed: LabelKey, known: LabelKey): number {
  const isCut = printed.key.length >= SHORTEST_CUT && known.key.startsWith(printed.key);
  if (isCut) return 1;
  return Math.max(
    likeness(printed.key, known.key),
    likeness(printed.bare, known.bare),
    printed.key.length >= SHORTEST_CUT ? closeness(printed.key, known.key) : 0,
    printed.bare.length >= SHORTEST_CUT ? closeness(printed.bare, known.bare) : 0,
  );
}
