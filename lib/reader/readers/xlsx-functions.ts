import type { Expression, Range } from "./xlsx-expressions.ts";
import { LOOKUPS } from "./xlsx-lookups.ts";
import { type Area, FAULT, type Given, type Listed, UNKNOWN, type Value } from "./xlsx-values.ts";

/** What a range holds; null where that is not known. */
export type ValuesOf = (range: Range) => Area | null;

/** What a formula gives by the cells it refers to. */
export function computed(expression: Expression, valuesOf: ValuesOf): Given {
  if (expression.kind === "value") return expression.value;
  if (expression.kind === "range") {
    const { from, to } = expression;
    const isOne = from.row === to.row && from.column === to.column;
    return isOne ? (valuesOf(expression)?.values ?? [UNKNOWN])[0] : UNKNOWN;
  }
  const { name, parts } = expression;
  const give = (part: Expression | undefined) => (part ? computed(part, valuesOf) : UNKNOWN);
  if (name === "IF") return chosen(parts, give);
  if (name === "IFERROR" || (name === "IFNA" && isSearch(parts[0]))) {
    const first = give(parts[0]);
    return first === FAULT && parts.length === 2 ? give(parts[1]) : first;
  }
  const ofRanges = RANGED[name] ?? LOOKUPS[name];
  if (ofRanges) return ofRanges(parts.map((part) => valuesIn(part, valuesOf)));
  const plain = PLAIN[name];
  if (!plain) return UNKNOWN;
  const given = parts.map(give);
  const bad = given.find((one) => one === UNKNOWN) ?? given.find((one) => one === FAULT);
  return bad ?? plain(given as Value[]);
}

/** Whether the only error of a part can be that nothing is found. */
function isSearch(part: Expression | undefined): boolean {
  return part?.kind === "call" && /^(?:[VH]LOOKUP|MATCH)$/u.test(part.name);
}

function chosen(
  parts: readonly Expression[],
  give: (part: Expression | undefined) => Given,
): Given {
  const when = give(parts[0]);
  if (when === UNKNOWN || when === FAULT) return when;
  if (typeof when === "string" || parts.length < 2) return UNKNOWN;
  if (when) return give(parts[1]);
  return parts.length > 2 ? give(parts[2]) : false;
}

function valuesIn(part: Expression, valuesOf: ValuesOf): Listed {
  if (part.kind !== "range")
    return { values: [computed(part, valuesOf)], areCells: false, width: 1, shape: "" };
  const { from, to } = part;
  const shape = `${to.row - from.row + 1} ${to.column - from.column + 1}`;
  const area = valuesOf(part);
  return { values: area?.values ?? null, areCells: true, width: area?.width ?? 1, shape };
}

