import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  type Markup,
  textOf,
} from "../archive/markup.ts";
import { WHITE } from "./colours.ts";
import { Area, type Budget, type SheetRange, spanOf } from "./xlsx-area.ts";
import { type CellLook, type Dressing, dressingOf } from "./xlsx-looks.ts";
import { placeOf, type SheetPlace } from "./xlsx-places.ts";

/** What a sheet gives to cells under conditions. */
export interface Conditions {
  /** What the conditions give that may hold at a place for what its cell stores. */
  dressingsAt(place: SheetPlace, value: string): readonly Dressing[];
}

interface Condition {
  area: Area;
  dressing: Dressing;
  mayHold: (value: string) => boolean;
}

/** When a rule holds for what a cell stores, and a name that all rules have that hold alike. */
interface When {
  key: string;
  mayHold: (value: string) => boolean;
}

/** Conditions that are told apart: no form has so many that hide something. */
const MOST_CONDITIONS = 300;
/** Ranges that are looked at one by one, over all rules. */
const MOST_PIECES = 200_000;
/** What so many may give to one cell may hide it. */
const MOST_DRESSINGS = 16;

/** How a workbook dresses its cells, under conditions and without. */
interface Wardrobe {
  looks: readonly CellLook[];
  dressings: readonly Dressing[];
}

/** The conditions of a sheet that may hide something or show it otherwise. */
export function conditionsOf(worksheet: Markup, { looks, dressings }: Wardrobe): Conditions {
  const grounds = new Set([WHITE, ...looks.map(({ ground }) => ground)]);
  const gathered = new Gathered();
  for (const element of conditionalsIn(worksheet)) {
    const scope = scopeOf(attributeOf(element, "sqref") ?? textOf(childOf(element, "sqref")));
    for (const rule of childrenOf(element, "cfRule")) {
      const dressing = dressingBy(rule, dressings);
      const when = dressing && mayHide(dressing, grounds) ? whenOf(rule, scope) : null;
      if (dressing && when && scope) gathered.add(dressing, when, scope);
    }
  }
  return gathered;
}

/** Conditions by what they give and when they hold: those that copied cells have left in pieces are one again. */
class Gathered implements Conditions {
  private readonly conditions = new Map<string, Condition>();
  private readonly dressed = new Map<string, Dressing>();
  private readonly budget: Budget = { ranges: 300, cells: 100_000 };

  private left = MOST_PIECES;

  add(given: Dressing, { key, mayHold }: When, { ranges, span }: Scope): void {
    const look = JSON.stringify(given);
    const dressing = this.dressed.get(look) ?? given;
    this.dressed.set(look, dressing);
    const { area } = this.known(`${look} ${key}`, { dressing, mayHold });
    const pieces = ranges.length <= this.left ? ranges : [span];
    this.left -= pieces.length;
    for (const range of pieces) area.add(range);
  }

  dressingsAt(place: SheetPlace, value: string): readonly Dressing[] {
    const held = new Set<Dressing>();
    for (const { area, dressing, mayHold } of this.conditions.values())
      if (!held.has(dressing) && area.has(place) && mayHold(value)) held.add(dressing);
    return held.size > MOST_DRESSINGS ? [STRUCK] : [...held];
  }

  private known(key: string, given: Omit<Condition, "area">): Condition {
    const known = this.conditions.get(key);
    if (known) return known;
    if (this.conditions.size >= MOST_CONDITIONS && key !== "") return this.known("", ANYTHING);
    const condition = { ...given, area: new Area(this.budget) };
    this.conditions.set(key, condition);
    return condition;
  }
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

/** More conditions than are told apart may hide anything where they stand. */
const ANYTHING = { dressing: STRUCK, mayHold: () => true };

/** What only lights figures up hides none, nor does an ink that no cell has behind it. */
function mayHide(
  { format, isStruck, ink, ground }: Dressing,
  grounds: ReadonlySet<string>,
): boolean {
  const isLost = ink !== null && (ground === null ? grounds.has(ink) : ground === ink);
  return format !== null || isStruck === true || isLost;
}

/** For which cells a rule is asked, and the least range that holds them all. */
interface Scope {
  ranges: readonly [SheetRange, ...SheetRange[]];
  span: SheetRange;
}

function scopeOf(references: string): Scope | null {
  const [first, ...more] = references.split(/\s+/u).flatMap((reference): SheetRange[] => {
    const [start = "", end = start] = reference.split(":");
    const [from, to] = [placeOf(start), placeOf(end)];
    return from && to ? [{ from, to }] : [];
  });
  return first ? { ranges: [first, ...more], span: more.reduce(spanOf, first) } : null;
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

/** Kinds of rules, and formulas of others that ask a cell, which hold of no figure. */
const OF_NO_FIGURE = /^(?:containsErrors|containsBlanks)$/u;
const CELL = String.raw`(\$?[A-Z]{1,3}\$?\d{1,7})`;
const ASKS_NO_FIGURE = [
  new RegExp(String.raw`^IS(?:ERROR|ERR|NA|BLANK)\(${CELL}\)$`, "iu"),
  new RegExp(String.raw`^LEN\(TRIM\(${CELL}\)\)=0$`, "iu"),
  new RegExp(`^${CELL}=""$`, "iu"),
];
const COMPARES = new RegExp(String.raw`^${CELL}(<>|>=|<=|[<>=])(-?\d+(?:\.\d+)?)$`, "iu");

const ALWAYS: When = { key: "", mayHold: () => true };

/** When a rule may hold for what a cell stores; what cannot be followed may, and null is never. */
function whenOf(rule: Markup, scope: Scope | null): When | null {
  const formulas =
    childrenOf(rule, "formula").length > 0 ? childrenOf(rule, "formula") : childrenOf(rule, "f");
  const limits = formulas.map((one) => textOf(one).slice(0, 200).replace(/\s/gu, ""));
  const type = attributeOf(rule, "type") ?? "";
  if (OF_NO_FIGURE.test(type)) return null;
  if (type === "cellIs") return whenBy(attributeOf(rule, "operator") ?? "", limits.map(limitOf));
  if (type !== "expression") return ALWAYS;
  const [formula = ""] = limits;
  const asked = ASKS_NO_FIGURE.map((one) => one.exec(formula)?.[1]).find(Boolean);
  if (asked && isOwn(asked, scope)) return null;
  const [, reference, sign = "", limit = ""] = COMPARES.exec(formula) ?? [];
  return isOwn(reference, scope) ? whenBy(SIGNS[sign] ?? "", [limitOf(limit)]) : ALWAYS;
}

/** Whether a formula names the cell it is asked for: the first of the ranges, held fast by no `$` that leaves others behind. */
function isOwn(reference: string | undefined, scope: Scope | null): boolean {
  const place = placeOf(reference);
  const moved = placeOf(reference, { row: 1, column: 1 });
  if (!scope || !place || !moved) return false;
  const { ranges, span } = scope;
  const isAsked = (axis: "row" | "column") =>
    place[axis] === ranges[0].from[axis] &&
    (moved[axis] !== place[axis] || span.from[axis] === span.to[axis]);
  return isAsked("row") && isAsked("column");
}

function whenBy(operator: string, limits: readonly number[]): When {
  const test = TESTS[operator];
  if (!test || !limits.every(Number.isFinite)) return ALWAYS;
  const mayHold = (value: string) => {
    const number = Number(value);
    return !Number.isFinite(number) || test(number, limits);
  };
  return { key: `${operator} ${limits.join(" ")}`, mayHold };
}

function limitOf(formula: string): number {
  return formula === "" ? Number.NaN : Number(formula);
}
