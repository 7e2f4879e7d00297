import { placeOf, type SheetPlace } from "./xlsx-places.ts";

/** Cells that a formula refers to; the name of their sheet is null where it is the formula's own. */
export interface Range {
  kind: "range";
  sheet: string | null;
  from: SheetPlace;
  to: SheetPlace;
}

/** What a formula computes, part by part. */
export type Expression =
  | { kind: "value"; value: number | string | boolean }
  | Range
  | { kind: "call"; name: string; parts: Expression[] };

const LONGEST = 2000;
const MOST_ROWS = 1_048_576;
const DEEPEST = 32;
/** Operators of one formula; a chain of them is as deep as it is long. */
const MOST_OPERATORS = 60;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|([^\s'"!+\-*/(),:;&<>=^%{}[\]]+))!`;
const TOKEN = new RegExp(
  String.raw`\s*(?:"((?:[^"]|"")*)"|([A-Z]{1,12})\(|(<>|<=|>=|[-+*/(),<>=&%])|(?:${SHEET})?(${CELL})(?::(${CELL}))?(?![\w(.])|(?:${SHEET})?(${COLUMN}):(${COLUMN})(?![\w(.])|(\d+(?:\.\d+)?)(?![\w.])|(TRUE|FALSE)\b)`,
  "giy",
);

type Token = { mark: string } | { name: string } | { part: Expression };

/** What a formula computes, moved as one shared with other cells is; null where it is written in a way not followed here. */
export function expressionIn(
  text: string,
  moved: SheetPlace = { row: 0, column: 0 },
): Expression | null {
  const tokens = tokensOf(text, moved);
  return tokens && new ExpressionReader(tokens).read();
}

/** The ranges that an expression names. */
export function rangesIn(expression: Expression): Range[] {
  if (expression.kind === "range") return [expression];
  return expression.kind === "call" ? expression.parts.flatMap(rangesIn) : [];
}

function tokensOf(text: string, moved: SheetPlace): Token[] | null {
  const bare = text.length > LONGEST ? "" : text.trim().replace(/^=/u, "");
  const tokens: Token[] = [];
  let end = 0;
  for (const match of bare.matchAll(TOKEN)) {
    end += match[0].length;
    const token = tokenOf(match, moved);
    if (!token) return null;
    tokens.push(token);
  }
  return end === bare.length && end > 0 ? tokens : null;
}

function tokenOf(
  [, words, name, mark, ...more]: readonly (string | undefined)[],
  moved: SheetPlace,
): Token | null {
  const value = (one: number | string | boolean): Token => ({
    part: { kind: "value", value: one },
  });
  if (words !== undefined) return value(words.replaceAll('""', '"'));
  if (name !== undefined) return { name: name.toUpperCase() };
  if (mark !== undefined) return { mark };
  const [quoted, sheet, first, last, quotedToo, sheetToo, left, right, digits, truth] = more;
  if (digits !== undefined) return value(Number(digits));
  if (truth !== undefined) return value(truth.toUpperCase() === "TRUE");
  const [start, end] =
    left === undefined ? [first, last ?? first] : [`${left}$1`, `${right}$${MOST_ROWS}`];
  const [from, to] = [placeOf(start, moved), placeOf(end, moved)];
  if (!from || !to) return null;
  const own = (quoted ?? quotedToo)?.replaceAll("''", "'") ?? sheet ?? sheetToo ?? null;
  return { part: { kind: "range", sheet: own, from, to } };
}

/** Operators from those that bind least to those that bind most. */
const LEVELS = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]] as const;

class ExpressionReader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private operators = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Expression | null {
    const all = this.level(0);
    return this.at === this.tokens.length ? all : null;
  }

  private takes(marks: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (!token || !("mark" in token) || !marks.includes(token.mark)) return null;
    this.at++;
    return token.mark;
  }

  private level(level: number): Expression | null {
    const marks = LEVELS[level];
    if (!marks) return this.signed();
    let left = this.level(level + 1);
    while (left) {
      const mark = this.takes(marks);
      if (mark === null) return left;
      this.operators++;
      const right = this.operators > MOST_OPERATORS ? null : this.level(level + 1);
      left = right && { kind: "call", name: mark, parts: [left, right] };
    }
    return null;
  }

  private signed(): Expression | null {
    let isNegative = false;
    for (let mark = this.takes(["+", "-"]); mark !== null; mark = this.takes(["+", "-"]))
      if (mark === "-") isNegative = !isNegative;
    const part = this.piece();
    const whole = part && this.takes(["%"]) ? call("/", part, 100) : part;
    return whole && isNegative ? call("*", whole, -1) : whole;
  }

  private piece(): Expression | null {
    const token = this.tokens[this.at++];
    if (!token || this.depth > DEEPEST) return null;
    if ("part" in token) return token.part;
    if ("mark" in token && token.mark !== "(") return null;
    this.depth++;
    const parts = this.list("mark" in token);
    this.depth--;
    if (!parts) return null;
    return "name" in token ? { kind: "call", name: token.name, parts } : (parts[0] ?? null);
  }

  /** What stands between brackets: one part, or any number with commas between. */
  private list(isOne: boolean): Expression[] | null {
    const parts: Expression[] = [];
    if (!isOne && this.takes([")"])) return parts;
    do {
      const part = this.level(0);
      if (!part) return null;
      parts.push(part);
    } while (!isOne && this.takes([","]));
    return this.takes([")"]) ? parts : null;
  }
}

function call(name: string, part: Expression, by: number): Expression {
  return { kind: "call", name, parts: [part, { kind: "value", value: by }] };
}