/** The numbers in some lists; `UNKNOWN` or `FAULT` where one of them is. */
function numbersIn(lists: readonly Listed[]): number[] | typeof UNKNOWN | typeof FAULT {
  const numbers: number[] = [];
  for (const { values, areCells } of lists) {
    if (!values) return UNKNOWN;
    for (const value of values) {
      if (value === FAULT || value === UNKNOWN) return value;
      if (typeof value === "number") numbers.push(value);
      else if (!areCells) return UNKNOWN;
    }
  }
  return numbers;
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const over = (give: (numbers: number[]) => number) => (lists: readonly Listed[]) => {
  const numbers = numbersIn(lists);
  return typeof numbers === "symbol" ? numbers : give(numbers);
};

const RANGED: Readonly<Record<string, (lists: readonly Listed[]) => Given>> = {
  SUM: over(add),
  MAX: over((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)),
  MIN: over((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)),
  COUNT: over((numbers) => numbers.length),
  SUMPRODUCT: products,
};

function products(lists: readonly Listed[]): Given {
  const [first, ...more] = lists.map(({ values }) => values);
  if (!first || more.some((other) => other?.length !== first.length)) return UNKNOWN;
  let sum = 0;
  for (const [index, value] of first.entries()) {
    const factors = [value, ...more.map((other) => other?.[index])];
    if (factors.includes(UNKNOWN)) return UNKNOWN;
    if (factors.includes(FAULT)) return FAULT;
    let product = 1;
    for (const one of factors) product *= typeof one === "number" ? one : 0;
    sum += product;
  }
  return sum;
}

/** A value as a number, as arithmetic takes it; of words with digits each program has its own opinion. */
function numberOf(value: Value): number | typeof FAULT | typeof UNKNOWN {
  if (typeof value !== "string") return Number(value ?? 0);
  const number = Number(value);
  if (value.trim() !== "" && !Number.isNaN(number)) return number;
  return /\d/u.test(value) ? UNKNOWN : FAULT;
}

const arithmetic = (give: (one: number, other: number) => number) => (values: readonly Value[]) => {
  const [one, other] = [numberOf(values[0]), numberOf(values[1])];
  if (typeof one === "symbol" || typeof other === "symbol")
    return one === UNKNOWN || other === UNKNOWN ? UNKNOWN : FAULT;
  const result = give(one, other);
  return Number.isFinite(result) ? result : FAULT;
};

/** Rounds as programs do, away from 0, what binary fractions leave out of account aside. */
const rounded = (round: (number: number) => number) =>
  arithmetic((number, digits) => {
    const scale = 10 ** Math.trunc(digits);
    const scaled = Number((Math.abs(number) * scale).toPrecision(15));
    return (Math.sign(number) * round(scaled)) / scale;
  });

/** Below 0, 0 or above, as one value stands before another: numbers, then words without regard to case, then truths. */
function order(one: Value, other: Value): number {
  const blankAs = (beside: Value) =>
    typeof beside === "string" ? "" : typeof beside === "boolean" ? false : 0;
  const [a, b] = [one ?? blankAs(other), other ?? blankAs(one)];
  const kinds = ["number", "string", "boolean"];
  if (typeof a !== typeof b) return kinds.indexOf(typeof a) - kinds.indexOf(typeof b);
  const [x, y] = typeof a === "string" ? [a.toLowerCase(), String(b).toLowerCase()] : [a, b];
  return x === y ? 0 : (x ?? 0) < (y ?? 0) ? -1 : 1;
}

const compared = (holds: (order: number) => boolean) => (values: readonly Value[]) =>
  holds(order(values[0], values[1]));

const PLAIN: Readonly<Record<string, (values: readonly Value[]) => Given>> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": arithmetic((a, b) => a / b),
  "&": ([a, b]) => joined(String(a ?? ""), String(b ?? "")),
  "=": compared((order) => order === 0),
  "<>": compared((order) => order !== 0),
  "<": compared((order) => order < 0),
  ">": compared((order) => order > 0),
  "<=": compared((order) => order <= 0),
  ">=": compared((order) => order >= 0),
  ROUND: rounded(Math.round),
  ROUNDUP: rounded(Math.ceil),
  ROUNDDOWN: rounded(Math.floor),
  INT: arithmetic((number) => Math.floor(number)),
  ABS: arithmetic((number) => Math.abs(number)),
  VALUE: ([value]) => numberOf(value),
  N: ([value]) => (typeof value === "string" ? 0 : Number(value ?? 0)),
  ISBLANK: ([value]) => value === undefined,
  AND: (values) => (values.some(isNoTruth) ? UNKNOWN : values.every(Boolean)),
  OR: (values) => (values.some(isNoTruth) ? UNKNOWN : values.some(Boolean)),
  NOT: ([value]) => (isNoTruth(value) ? UNKNOWN : !value),
};

/** No cell of a form shows longer words. */
const LONGEST_WORDS = 1000;

function joined(one: string, other: string): string | typeof UNKNOWN {
  return one.length + other.length > LONGEST_WORDS ? UNKNOWN : one + other;
}

/** Words and blank cells, which some programs pass over. */
function isNoTruth(value: Value): boolean {
  return typeof value === "string" || value === undefined;
}
