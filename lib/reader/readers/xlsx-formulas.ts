import { attributeOf, childOf, type Markup, textOf } from "../archive/markup.ts";
import { type Expression, expressionIn, type Range, rangesIn } from "./xlsx-expressions.ts";
import { computed } from "./xlsx-functions.ts";
import type { SheetPlace } from "./xlsx-places.ts";
import { type Sum, sumIn, type Term } from "./xlsx-terms.ts";
import { type Area, FAULT, type Given, UNKNOWN, type Value } from "./xlsx-values.ts";

/** A formula, and what its cell stores as its result; null where that is no number. */
export interface Formula {
  readonly sheet: SheetCells;
  /** What it adds up; null where it does anything else. */
  readonly sum: Sum | null;
  /** What else it computes; null where it is a sum, or cannot be followed. */
  readonly expression: Expression | null;
  readonly value: number | null;
  /** Whether a blank is stored, as where a formula gives `""`. */
  readonly isBlank: boolean;
}

/** What the cells of a sheet hold, by their places. */
interface SheetCells {
  rows: number;
  columns: number;
  readonly numbers: Map<string, number>;
  readonly words: Map<string, string>;
  /** Where a 0 is written; a blank cell is another thing to what compares it. */
  readonly zeros: Set<string>;
  /** Truths, errors, and words of nothing but blanks: what a formula makes of these is not followed. */
  readonly odd: Set<string>;
  readonly formulas: Map<string, Formula>;
  readonly shared: Map<string, { text: string; place: SheetPlace }>;
}

/** What is odd about what a formula is stored with. */
export type FormulaDoubt = "uncomputed" | "stale" | "unconfirmed";

/** What a cell gives, as a number or else as words, and whether that rests on no formula that only its program can compute; null where nobody knows. */
type Outcome = { value: number; words?: string; isSure: boolean } | null;

/** Sums refer to sums; deeper chains are not followed. */
const DEEPEST = 64;
/** Cells looked at in one workbook: that many, no form has. */
const STEPS = 400_000;
/** What binary fractions leave of a difference that is none. */
const SMALLEST = 1e-9;
/** Characters of formulas other than sums that are followed in one workbook: no form has as many. */
const FOLLOWED = 200_000;
/** The share of a result by which programs may differ that add up in another order. */
const TOLERANCE = 1e-6;

/**
 * The formulas of a workbook and what they give. Programs that write workbooks without computing them store 0 as the result
 * of each formula: where the cells that such a sum adds up say otherwise, or the workbook asks to be computed when it is
 * opened, it was never computed.
 */
export class Formulas {
  private readonly sheets = new Map<string, SheetCells>();
  private readonly outcomes = new Map<Formula, Outcome>();
  private left = STEPS;
  private unread = FOLLOWED;

  /** Notes what a cell of a sheet holds, with the words that it shows; answers its formula. */
  add(name: string, place: SheetPlace, cell: Markup, words: string): Formula | undefined {
    const sheet = this.sheets.get(nameKey(name)) ?? emptySheet();
    this.sheets.set(nameKey(name), sheet);
    sheet.rows = Math.max(sheet.rows, place.row);
    sheet.columns = Math.max(sheet.columns, place.column);
    const value = numberIn(cell);
    const key = keyOf(place);
    if (value === 0) sheet.zeros.add(key);
    if (isOdd(cell, words)) sheet.odd.add(key);
    if (value !== null && value !== 0) sheet.numbers.set(key, value);
    else if (value === null && words.trim() !== "") sheet.words.set(key, words.trim());
    const element = childOf(cell, "f");
    if (!element) return undefined;
    const formula = {
      sheet,
      ...this.partsOf(element, place, sheet),
      value,
      isBlank: isBlank(cell),
    };
    sheet.formulas.set(key, formula);
    return formula;
  }

  /** What a formula adds up or computes; one that cells share stands in the first of them. */
  private partsOf(element: Markup, place: SheetPlace, { shared }: SheetCells) {
    const text = textOf(element);
    const index = attributeOf(element, "t") === "shared" ? attributeOf(element, "si") : undefined;
    if (index === undefined) return this.parts(text);
    const first = shared.get(index);
    if (text !== "" || !first) {
      shared.set(index, { text, place });
      return this.parts(text);
    }
    const [row, column] = [place.row - first.place.row, place.column - first.place.column];
    return this.parts(first.text, { row, column });
  }

  private parts(text: string, moved?: SheetPlace) {
    const sum = sumIn(text, moved);
    if (!sum) this.unread -= text.length;
    return { sum, expression: sum || this.unread < 0 ? null : expressionIn(text, moved) };
  }

