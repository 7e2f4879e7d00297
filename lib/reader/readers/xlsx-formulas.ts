import { attributeOf, childOf, type Markup, textOf } from "../archive/markup.ts";
import type { SheetPlace } from "./xlsx-places.ts";
import { type Sum, sumIn, type Term } from "./xlsx-terms.ts";

/** A formula, and what its cell stores as its result; null where that is no number. */
export interface Formula {
  readonly sheet: SheetCells;
  /** What it adds up; null where it does anything else. */
  readonly sum: Sum | null;
  readonly value: number | null;
}

/** What the cells of a sheet hold, by their places. */
interface SheetCells {
  rows: number;
  columns: number;
  readonly numbers: Map<string, number>;
  readonly words: Map<string, string>;
  readonly formulas: Map<string, Formula>;
  readonly shared: Map<string, { text: string; place: SheetPlace }>;
}

/** What a cell gives, and whether that rests on no formula that only its program can compute; null where nobody knows. */
type Outcome = { value: number; isSure: boolean } | null;

/** Sums refer to sums; deeper chains are not followed. */
const DEEPEST = 64;
/** Cells looked at in one workbook: that many, no form has. */
const STEPS = 400_000;
/** What binary fractions leave of a difference that is none. */
const SMALLEST = 1e-9;
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

  /** Notes what a cell of a sheet holds, with the words that it shows; answers its formula. */
  add(name: string, place: SheetPlace, cell: Markup, words: string): Formula | undefined {
    const sheet = this.sheets.get(nameKey(name)) ?? emptySheet();
    this.sheets.set(nameKey(name), sheet);
    sheet.rows = Math.max(sheet.rows, place.row);
    sheet.columns = Math.max(sheet.columns, place.column);
    const value = numberIn(cell);
    const key = keyOf(place);
    if (value !== null && value !== 0) sheet.numbers.set(key, value);
    else if (value === null && words.trim() !== "") sheet.words.set(key, words.trim());
    const element = childOf(cell, "f");
    if (!element) return undefined;
    const formula = { sheet, sum: sumOf(element, place, sheet), value };
    sheet.formulas.set(key, formula);
    return formula;
  }

  /** The sheets that formulas name and of which nothing is known yet. */
  get unknownSheets(): ReadonlySet<string> {
    const named = [...this.formulas()].flatMap(({ sum }) => sum?.terms ?? []);
    const names = named.flatMap(({ sheet }) => (sheet === null ? [] : nameKey(sheet)));
    return new Set(names.filter((name) => !this.sheets.has(name)));
  }

  /** The formulas whose stored result may not be what they give; `isUncomputed` says of the workbook that no program computed it. */
  doubtful(isUncomputed: boolean): ReadonlyMap<Formula, "uncomputed" | "stale"> {
    const uncomputed = this.uncomputed(isUncomputed).map((each) => [each, "uncomputed"] as const);
    return new Map([...uncomputed, ...this.stale().map((each) => [each, "stale"] as const)]);
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
   * The formulas whose stored result is another than what they add up: the figures were changed by a program that does not
   * compute, and the next one that does shows another result.
   */
  private stale(): readonly Formula[] {
    const isStale = (formula: Formula) => {
      const { value, sum } = formula;
      if (!value || !sum) return false;
      const outcome = this.outcomeOf(formula, 0);
      return (
        outcome?.isSure === true && Math.abs(outcome.value - value) > TOLERANCE * Math.abs(value)
      );
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
    const outcome =
      formula.sum && depth <= DEEPEST ? this.added(formula.sum, formula.sheet, depth) : null;
    this.outcomes.set(formula, outcome);
    return outcome;
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
    const outcome = formula?.sum ? this.outcomeOf(formula, depth) : null;
    if (formula?.sum && (formula.value === 0 || outcome?.isSure)) return outcome;
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
  return { rows: 0, columns: 0, numbers, words, formulas: new Map(), shared: new Map() };
}

/** What a formula adds up; one that cells share stands in the first of them. */
function sumOf(element: Markup, place: SheetPlace, { shared }: SheetCells): Sum | null {
  const text = textOf(element);
  const index = attributeOf(element, "t") === "shared" ? attributeOf(element, "si") : undefined;
  if (index === undefined) return sumIn(text);
  const first = shared.get(index);
  if (text !== "" || !first) {
    shared.set(index, { text, place });
    return sumIn(text);
  }
  const [row, column] = [place.row - first.place.row, place.column - first.place.column];
  return sumIn(first.text, { row, column });
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
