import type { CellKey } from "#lib/editions/content.ts";
import type { Constraint } from "./constraints.ts";
import { type Budget, type Cut, type Cuts, type GluedRun, mayBeWhole } from "./glued.ts";

/** A run with the ways to cut it. */
export interface Question {
  run: GluedRun;
  cuts: Cuts;
}

export interface Answer {
  /** The cuts that the sums of the whole table leave; all of them where the sums say nothing. */
  left: readonly Cut[];
  /** The one cut that satisfies every sum it stands in; null where there are several, or none. */
  settled: Cut | null;
}

const STEPS_TO_JOIN = 60_000;

/** Chooses among the cuts of all runs together, by the sums that bind them to each other and to the figures already read. */
export function solve(
  questions: readonly Question[],
  constraints: readonly Constraint[],
  known: (key: CellKey) => number | null,
  budget: Budget,
): Answer[] {
  const open = questions.map((question) => new Unknown(question));
  let ties = tiesOf(open, constraints, known);
  for (let broken = narrow(open, ties); broken; broken = narrow(open, ties)) {
    // A sum that no cut satisfies is wrong in the source, or one of its rows is: none of them is certain.
    for (const { unknown } of broken.parts) if (!unknown.isForced) unknown.isBlocked = true;
    const blocked = new Set(open.filter(({ isBlocked }) => isBlocked));
    ties = ties.filter(
      (tie) => tie !== broken && !tie.parts.some((part) => blocked.has(part.unknown)),
    );
    for (const unknown of open) unknown.reset();
  }
  const several = open.filter((unknown) => !unknown.isBlocked && unknown.isOpen());
  const isSearched = several.length === 0 || search(several, ties, budget);
  const lost = several.filter(({ used }) => isSearched && used.size === 0);
  for (const { parts, isAcross } of ties) {
    for (const { unknown } of parts) {
      unknown.isTied = true;
      unknown.isBound ||= isAcross;
    }
    // Without a solution for all, the others of the same sums are not certain either.
    if (parts.some(({ unknown }) => lost.includes(unknown)))
      for (const { unknown } of parts) unknown.isBlocked = !unknown.isForced;
  }
  return open.map((unknown) => unknown.answer(isSearched));
}

class Unknown {
  readonly cuts: readonly Cut[];
  readonly isForced: boolean;
  readonly isWhole: boolean;
  readonly places: ReadonlyMap<CellKey, number>;
  /** Which cuts are still possible. */
  left: number[] = [];
  /** Which cuts belong to some solution. */
  readonly used = new Set<number>();
  isBlocked = false;
  isTied = false;
  /** Whether a sum binds it to other rows. */
  isBound = false;
  /** Whether its figures may all be whole, and a cell of its row blank. */
  private readonly mayBeWhole: boolean;

  constructor({ run, cuts }: Question) {
    this.cuts = cuts.found;
    this.isForced = cuts.isForced;
    this.isWhole = cuts.isComplete;
    this.mayBeWhole = mayBeWhole(run);
    this.places = new Map(run.keys.map((key, place) => [key, place]));
    this.reset();
  }

  reset(): void {
    this.left = this.cuts.map((_, index) => index);
  }

  isOpen(): boolean {
    return this.left.length > 1;
  }

  answer(isSearched: boolean): Answer {
    const isUsed = isSearched && this.used.size > 0;
    const ids = this.isBlocked
      ? this.cuts.map((_, index) => index)
      : isUsed
        ? [...this.used]
        : this.left;
    const left = ids.flatMap((id) => this.cuts[id] ?? []);
    const [only] = left;
    const isTold = this.isTied && (this.isBound || !this.mayBeWhole);
    const isSure = this.isForced || (this.isWhole && !this.isBlocked && isTold);
    return { left, settled: left.length === 1 && only && isSure ? only : null };
  }
}

/** What a run adds to a sum, by cut. */
interface Part {
  unknown: Unknown;
  amounts: readonly number[];
}

interface Tie {
  rest: number;
  parts: readonly Part[];
  /** Whether it adds up figures of more than one row. */
  isAcross: boolean;
}