  /** The sheets that formulas name and of which nothing is known yet. */
  get unknownSheets(): ReadonlySet<string> {
    const named = [...this.formulas()].flatMap(({ sum, expression }) => [
      ...(sum?.terms ?? []),
      ...(expression ? rangesIn(expression) : []),
    ]);
    const names = named.flatMap(({ sheet }) => (sheet === null ? [] : nameKey(sheet)));
    return new Set(names.filter((name) => !this.sheets.has(name)));
  }

  /** The formulas whose stored result may not be what they give; `isUncomputed` says of the workbook that no program computed it. */
  doubtful(isUncomputed: boolean): ReadonlyMap<Formula, FormulaDoubt> {
    const stale = this.stale();
    // Beside one result that is not computed anew, no other is known to be.
    const open = stale.length > 0 ? this.unconfirmed() : [];
    return new Map<Formula, FormulaDoubt>([
      ...open.map((each) => [each, "unconfirmed"] as const),
      ...this.uncomputed(isUncomputed).map((each) => [each, "uncomputed"] as const),
      ...stale.map((each) => [each, "stale"] as const),
    ]);
  }

  /** The formulas with a result that cannot be computed here, nor from what can. */
  private unconfirmed(): readonly Formula[] {
    const isOpen = (formula: Formula) =>
      Boolean(formula.value) && !(isFollowed(formula) && this.outcomeOf(formula, 0)?.isSure);
    return [...this.formulas()].filter(isOpen);
  }

  /**
   * The formulas that give 0 and should not; where there is one, or `isUncomputed` says it of the workbook, all that give 0
   * and cannot be added up here.
   */
  private uncomputed(isUncomputed: boolean): readonly Formula[] {
    const wrong: Formula[] = [];
    const open: Formula[] = [];
    for (const formula of this.formulas()) {
      if (formula.value !== 0) continue;
      const outcome = this.outcomeOf(formula, 0);
      if (outcome && outcome.value !== 0) wrong.push(formula);
      else if (!outcome?.isSure) open.push(formula);
    }
    return wrong.length > 0 || isUncomputed ? [...wrong, ...open] : [];
  }

  /**
   * The formulas whose stored result is another than what they give: the figures were changed by a program that does not
   * compute, and the next one that does shows another result.
   */
  private stale(): readonly Formula[] {
    const isStale = (formula: Formula) => {
      const { value, isBlank } = formula;
      if (!value && !isBlank) return false;
      const outcome = isFollowed(formula) ? this.outcomeOf(formula, 0) : null;
      if (!outcome?.isSure) return false;
      if (value === null) return Math.abs(outcome.value) > SMALLEST;
      const isFar = Math.abs(outcome.value - value) > TOLERANCE * Math.abs(value);
      return isFar || outcome.words !== undefined;
    };
    return [...this.formulas()].filter(isStale);
  }

  private *formulas(): Generator<Formula> {
    for (const { formulas } of this.sheets.values()) yield* formulas.values();
  }

  /** What a formula gives; null where the steps were spent before all was added up, as they are for all that comes after. */
  private outcomeOf(formula: Formula, depth: number): Outcome {
    const known = this.outcomes.get(formula);
    if (known !== undefined) return known;
    // Whoever comes back here goes round in a circle.
    this.outcomes.set(formula, { value: 0, isSure: false });
    const { sum, expression, sheet } = formula;
    let outcome: Outcome = null;
    if (sum && depth <= DEEPEST) outcome = this.added(sum, sheet, depth);
    else if (expression && depth <= DEEPEST) outcome = this.computed(expression, sheet, depth);
    this.outcomes.set(formula, outcome);
    return outcome;
  }

  /** What an expression gives; errors, which no figure is, are not told from what is unknown. */
  private computed(expression: Expression, sheet: SheetCells, depth: number): Outcome {
    const given = computed(expression, (range) => this.valuesIn(range, sheet, depth + 1));
    if (given === UNKNOWN || given === FAULT || typeof given === "boolean") return null;
    if (typeof given === "string") return { value: Number.NaN, words: given, isSure: true };
    return { value: Math.abs(given ?? 0) < SMALLEST ? 0 : (given ?? 0), isSure: true };
  }

