import { placeOf, type SheetPlace } from "./xlsx-places.ts";

/** Cells that a formula adds up or takes away. */
export interface Term {
  /** The name of their sheet; null where it is the formula's own. */
  sheet: string | null;
  from: SheetPlace;
  to: SheetPlace;
  sign: 1 | -1;
  /** Whether `SUM` adds it up, which passes over words. */
  isSummed: boolean;
}

/** What a formula adds up. */
export interface Sum {
  terms: Term[];
  constant: number;
}

const LONGEST = 2000;
const DEEPEST = 32;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|([^\s'"!+\-*/(),:;&<>=^%{}[\]]+))!`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(SUM\(|[-+(),])|(?:${SHEET})?(${CELL})(?::(${CELL}))?|(\d+(?:\.\d+)?)(?![\w.%]))`,
  "giy",
);

interface Token {
  mark?: string;
  term?: Omit<Term, "sign" | "isSummed">;
  number?: number;
}

/** `SUM(A1:B2,C3)-'Sheet 2'!D4` as what it adds up, moved as a formula shared with other cells is; null where a formula does more than that. */
export function sumIn(text: string, moved: SheetPlace = { row: 0, column: 0 }): Sum | null {
  const tokens = tokensOf(text, moved);
  if (!tokens || tokens.length === 0) return null;
  const reader = new SumReader(tokens);
  return reader.read() ? reader.sum : null;
}

function tokensOf(text: string, moved: SheetPlace): Token[] | null {
  const bare = text.length > LONGEST ? "" : text.trim().replace(/^=/u, "");
  const tokens: Token[] = [];
  let end = 0;
  for (const [part, mark, quoted, name, first, last = first, digits] of bare.matchAll(TOKEN)) {
    end += part.length;
    if (mark) tokens.push({ mark: mark.toUpperCase() });
    else if (digits) tokens.push({ number: Number(digits) });
    else {
      const [from, to] = [placeOf(first, moved), placeOf(last, moved)];
      if (!from || !to) return null;
      tokens.push({ term: { sheet: quoted?.replaceAll("''", "'") ?? name ?? null, from, to } });
    }
  }
  return end === bare.length ? tokens : null;
}

class SumReader {
  readonly sum: Sum = { terms: [], constant: 0 };
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): boolean {
    return this.addition(1, false, 0) && this.at === this.tokens.length;
  }

  private takes(...marks: readonly string[]): string | null {
    const mark = this.tokens[this.at]?.mark;
    if (mark === undefined || !marks.includes(mark)) return null;
    this.at++;
    return mark;
  }

  private addition(sign: 1 | -1, isSummed: boolean, depth: number): boolean {
    let own: 1 | -1 = sign;
    for (let isFirst = true; ; isFirst = false) {
      const mark = this.takes("+", "-");
      if (!isFirst && mark === null) return true;
      own = mark === "-" ? (-sign as 1 | -1) : sign;
      // Words are passed over where a range stands alone in `SUM`.
      const isAlone = isSummed && mark === null && !["+", "-"].includes(this.nextMark());
      if (!this.piece(own, isAlone, depth)) return false;
    }
  }

  private nextMark(): string {
    return this.tokens[this.at + 1]?.mark ?? "";
  }

  private piece(sign: 1 | -1, isSummed: boolean, depth: number): boolean {
    if (depth > DEEPEST) return false;
    if (this.takes("SUM(")) return this.list(sign, depth);
    if (this.takes("(")) return this.addition(sign, false, depth + 1) && this.takes(")") !== null;
    const { term, number } = this.tokens[this.at++] ?? {};
    if (number !== undefined) this.sum.constant += sign * number;
    else if (term && (isSummed || isOneCell(term)))
      this.sum.terms.push({ ...term, sign, isSummed });
    else return false;
    return true;
  }

  private list(sign: 1 | -1, depth: number): boolean {
    do if (!this.addition(sign, true, depth + 1)) return false;
    while (this.takes(","));
    return this.takes(")") !== null;
  }
}

function isOneCell({ from, to }: Pick<Term, "from" | "to">): boolean {
  return from.row === to.row && from.column === to.column;
}
