import { parseRaw } from "#lib/editions/cell-value.ts";
import type { CellKey } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { noteAgain } from "./again.ts";
import {
  type Constraint,
  formConstraints,
  type Neighbours,
  neighbourConstraints,
} from "./constraints.ts";
import type { Reading } from "./doubt.ts";
import { type Budget, type Cut, cutsOf, type GluedRun, type InnerSum } from "./glued.ts";
import type { SeenRow } from "./seen-row.ts";
import { type Answer, type Question, solve } from "./solve.ts";

const MOST_CANDIDATES = 24;

/** Reads the figures that are glued together or printed without a label, as far as the form's own sums leave one way only. */
export function settle(
  reading: Reading,
  edition: Edition,
  neighbours: Neighbours,
  budget: Budget,
): void {
  noteAgain(reading);
  const glued = reading.glued.filter(({ keys }) => keys.every((key) => !reading.cells.has(key)));
  if (glued.length > 0) settleGlued(reading, glued, edition, neighbours, budget);
  if (reading.unlabelled.length > 0) settleUnlabelled(reading, edition);
}

function settleGlued(
  reading: Reading,
  glued: readonly GluedRun[],
  edition: Edition,
  neighbours: Neighbours,
  budget: Budget,
): void {
  const form = formConstraints(edition, [
    ...reading.cells.keys(),
    ...[...glued, ...reading.unlabelled].flatMap(({ keys }) => keys),
  ]);
  const questions = glued.map((run): Question => {
    return { run, cuts: cutsOf(run, innerSums(run, form), budget) };
  });
  const known = numbersOf(reading, edition);
  const answers = solve(questions, form, known, budget);
  const years = neighbourConstraints(edition, neighbours);
  const more = years.length > 0 ? solve(questions, [...form, ...years], known, budget) : answers;
  questions.forEach((question, index) => {
    const own = answers[index];
    // The years beside are asked only where the form's own sums leave several ways.
    const answer = own?.settled ? own : (more[index] ?? own);
    const isByYears = !own?.settled;
    if (answer) take(reading, question, answer, isByYears, budget);
  });
}

function take(
  reading: Reading,
  { run, cuts }: Question,
  answer: Answer,
  isByYears: boolean,
  budget: Budget,
): void {
  const { words, keys, rows } = run;
  const about = { cells: [...keys], words: printed(run), ...(rows[0] ? { row: rows[0] } : {}) };
  const seen = [seenOf(run)];
  if (answer.settled) {
    keys.forEach((key, place) => {
      const token = answer.settled?.pieces[place];
      if (token) reading.cells.set(key, token);
    });
    const candidates = [candidate(run, answer.settled)];
    reading.doubts.push({ ...about, code: "glued", candidates, isByYears });
    return;
  }
  // Where no cut satisfies the sums, the ways to cut are shown all the same.
  const any = answer.left.length > 0 ? null : cutsOf(run, [], budget);
  const isComplete = any ? any.isComplete : cuts.isComplete;
  const shown = any ? any.found : answer.left;
  if (shown.length === 0) reading.doubts.push({ ...about, code: "rowLength", words, seen });
  else
    reading.doubts.push({
      ...about,
      seen,
      code: "gluedOpen",
      candidates: shown.slice(0, MOST_CANDIDATES).map((cut) => candidate(run, cut)),
      hasMore: !isComplete || shown.length > MOST_CANDIDATES,
    });
}

function seenOf({ keys, label, tokens }: GluedRun): SeenRow {
  return { cells: keys, tokens: label ? [label, ...tokens] : tokens };
}

function printed({ tokens }: GluedRun): string {
  return tokens.map(({ text }) => text).join(" ");
}

function candidate({ keys }: GluedRun, { pieces }: Cut): Record<CellKey, string> {
  return Object.fromEntries(keys.map((key, place) => [key, pieces[place]?.text ?? ""]));
}

function innerSums({ keys }: GluedRun, constraints: readonly Constraint[]): InnerSum[] {
  const places = new Map(keys.map((key, place) => [key, place]));
  return constraints.flatMap(({ plus, minus, equals }) => {
    const own = (side: readonly CellKey[]) => side.flatMap((key) => places.get(key) ?? []);
    const [left, right] = [own(plus), own(minus)];
    const all = [...left, ...right];
    return all.length === plus.length + minus.length
      ? [{ plus: left, minus: right, equals, last: Math.max(...all) }]
      : [];
  });
}

function numbersOf(reading: Reading, edition: Edition): (key: CellKey) => number | null {
  const specs = cellSpecs(edition);
  return (key) => {
    const token = reading.cells.get(key);
    const spec = specs.get(key);
    return token && spec ? parseRaw(spec, token.text).value : null;
  };
}

/** Takes rows without a label where their place, their number and every sum they stand in agree. */
function settleUnlabelled(reading: Reading, edition: Edition): void {
  const keys = new Set([...reading.cells.keys(), ...reading.unlabelled.flatMap((run) => run.keys)]);
  const constraints = formConstraints(edition, keys);
  const added = new Map(
    reading.unlabelled.flatMap((run) =>
      run.keys.map((key, place) => [key, run.tokens[place]] as const),
    ),
  );
  const read = numbersOf(reading, edition);
  const specs = cellSpecs(edition);
  const known = (key: CellKey): number | null => {
    const token = added.get(key);
    const spec = specs.get(key);
    return token && spec ? parseRaw(spec, token.text).value : read(key);
  };
  const certain = reading.unlabelled.filter((run) => isConfirmed(run, constraints, known));
  const isAll = certain.length === reading.unlabelled.length;
  for (const run of reading.unlabelled) {
    const { rows, words } = run;
    const about = { cells: [...run.keys], words, ...(rows[0] ? { row: rows[0] } : {}) };
    if (!isAll) {
      reading.doubts.push({ ...about, code: "unlabelledOpen", seen: [seenOf(run)] });
      continue;
    }
    reading.doubts.push({ ...about, code: "unlabelled" });
    run.keys.forEach((key, place) => {
      const token = run.tokens[place];
      if (token) reading.cells.set(key, token);
    });
  }
}

/** Whether each cell stands in some sum down its column, one along its row, and all of these hold. */
function isConfirmed(
  { keys }: GluedRun,
  constraints: readonly Constraint[],
  known: (key: CellKey) => number | null,
): boolean {
  const own = new Set(keys);
  const isIn = (key: CellKey) => own.has(key);
  const touching = constraints.filter(({ plus, minus }) => plus.some(isIn) || minus.some(isIn));
  const isInside = ({ plus, minus }: Constraint) => [...plus, ...minus].every(isIn);
  const down = touching.filter((constraint) => !isInside(constraint));
  const hasRow = touching.some(isInside);
  const hasColumns = keys.every((key) =>
    down.some(({ plus, minus }) => plus.includes(key) || minus.includes(key)),
  );
  return hasRow && hasColumns && touching.every((constraint) => holds(constraint, known));
}

function holds(
  { plus, minus, equals }: Constraint,
  known: (key: CellKey) => number | null,
): boolean {
  const sum = (side: readonly CellKey[]) =>
    side.reduce((all, key) => all + (known(key) ?? Number.NaN), 0);
  return sum(plus) - sum(minus) === equals;
}
