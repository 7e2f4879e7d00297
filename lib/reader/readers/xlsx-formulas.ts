import { attributeOf, childOf, type Markup, textOf } from "../archive/markup.ts";
import { columnOf } from "./xlsx-places.ts";

/** Where a cell stands: the row and the column, from 1. */
export interface SheetPlace {
  row: number;
  column: number;
}

interface Term {
  from: SheetPlace;
  to: SheetPlace;
  sign: 1 | -1;
}

interface Formula {
  /** What it adds up; null where it does anything else. */
  terms: readonly Term[] | null;
  value: number;
  place: SheetPlace;
}

/** Sums refer to sums; deeper chains are not followed. */
const DEEPEST = 64;
/** Cells looked at in one sheet: that many, no form has. */
const STEPS = 400_000;
/** What binary fractions leave of a difference that is none. */
const SMALLEST = 1e-9;

/**
 * The formulas of a sheet and what they give. Programs that write workbooks without computing them store 0 as the result of
 * each formula: where the cells that such a sum adds up say otherwise, the workbook was never computed.
 */
export class Formulas {
  private readonly numbers = new Map<string, number>();
  private readonly formulas = new Map<string, Formula>();
  private readonly results = new Map<string, number | null>();
  private left = STEPS;
  private rows = 0;
  private columns = 0;

  add(place: SheetPlace, cell: Markup): void {
    this.rows = Math.max(this.rows, place.row);
    this.columns = Math.max(this.columns, place.column);
    const value = numberIn(cell);
    const key = keyOf(place);
    if (value !== 0) this.numbers.set(key, value);
    const formula = childOf(cell, "f");
    if (formula) this.formulas.set(key, { terms: termsOf(textOf(formula)), value, place });
  }

  /** The places of formulas that give 0 and should not; where there is one, all that give 0 and cannot be added up here. */
  uncomputed(): SheetPlace[] {
    const wrong: SheetPlace[] = [];
    const open: SheetPlace[] = [];
    for (const [key, { terms, value, place }] of this.formulas) {
      if (value !== 0) continue;
      const result = terms && this.resultAt(key, 0);
      if (result === null) open.push(place);
      else if (result !== 0) wrong.push(place);
    }
    return wrong.length === 0 ? [] : [...wrong, ...open];
  }

  /** What a cell gives; null where the steps were spent before all of it was added up, as they are for all that comes after. */
  private resultAt(key: string, depth: number): number | null {
    const formula = this.formulas.get(key);
    if (!formula?.terms || formula.value !== 0 || depth > DEEPEST)
      return this.numbers.get(key) ?? 0;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    // Whoever comes back here goes round in a circle.
    this.results.set(key, 0);
    const sum = formula.terms.reduce((all, term) => all + this.sumOf(term, depth), 0);
    const settled = Math.abs(sum) < SMALLEST ? 0 : sum;
    const result = this.left < 0 ? null : settled;
    this.results.set(key, result);
    return result;
  }

  private sumOf({ from, to, sign }: Term, depth: number): number {
    let sum = 0;
    for (let row = from.row; row <= Math.min(to.row, this.rows); row++)
      for (let column = from.column; column <= Math.min(to.column, this.columns); column++) {
        this.left -= 1;
        if (this.left < 0) return sum;
        sum += this.resultAt(keyOf({ row, column }), depth + 1) ?? 0;
      }
    return sign * sum;
  }
}

function keyOf({ row, column }: SheetPlace): string {
  return `${row}.${column}`;
}

function numberIn(cell: Markup): number {
  const isNumber = /^n?$/.test(attributeOf(cell, "t") ?? "");
  const value = Number(textOf(childOf(cell, "v")));
  return isNumber && Number.isFinite(value) ? value : 0;
}

const LONGEST = 2000;
const PARTS = /([+-]?)(?:SUM\(([^()]*)\)|([A-Z]{1,3}\d{1,7}))/giy;
const RANGE = /^([A-Z]{1,3}\d{1,7})(?::([A-Z]{1,3}\d{1,7}))?$/i;

/** `SUM(A1:B2,C3)+D4` as what it adds up; null where a formula does more than that. */
function termsOf(text: string): Term[] | null {
  const bare = text.length > LONGEST ? "" : text.replace(/[$\s]|^=/gu, "");
  const terms: Term[] = [];
  let end = 0;
  for (const [part, sign, ranges, cell = ""] of bare.matchAll(PARTS)) {
    if (end > 0 && sign === "") return null;
    end += part.length;
    for (const range of (ranges ?? cell).split(",")) {
      const [, first, last = first] = RANGE.exec(range) ?? [];
      const [from, to] = [placeOf(first), placeOf(last)];
      if (!from || !to) return null;
      terms.push({ from, to, sign: sign === "-" ? -1 : 1 });
    }
  }
  return end > 0 && end === bare.length ? terms : null;
}

function placeOf(reference: string | undefined): SheetPlace | null {
  const column = columnOf(reference?.toUpperCase());
  return column ? { column, row: Number(reference?.replace(/^\D+/, "")) } : null;
}