  private valuesIn(range: Range, own: SheetCells, depth: number): Area | null {
    const { sheet: name, from, to } = range;
    const sheet = name === null ? own : this.sheets.get(nameKey(name));
    if (!sheet) return null;
    const values: Given[] = [];
    // One cell beyond all that is written is a blank one.
    const blank = { values: [undefined], width: 1 };
    const [bottom, right] = [Math.min(to.row, sheet.rows), Math.min(to.column, sheet.columns)];
    for (let row = from.row; row <= bottom; row++)
      for (let column = from.column; column <= right; column++) {
        this.left -= 1;
        if (this.left < 0) return null;
        values.push(this.valueAt(sheet, keyOf({ row, column }), depth));
      }
    return values.length > 0 ? { values, width: right - from.column + 1 } : blank;
  }

  private valueAt(sheet: SheetCells, key: string, depth: number): Value | typeof UNKNOWN {
    const formula = sheet.formulas.get(key);
    if (!formula && sheet.odd.has(key)) return UNKNOWN;
    if (!formula) return sheet.numbers.get(key) ?? sheet.words.get(key) ?? zeroAt(sheet, key);
    const outcome = this.outcomeAt(sheet, key, false, depth);
    if (!outcome?.isSure) return UNKNOWN;
    return Number.isNaN(outcome.value) ? (outcome.words ?? UNKNOWN) : outcome.value;
  }

  private added({ terms, constant }: Sum, sheet: SheetCells, depth: number): Outcome {
    let value = constant;
    let isSure = true;
    for (const term of terms) {
      const cells = term.sheet === null ? sheet : this.sheets.get(nameKey(term.sheet));
      const outcome = cells ? this.sumOfTerm(cells, term, depth) : null;
      if (!outcome) return null;
      value += outcome.value;
      isSure &&= outcome.isSure;
    }
    return { value: Math.abs(value) < SMALLEST ? 0 : value, isSure };
  }

  private sumOfTerm(sheet: SheetCells, { from, to, sign, isSummed }: Term, depth: number): Outcome {
    let value = 0;
    let isSure = true;
    for (let row = from.row; row <= Math.min(to.row, sheet.rows); row++)
      for (let column = from.column; column <= Math.min(to.column, sheet.columns); column++) {
        this.left -= 1;
        if (this.left < 0) return null;
        const outcome = this.outcomeAt(sheet, keyOf({ row, column }), isSummed, depth + 1);
        if (!outcome) return null;
        value += outcome.value;
        isSure &&= outcome.isSure;
      }
    return { value: sign * value, isSure };
  }

  private outcomeAt(sheet: SheetCells, key: string, isSummed: boolean, depth: number): Outcome {
    const formula = sheet.formulas.get(key);
    const isOwn = formula !== undefined && isFollowed(formula);
    const outcome = isOwn ? this.outcomeOf(formula, depth) : null;
    if (outcome?.words !== undefined && isSummed) return { ...outcome, value: 0 };
    if (isOwn && (formula.value === 0 || outcome?.isSure)) return outcome;
    const words = sheet.words.get(key);
    if (formula && words?.startsWith("=")) return null;
    // Words are no number to `SUM`; elsewhere they are one where they spell one, and else an error.
    if (words !== undefined && !isSummed) return { value: Number(words), isSure: !formula };
    // A result that is no 0 was computed; whether anew since its figures changed, only its sum says.
    return { value: sheet.numbers.get(key) ?? 0, isSure: !formula || sheet.numbers.has(key) };
  }
}

function emptySheet(): SheetCells {
  const [numbers, words] = [new Map<string, number>(), new Map<string, string>()];
  const [zeros, odd] = [new Set<string>(), new Set<string>()];
  const formulas = { formulas: new Map(), shared: new Map() };
  return { rows: 0, columns: 0, numbers, words, zeros, odd, ...formulas };
}

function zeroAt({ zeros }: SheetCells, key: string): 0 | undefined {
  return zeros.has(key) ? 0 : undefined;
}

function isFollowed({ sum, expression }: Formula): boolean {
  return sum !== null || expression !== null;
}

function isOdd(cell: Markup, words: string): boolean {
  const isBare = words !== "" && words.trim() === "";
  return isBare || /^[be]$/u.test(attributeOf(cell, "t") ?? "");
}

/** Whether a cell stores words, and none. */
function isBlank(cell: Markup): boolean {
  return attributeOf(cell, "t") === "str" && textOf(childOf(cell, "v")) === "";
}

function keyOf({ row, column }: SheetPlace): string {
  return `${row}.${column}`;
}

/** Sheets are told apart without regard to the case of letters. */
function nameKey(name: string): string {
  return name.toLowerCase();
}

function numberIn(cell: Markup): number | null {
  const isNumber = /^n?$/.test(attributeOf(cell, "t") ?? "");
  const text = textOf(childOf(cell, "v"));
  const value = Number(text);
  return isNumber && text.trim() !== "" && Number.isFinite(value) ? value : null;
}
