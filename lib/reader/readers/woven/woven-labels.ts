import { hanOf, type WovenForm } from "./woven-forms.ts";
import type { Word, WordLine } from "./woven-lines.ts";

/** The words of a table, each dealt out to what it is a piece of. */
export interface WovenLabels {
  /** The pieces of the label of each row, with the numbers of their lines. */
  rows: Piece[][];
  /** The words left over: pieces of heads. */
  heads: Piece[];
}

export interface Piece {
  word: Word;
  line: number;
}

/** How far the labels are spelled. */
interface State {
  row: number;
  /** The spellings of the open row that fit so far, and how much of them is there; none where a row begins. */
  spellings: readonly string[];
  length: number;
  groups: readonly number[];
  before: State | null;
  /** What the last word was dealt to: the place of a row, or null for heads and groups. */
  taken: { kind: "row" | "group" | "head"; row: number };
}

const MOST_STATES = 400;

/**
 * Deals the words of lines out to the labels of a form's rows and groups, each spelled from top to bottom in the form's
 * order and whole; what is left are pieces of heads. Null where the words do not spell them.
 */
export function wovenLabels(
  lines: readonly WordLine[],
  form: WovenForm,
  isHead: (han: string) => boolean,
): WovenLabels | null {
  const pieces = lines.flatMap(({ words }, line) =>
    words
      .filter((word) => !word.isFigure && hanOf(word.text) !== "")
      .map((word) => ({ word, line })),
  );
  const start: State = {
    ...{ row: 0, spellings: [], length: 0, before: null },
    ...{ groups: form.groups.map(() => 0), taken: { kind: "head", row: -1 } },
  };
  let states: State[] = [start];
  for (const { word } of pieces) {
    const han = hanOf(word.text);
    const next = new Map<string, State>();
    for (const state of states)
      for (const one of [...goneOn(state, han, form), ...(isHead(han) ? [asHead(state)] : [])])
        if (!next.has(nameOf(one))) next.set(nameOf(one), one);
    states = [...next.values()];
    if (states.length === 0 || states.length > MOST_STATES) return null;
  }
  const last = states.find((state) => isWhole(state, form));
  return last ? dealt(last, pieces, form) : null;
}

function nameOf({ row, spellings, length, groups }: State): string {
  return `${row} ${length} ${spellings.join("/")} ${groups.join(" ")}`;
}

const asHead = (state: State): State => ({
  ...state,
  before: state,
  taken: { kind: "head", row: -1 },
});

/** A row is whole with any of its spellings; the longest is only known when the next begins. */
function isRowWhole({ spellings, length }: State): boolean {
  return spellings.some((one) => one.length === length);
}

/** All rows; of the groups all or none of a level. */
function isWhole(state: State, { rows, groups }: WovenForm): boolean {
  const isLast = state.row === rows.length - 1 && isRowWhole(state);
  return (
    isLast &&
    state.groups.every((length, level) => length === 0 || length === groups[level]?.length)
  );
}

/** The ways in which a word goes on with what is open. */
function goneOn(state: State, han: string, form: WovenForm): State[] {
  const found: State[] = [];
  const inRow = (row: number, spellings: readonly string[], length: number) => {
    const fitting = spellings.filter((one) => one.startsWith(han, length));
    if (fitting.length === 0) return;
    const taken = { kind: "row" as const, row };
    const open = { row, spellings: fitting, length: length + han.length };
    found.push({ ...state, ...open, before: state, taken });
  };
  inRow(state.row, openSpellings(state, form), state.length);
  if (isRowWhole(state)) inRow(state.row + 1, form.rows[state.row + 1]?.spellings ?? [], 0);
  form.groups.forEach((group, level) => {
    const length = state.groups[level] ?? 0;
    if (!group.startsWith(han, length)) return;
    const groups = state.groups.with(level, length + han.length);
    found.push({ ...state, groups, before: state, taken: { kind: "group", row: -1 } });
  });
  return found;
}

function openSpellings({ row, spellings, length }: State, { rows }: WovenForm): readonly string[] {
  return length === 0 ? (rows[row]?.spellings ?? []) : spellings;
}

function dealt(last: State, pieces: readonly Piece[], form: WovenForm): WovenLabels {
  const rows: Piece[][] = form.rows.map(() => []);
  const heads: Piece[] = [];
  let state: State | null = last;
  for (const piece of pieces.toReversed()) {
    if (state?.taken.kind === "row") rows[state.taken.row]?.unshift(piece);
    if (state?.taken.kind === "head") heads.unshift(piece);
    state = state?.before ?? null;
  }
  return { rows, heads };
}