/** The sums whose every operand is known or belongs to a run with cuts. */
function tiesOf(
  unknowns: readonly Unknown[],
  constraints: readonly Constraint[],
  known: (key: CellKey) => number | null,
): Tie[] {
  const owners = new Map(
    unknowns.flatMap((unknown) => [...unknown.places.keys()].map((key) => [key, unknown] as const)),
  );
  return constraints.flatMap(({ plus, minus, equals }) => {
    const operands = [
      ...plus.map((key) => [key, 1] as const),
      ...minus.map((key) => [key, -1] as const),
    ];
    if (!operands.some(([key]) => owners.has(key))) return [];
    let rest = -equals;
    const amounts = new Map<Unknown, number[]>();
    for (const [key, sign] of operands) {
      const owner = owners.get(key);
      const place = owner?.places.get(key);
      if (owner && place !== undefined) {
        const own = amounts.get(owner) ?? owner.cuts.map(() => 0);
        amounts.set(
          owner,
          own.map((sum, id) => sum + sign * (owner.cuts[id]?.values[place] ?? Number.NaN)),
        );
      } else rest += sign * (known(key) ?? Number.NaN);
    }
    const all = [rest, ...[...amounts.values()].flat()];
    const hasAll =
      all.every(Number.isFinite) &&
      [...amounts.keys()].every((owner) => owner.cuts.length > 0 && owner.isWhole);
    if (!hasAll) return [];
    const parts = [...amounts].map(([unknown, own]) => ({ unknown, amounts: own }));
    const isAcross = parts.length > 1 || operands.some(([key]) => !owners.has(key));
    return [{ rest, parts, isAcross }];
  });
}

/** Drops cuts that no choice of the others can make up for, until nothing changes; answers a sum that cannot hold. */
function narrow(unknowns: readonly Unknown[], ties: readonly Tie[]): Tie | null {
  const size = () => unknowns.reduce((sum, { left }) => sum + left.length, 0);
  for (let before = Number.POSITIVE_INFINITY; size() < before; ) {
    before = size();
    for (const tie of ties) {
      const spans = tie.parts.map(spanOf);
      const low = tie.rest + spans.reduce((sum, [min]) => sum + min, 0);
      const high = tie.rest + spans.reduce((sum, [, max]) => sum + max, 0);
      if (low > 0 || high < 0) return tie;
      tie.parts.forEach((part, index) => {
        const [min, max] = spans[index] ?? [0, 0];
        part.unknown.left = part.unknown.left.filter((id) => {
          const own = part.amounts[id] ?? 0;
          return low - min + own <= 0 && high - max + own >= 0;
        });
      });
      if (tie.parts.some(({ unknown }) => unknown.left.length === 0)) return tie;
    }
  }
  return null;
}

function spanOf({ unknown, amounts }: Part): [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const id of unknown.left) {
    min = Math.min(min, amounts[id] ?? 0);
    max = Math.max(max, amounts[id] ?? 0);
  }
  return [min, max];
}

/** A sum as the search sees it: what is certain, and what each open run adds, in the order they are chosen. */
interface Line {
  sum: number;
  amounts: (readonly number[] | null)[];
  /** The least and the most that the runs from each depth on can add. */
  low: number[];
  high: number[];
}

function lineOf({ rest, parts }: Tie, order: readonly Unknown[]): Line {
  const open = new Set(order);
  const certain = parts.filter(({ unknown }) => !open.has(unknown)).map((part) => spanOf(part)[0]);
  const own = order.map((unknown) => parts.find((part) => part.unknown === unknown));
  const low = [0];
  const high = [0];
  for (const part of own.toReversed()) {
    const [min, max] = part ? spanOf(part) : [0, 0];
    low.unshift((low[0] ?? 0) + min);
    high.unshift((high[0] ?? 0) + max);
  }
  return {
    sum: certain.reduce((sum, amount) => sum + amount, rest),
    amounts: own.map((part) => part?.amounts ?? null),
    low,
    high,
  };
}

/** Tries every choice for the runs that are still open and notes which cuts occur in a solution; false where it ran out of steps. */
function search(open: readonly Unknown[], ties: readonly Tie[], budget: Budget): boolean {
  const order = [...open].sort((a, b) => a.left.length - b.left.length);
  const lines = ties
    .filter(({ parts }) => parts.some(({ unknown }) => open.includes(unknown)))
    .map((tie) => lineOf(tie, order));
  const chosen: number[] = [];
  let steps = STEPS_TO_JOIN;
  const walk = (depth: number): boolean => {
    const unknown = order[depth];
    if (!unknown) return note(order, chosen);
    for (const id of unknown.left) {
      if (steps-- <= 0 || budget.steps-- <= 0) return false;
      chosen[depth] = id;
      add(lines, depth, id, 1);
      const isDone = !lines.every((line) => canHold(line, depth + 1)) || walk(depth + 1);
      add(lines, depth, id, -1);
      if (!isDone) return false;
    }
    return true;
  };
  return walk(0);
}

function note(order: readonly Unknown[], chosen: readonly number[]): true {
  for (const [index, unknown] of order.entries()) unknown.used.add(chosen[index] ?? 0);
  return true;
}

function add(lines: readonly Line[], depth: number, id: number, sign: 1 | -1): void {
  for (const line of lines) line.sum += sign * (line.amounts[depth]?.[id] ?? 0);
}

/** Whether the runs from a depth on can still make up for what a sum lacks. */
function canHold({ sum, low, high }: Line, depth: number): boolean {
  return sum + (low[depth] ?? 0) <= 0 && sum + (high[depth] ?? 0) >= 0;
}
