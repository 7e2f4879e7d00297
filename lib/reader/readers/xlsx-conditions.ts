import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  type Markup,
  textOf,
} from "../archive/markup.ts";
import { type Dressing, dressingOf } from "./xlsx-looks.ts";
import { placeOf, type SheetPlace } from "./xlsx-places.ts";

/** What a sheet gives to cells under conditions. */
export interface Conditions {
  /** What the conditions give that may hold at a place for what its cell stores. */
  dressingsAt(place: SheetPlace, value: string): readonly Dressing[];
}

interface Condition {
  ranges: readonly { from: SheetPlace; to: SheetPlace }[];
  dressing: Dressing;
  mayHold: (value: string) => boolean;
}

/** Conditions and ranges that are looked at: copied cells leave many behind, but no form has so many that hide something. */
const MOST_RANGES = 300;
/** What so many may give to one cell may hide it. */
const MOST_DRESSINGS = 16;

/** The conditions of a sheet that may hide something or show it otherwise. */
export function conditionsOf(worksheet: Markup, dressings: readonly Dressing[]): Conditions {
  const conditions: Condition[] = [];
  let left = MOST_RANGES;
  for (const element of conditionalsIn(worksheet)) {
    const ranges = rangesOf(attributeOf(element, "sqref") ?? textOf(childOf(element, "sqref")));
    for (const rule of childrenOf(element, "cfRule")) {
      const dressing = dressingBy(rule, dressings);
      if (!dressing || !mayHide(dressing)) continue;
      left -= ranges.length;
      if (left >= 0) conditions.push({ ranges, dressing, mayHold: testOf(rule, ranges[0]?.from) });
    }
  }
  if (left < 0) conditions.splice(0, Number.POSITIVE_INFINITY, ANYWHERE);
  return {
    dressingsAt: (place, value) => {
      const held = new Set<Dressing>();
      for (const { ranges, dressing, mayHold } of conditions)
        if (!held.has(dressing) && ranges.some((range) => isIn(place, range)) && mayHold(value))
          held.add(dressing);
      return held.size > MOST_DRESSINGS ? [STRUCK] : [...held];
    },
  };
}

/** Those of newer programs stand behind the sheet, in its extensions. */
function* conditionalsIn(worksheet: Markup): Generator<Markup> {
  yield* childrenOf(worksheet, "conditionalFormatting");
  for (const extension of childrenOf(childOf(worksheet, "extLst"), "ext"))
    for (const element of elementsIn(extension))
      if (element.name === "conditionalFormatting") yield element;
}

function dressingBy(rule: Markup, dressings: readonly Dressing[]): Dressing | undefined {
  const own = childOf(rule, "dxf");
  if (own) return dressingOf(own);
  const bar = childOf(rule, "dataBar") ?? childOf(rule, "iconSet");
  // A bar or a picture in the place of the figure.
  if (/^(?:0|false)$/u.test(attributeOf(bar, "showValue") ?? "")) return STRUCK;
  return dressings[Number(attributeOf(rule, "dxfId") ?? Number.NaN)];
}

const STRUCK: Dressing = { format: null, isStruck: true, ink: null, ground: null };

/** More conditions than are looked at may hide anything. */
const ANYWHERE: Condition = {
  ranges: [{ from: { row: 1, column: 1 }, to: { row: Infinity, column: Infinity } }],
  dressing: STRUCK,
  mayHold: () => true,
};

/** What only lights figures up hides none. */
function mayHide({ format, isStruck, ink, ground }: Dressing): boolean {
  const hasInk = ink !== null && (ground === null || ground === ink);
  return format !== null || isStruck === true || hasInk;
}

function rangesOf(references: string): Condition["ranges"] {
  return references.split(/\s+/u, MOST_RANGES).flatMap((reference) => {
    const [first = "", last = first] = reference.split(":");
    const [from, to] = [placeOf(first), placeOf(last)];
    return from && to ? [{ from, to }] : [];
  });
}

function isIn(place: SheetPlace, { from, to }: Condition["ranges"][number]): boolean {
  const isInRow = from.column <= place.column && place.column <= to.column;
  return isInRow && from.row <= place.row && place.row <= to.row;
}

type Test = (value: number, limits: readonly number[]) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  equal: (value, [limit]) => value === limit,
  notEqual: (value, [limit]) => value !== limit,
  greaterThan: (value, [limit = 0]) => value > limit,
  lessThan: (value, [limit = 0]) => value < limit,
  greaterThanOrEqual: (value, [limit = 0]) => value >= limit,
  lessThanOrEqual: (value, [limit = 0]) => value <= limit,
  between: (value, [low = 0, high = 0]) => value >= low && value <= high,
  notBetween: (value, [low = 0, high = 0]) => value < low || value > high,
};
const SIGNS: Readonly<Record<string, string>> = {
  "=": "equal",
  "<>": "notEqual",
  ">": "greaterThan",
  "<": "lessThan",
  ">=": "greaterThanOrEqual",
  "<=": "lessThanOrEqual",
};

/** Kinds of rules, and formulas of others, that hold of no figure. */
const OF_NO_FIGURE = /^(?:containsErrors|containsBlanks)$/u;
const ASKS_NO_FIGURE = /^(?:IS(?:ERROR|ERR|NA|BLANK|TEXT)|LEN\(TRIM)\(/iu;
const COMPARES = /^([A-Z]{1,3}\d{1,7})(<>|>=|<=|[<>=])(-?\d+(?:\.\d+)?)$/iu;

/** Whether a rule may hold for what a cell stores; what cannot be followed may. */
function testOf(rule: Markup, first: SheetPlace | undefined): (value: string) => boolean {
  const formulas =
    childrenOf(rule, "formula").length > 0 ? childrenOf(rule, "formula") : childrenOf(rule, "f");
  const [formula = "", ...more] = formulas.map((one) =>
    textOf(one).slice(0, 200).replace(/\s/gu, ""),
  );
  const type = attributeOf(rule, "type") ?? "";
  if (OF_NO_FIGURE.test(type) || (type === "expression" && ASKS_NO_FIGURE.test(formula)))
    return () => false;
  if (type === "cellIs")
    return byTest(TESTS[attributeOf(rule, "operator") ?? ""], [formula, ...more].map(limitOf));
  const [, reference = "", sign = "", limit = ""] = COMPARES.exec(formula) ?? [];
  const place = placeOf(reference.toUpperCase());
  const isOwn = place?.row === first?.row && place?.column === first?.column;
  return byTest(type === "expression" && place && isOwn ? TESTS[SIGNS[sign] ?? ""] : undefined, [
    limitOf(limit),
  ]);
}

function byTest(test: Test | undefined, limits: readonly number[]): (value: string) => boolean {
  if (!test || !limits.every(Number.isFinite)) return () => true;
  return (value) => {
    const number = Number(value);
    return !Number.isFinite(number) || test(number, limits);
  };
}

function limitOf(formula: string): number {
  return formula === "" ? Number.NaN : Number(formula);
}
