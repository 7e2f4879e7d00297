import { FAULT, type Given, type Listed, UNKNOWN, type Value } from "./xlsx-values.ts";

type Known = Exclude<Given, symbol>;
type Lookup = (parts: readonly Listed[]) => Given;

/** Signs that stand for others in words that are looked for. */
const WILD = /[*?~]/u;
const CRITERION = /^(<=|>=|<>|=|<|>)?(.*)$/su;

/** The one value that a part gives; `UNKNOWN` where it is a range. */
function oneIn(part: Listed | undefined): Given {
  return part?.values?.length === 1 ? part.values[0] : UNKNOWN;
}

/** Whether a value meets a criterion as `SUMIF` takes it; null where programs differ on that. */
function criterionOf(given: Given): ((value: Value) => boolean | null) | null {
  if (typeof given === "symbol" || given === undefined || typeof given === "boolean") return null;
  const [, sign = "=", wanted = ""] = CRITERION.exec(String(given)) ?? [];
  if (wanted.trim() === "" || WILD.test(wanted)) return null;
  const number = Number(wanted);
  if (Number.isNaN(number)) return wordsCriterion(sign, wanted);
  const compares = COMPARES[sign];
  if (sign === "<>") return null;
  return (value) => {
    // Of words that spell a number each program has its own opinion.
    if (typeof value === "string" && /\d/u.test(value)) return null;
    if (typeof value === "number") return compares?.(value, number) ?? null;
    return false;
  };
}

function wordsCriterion(sign: string, wanted: string): ((value: Value) => boolean | null) | null {
  // 500 %, 1,000, days and truths are more than words; and what differs may be cells that are not written.
  if (sign !== "=" || /\d|^(?:true|false)$/iu.test(wanted)) return null;
  const isWanted = (value: Value) =>
    typeof value === "string" && value.toLowerCase() === wanted.toLowerCase();
  return isWanted;
}

const COMPARES: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  "=": (one, other) => one === other,
  "<": (one, other) => one < other,
  ">": (one, other) => one > other,
  "<=": (one, other) => one <= other,
  ">=": (one, other) => one >= other,
};

/** Which cells meet all criteria, given as ranges and criteria in turn; null where that is not known, or they are of several shapes. */
function meeting(parts: readonly Listed[]): boolean[] | null {
  const [first] = parts;
  const met = Array.from(first?.values ?? [], () => true);
  for (let at = 0; at < parts.length; at += 2) {
    const [range, criterion] = [parts[at], criterionOf(oneIn(parts[at + 1]))];
    const { values } = range ?? {};
    if (!values || !criterion || range?.shape !== first?.shape || values.length !== met.length)
      return null;
    for (const [index, value] of values.entries()) {
      if (value === UNKNOWN) return null;
      const meets = value !== FAULT && criterion(value as Known);
      if (meets === null) return null;
      met[index] &&= meets;
    }
  }
  return met;
}

/** The sum of the numbers in a range that stand where the criteria are met. */
function sumOf(range: Listed | undefined, like: Listed | undefined, met: boolean[] | null): Given {
  const values = range?.values;
  if (!values || !met || range?.shape !== like?.shape || values.length !== met.length)
    return UNKNOWN;
  const wanted = values.filter((_, index) => met[index]);
  const odd = wanted.find((value) => typeof value === "symbol");
  if (odd !== undefined) return odd;
  return wanted.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
}

const count = (met: boolean[] | null): Given => met?.filter(Boolean).length ?? UNKNOWN;

/** Where a value stands among others, word for word; UNKNOWN where what is asked is more than that. */
function placeIn(wanted: Given, values: readonly Given[]): number | symbol {
  if (typeof wanted === "symbol") return wanted;
  if (wanted === undefined || (typeof wanted === "string" && WILD.test(wanted))) return UNKNOWN;
  const plain = (value: Given) => (typeof value === "string" ? value.toLowerCase() : value);
  for (const [index, value] of values.entries()) {
    if (value === UNKNOWN) return UNKNOWN;
    if (plain(value) === plain(wanted)) return index;
  }
  return FAULT;
}

/** Whether a part asks for what is found word for word, and not for what is nearest. */
function isExact(part: Listed | undefined): boolean {
  const given = part ? oneIn(part) : true;
  return given === 0 || given === false;
}

/** What stands in a row and a column of a range, from 1. */
function cellAt({ values, width, shape }: Listed, row: Given, column: Given): Given {
  const [high = 0, wide = 0] = (shape ?? "").split(" ").map(Number);
  if (typeof row !== "number" || typeof column !== "number" || !values) return UNKNOWN;
  if (!Number.isInteger(row) || !Number.isInteger(column) || row < 1 || column < 1) return UNKNOWN;
  if (row > high || column > wide) return FAULT;
  return column > width ? undefined : values[(row - 1) * width + column - 1];
}

function index(range: Listed, row: Given, column: Given): Given {
  const [high, wide] = (range.shape ?? "").split(" ").map(Number);
  if (column !== undefined || wide === 1) return cellAt(range, row, column ?? 1);
  return high === 1 ? cellAt(range, 1, row) : UNKNOWN;
}

/** Looks a value up among the first cells of rows or of columns. */
const lookUp =
  (isUpright: boolean): Lookup =>
  ([wanted, table, at, exact]) => {
    if (!table?.values || !isExact(exact)) return UNKNOWN;
    const { values, width } = table;
    const firsts = values.filter((_, place) => (isUpright ? place % width === 0 : place < width));
    const place = placeIn(oneIn(wanted), firsts);
    if (typeof place === "symbol") return place === FAULT ? FAULT : UNKNOWN;
    const line = oneIn(at);
    return isUpright ? cellAt(table, place + 1, line) : cellAt(table, line, place + 1);
  };

function match([wanted, range, exact]: readonly Listed[]): Given {
  const [high, wide] = (range?.shape ?? "").split(" ").map(Number);
  if (!range?.values || !isExact(exact) || (high !== 1 && wide !== 1)) return UNKNOWN;
  const place = placeIn(oneIn(wanted), range.values);
  if (typeof place === "symbol") return place === FAULT ? FAULT : UNKNOWN;
  return place + 1;
}

/** Functions that count, add up or find by what cells hold. */
export const LOOKUPS: Readonly<Record<string, Lookup>> = {
  SUMIF: ([range, criterion, summed]) =>
    range && criterion ? sumOf(summed ?? range, range, meeting([range, criterion])) : UNKNOWN,
  SUMIFS: ([summed, ...pairs]) => sumOf(summed, pairs[0], meeting(pairs)),
  COUNTIF: (pair) => count(pair.length === 2 ? meeting(pair) : null),
  COUNTIFS: (pairs) => count(meeting(pairs)),
  VLOOKUP: lookUp(true),
  HLOOKUP: lookUp(false),
  MATCH: match,
  INDEX: ([range, row, column]) =>
    range?.values && row ? index(range, oneIn(row), column && oneIn(column)) : UNKNOWN,
};
