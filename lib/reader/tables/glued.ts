import { parseRaw } from "#lib/editions/cell-value.ts";
import type { CellKey } from "#lib/editions/content.ts";
import type { CellType, Column, Row } from "#lib/editions/edition.ts";
import type { Token } from "../tokens.ts";

/** Figures of one or more rows that are printed with fewer gaps than they need. */
export interface GluedRun {
  rows: readonly Row[];
  /** What the row is called. */
  words: string;
  /** Its label; none where it has none, or where it is several rows. */
  label?: Token;
  keys: readonly CellKey[];
  columns: readonly Column[];
  tokens: readonly Token[];
}

/** One way to cut a run: the token of each cell, and its number, NaN where it has none. */
export interface Cut {
  pieces: readonly Token[];
  values: readonly number[];
}

export interface Cuts {
  found: readonly Cut[];
  /** Whether these are all there are. */
  isComplete: boolean;
  /** Whether no other number of cells would do: then it is what is printed, whatever the sums say. */
  isForced: boolean;
}

/** A sum among the cells of one run, by their places. */
export interface InnerSum {
  plus: readonly number[];
  minus: readonly number[];
  equals: number;
  last: number;
}

/** Steps left to all searches in one report, so that no input takes long. */
export interface Budget {
  steps: number;
}

const MOST_DIGITS = 9;
const MOST_CUTS = 1000;
const STEPS_FOR_A_RUN = 60_000;
const DIGITS = "(?:0|[1-9]\\d{0,2}(?:,\\d{3}){1,2}|[1-9]\\d{0,8})";
const PIECES: Readonly<Record<CellType, RegExp>> = {
  count: new RegExp(`^${DIGITS}$`, "u"),
  change: new RegExp(`^[+-]?${DIGITS}$`, "u"),
  amount: /^(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,11})(?:\.\d{1,6})?(?:万元|元)?$/u,
};
const CUTTABLE = /^[+-]?\d[\d,]*(?:[.-]\d+)?(?:万元|元)?$/u;

/** Whether figures may be glued together in a run that has too few of them. */
export function mayBeGlued(tokens: readonly Token[], count: number): boolean {
  if (tokens.length >= count || tokens.some(({ kind }) => kind === "word")) return false;
  const pieces = tokens.reduce((sum, { text }) => sum + Math.max(1, digitsIn(text)), 0);
  return pieces >= count;
}

/**
 * Whether the figures of a row may all be whole, and cells beside them blank: one is missing, or the last is the sum of the
 * others. No figure begins with a nought.
 */
export function mayBeWhole({ tokens, keys }: GluedRun): boolean {
  const texts = partedAtBlanks(tokens).map(({ text }) => text.replaceAll(",", ""));
  if (texts.length < 2 || texts.some((text) => /^0\d/u.test(text))) return false;
  const sum = texts.slice(0, -1).reduce((all, text) => all + Number(text), 0);
  return texts.length === keys.length - 1 || sum === Number(texts.at(-1));
}

const PARTED = /^[\d,]+(?: +[\d,]+)+$/u;

/** The tokens with figures set apart by blanks alone as one each. */
function partedAtBlanks(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (!PARTED.test(token.text)) return [token];
    return Array.from(token.text.matchAll(/\S+/gu), ({ 0: text, index }) => {
      const start = token.start + index;
      return { ...token, start, end: start + text.length, text };
    });
  });
}

/** The figures of a row that is printed with blanks between all of them, as many as it has columns; null for any other, and where each stands alone. */
export function figuresAtBlanks(tokens: readonly Token[], count: number): Token[] | null {
  if (
    tokens.length === 0 ||
    tokens.length >= count ||
    !tokens.every(({ text }) => PARTED.test(text))
  )
    return null;
  const parts = partedAtBlanks(tokens);
  return parts.length === count ? parts : null;
}

/** How many digits a text has. */
export function digitsIn(text: string): number {
  return text.replace(/\D/gu, "").length;
}

/** Every way to cut a run into its cells that the sums inside it allow. */
export function cutsOf(run: GluedRun, sums: readonly InnerSum[], budget: Budget): Cuts {
  const cutter = new Cutter(run, sums, budget);
  return cutter.cut();
}

interface Atom {
  token: Token;
  text: string;
  /** Whether it is nothing but digits. */
  isDigits: boolean;
  /** Characters of the run after it. */
  rest: number;
  /** The fewest and the most pieces from each place on to the end of the run. */
  fewest: number[];
  most: number[];
}

class Cutter {
  private readonly run: GluedRun;
  private readonly sums: readonly InnerSum[];
  private readonly budget: Budget;
  private readonly atoms: Atom[];
  private readonly found: Cut[] = [];
  /** Where the pieces so far begin and end: atom, from, end. */
  private readonly pieces: [number, number, number][] = [];
  private readonly values: number[] = [];
  private readonly isForced: boolean;
  private steps = STEPS_FOR_A_RUN;
  private isComplete = true;

  constructor(run: GluedRun, sums: readonly InnerSum[], budget: Budget) {
    this.run = run;
    this.budget = budget;
    this.atoms = atomsOf(run);
    this.isForced =
      run.columns.every(({ type }) => type === "count") &&
      this.atoms[0]?.fewest[0] === run.keys.length;
    this.sums = this.isForced ? [] : sums;
  }

  cut(): Cuts {
    this.walk(0, 0);
    const { found, isComplete, isForced } = this;
    return { found, isComplete, isForced };
  }

  private walk(atomIndex: number, from: number): void {
    const atom = this.atoms[atomIndex];
    const left = this.run.keys.length - this.pieces.length;
    if (!atom || left === 0) {
      if (!atom && left === 0) this.keep();
      return;
    }
    if ((atom.fewest[from] ?? 0) > left || (atom.most[from] ?? 0) < left) return;
    if (this.steps-- <= 0 || this.budget.steps-- <= 0) this.isComplete = false;
    const longest = atom.isDigits ? from + longestFrom(atom.text, from) : atom.text.length;
    for (let end = from + 1; end <= longest && this.isComplete; end++)
      this.take(atomIndex, from, end);
  }

  private take(atomIndex: number, from: number, end: number): void {
    const atom = this.atoms[atomIndex];
    const cell = this.pieces.length;
    const column = this.run.columns[cell];
    if (!atom || !column) return;
    const isWhole = from === 0 && end === atom.text.length;
    const value = numberIn(column, atom, from, end, isWhole);
    if (value === null) return;
    this.pieces.push([atomIndex, from, end]);
    this.values.push(value);
    const rest = atom.text.length - end + atom.rest;
    if (this.canHold(cell, rest)) {
      const isEnd = end === atom.text.length;
      this.walk(isEnd ? atomIndex + 1 : atomIndex, isEnd ? 0 : end);
    }
    this.pieces.pop();
    this.values.pop();
  }

  /** Whether the sums that end here hold, and the total at the end of the run can still be as large as its parts. */
  private canHold(cell: number, rest: number): boolean {
    const { sums, values } = this;
    return sums.every((sum) => {
      if (sum.last === cell) return holds(sum, values);
      const isTotal = sum.minus.length === 1 && sum.minus[0] === this.run.keys.length - 1;
      if (!isTotal) return true;
      const digits = rest - (sum.last - cell - 1);
      return partial(sum, values) < 10 ** digits;
    });
  }

  private keep(): void {
    const pieces = this.pieces.flatMap(([index, from, end]) => {
      const atom = this.atoms[index];
      if (!atom) return [];
      return from === 0 && end === atom.text.length ? atom.token : piece(atom, from, end);
    });
    this.found.push({ pieces, values: [...this.values] });
    if (this.found.length > MOST_CUTS) this.isComplete = false;
  }
}

/** The number a piece says; NaN for a whole token that is a sign or a blank, null for what is no piece. */
function numberIn(
  column: Column,
  { text, isDigits }: Atom,
  from: number,
  end: number,
  isWhole: boolean,
): number | null {
  if (isDigits && column.type !== "amount") {
    const isPiece = end - from === 1 || (text[from] !== "0" && end - from <= MOST_DIGITS);
    return isPiece ? Number(text.slice(from, end)) : null;
  }
  const piece = text.slice(from, end);
  if (!isWhole && !PIECES[column.type].test(piece)) return null;
  const { value } = parseRaw({ column }, piece);
  return value ?? (isWhole && !CUTTABLE.test(text) ? Number.NaN : null);
}

/** A sum with an operand that is no number says nothing. */
function holds({ plus, minus, equals }: InnerSum, values: readonly number[]): boolean {
  let sum = -equals;
  for (const place of plus) sum += values[place] ?? Number.NaN;
  for (const place of minus) sum -= values[place] ?? Number.NaN;
  return Number.isNaN(sum) || sum === 0;
}

/** A zero is a figure of its own; no figure has more than nine digits. */
function longestFrom(text: string, from: number): number {
  return text[from] === "0" ? 1 : Math.min(MOST_DIGITS, text.length - from);
}

/** What the parts known so far add up to. */
function partial({ plus }: InnerSum, values: readonly number[]): number {
  return plus.reduce((sum, place) => sum + (values[place] || 0), 0);
}

function piece({ token, text }: Atom, from: number, end: number): Token {
  const { start } = token;
  return { ...token, start: start + from, end: start + end, text: text.slice(from, end) };
}

/** The parts of a run at blanks, each with how many cells it can be. */
function atomsOf(run: GluedRun): Atom[] {
  const atoms: Atom[] = [];
  // A blank cell has no characters, and takes its place all the same.
  for (const token of partedAtBlanks(run.tokens)) {
    const text = token.text || " ";
    atoms.push({ token, text, isDigits: /^\d+$/u.test(text), rest: 0, fewest: [], most: [] });
  }
  const isCounts = run.columns.every(({ type }) => type === "count");
  let after = { fewest: 0, most: 0 };
  let rest = 0;
  for (const atom of atoms.toReversed()) {
    atom.rest = rest;
    rest += atom.text.length;
    count(atom, after, isCounts);
    after = { fewest: atom.fewest[0] ?? 0, most: atom.most[0] ?? 0 };
  }
  return atoms;
}

function count(atom: Atom, after: { fewest: number; most: number }, isCounts: boolean): void {
  const { text, fewest, most } = atom;
  const { length } = text;
  fewest[length] = after.fewest;
  most[length] = after.most;
  const isFixed = !CUTTABLE.test(text);
  for (let from = length - 1; from >= 0; from--) {
    fewest[from] = Number.POSITIVE_INFINITY;
    most[from] = Number.NEGATIVE_INFINITY;
    for (let end = from + 1; end <= length; end++) {
      const isWhole = from === 0 && end === length;
      const isPiece = isCounts ? PIECES.count.test(text.slice(from, end)) : true;
      if (isFixed ? !isWhole : !isPiece) continue;
      fewest[from] = Math.min(fewest[from] ?? 0, 1 + (fewest[end] ?? 0));
      most[from] = Math.max(most[from] ?? 0, 1 + (most[end] ?? 0));
    }
  }
}
