import { isFigure } from "./figures.ts";
import { type LabelKey, labelKey } from "./labels.ts";
import { type Range, trimmed } from "./plain.ts";

/** One cell, or one line without cells. */
export interface Token {
  start: number;
  end: number;
  text: string;
  kind: "blank" | "figure" | "word" | "heading";
  /** Number of its line. */
  line: number;
  /** Only short words can be labels. */
  label: LabelKey | null;
}

export const LONGEST_LABEL = 70;
/** A word longer than this is a label, never an unreadable figure. */
export const LONGEST_FIGURE_WORD = 8;

/** Cuts a stretch of folded text into cells: at line ends, at `|` and tabs, and around the headings given. */
export function tokenise(text: string, range: Range, headings: readonly Range[]): Token[] {
  const tokens: Token[] = [];
  let from = range.start;
  for (const heading of headings) {
    cut(text, { start: from, end: heading.start }, tokens);
    const { start, end } = heading;
    const line = (tokens.at(-1)?.line ?? 0) + 1;
    tokens.push({ start, end, text: text.slice(start, end), kind: "heading", line, label: null });
    from = end;
  }
  cut(text, { start: from, end: range.end }, tokens);
  return tokens;
}

function cut(text: string, range: Range, tokens: Token[]): void {
  let line = (tokens.at(-1)?.line ?? -1) + 1;
  let from = range.start;
  let isRow = false;
  for (let index = range.start; index <= range.end; index++) {
    const mark = index === range.end ? "\n" : text[index];
    if (mark !== "\n" && mark !== "|" && mark !== "\t") continue;
    const token = tokenOf(text, { start: from, end: index }, line);
    // An empty cell is a printed blank; an empty line, or what follows the last bar, is nothing.
    if (token.kind !== "blank" || mark === "|" || (isRow && mark === "\t")) tokens.push(token);
    from = index + 1;
    isRow = mark !== "\n";
    if (mark === "\n") line++;
  }
}

function tokenOf(text: string, range: Range, line: number): Token {
  const { start, end } = trimmed(text, range);
  if (start === end) return { start, end, text: "", kind: "blank", line, label: null };
  const cell = end - start <= 400 ? text.slice(start, end) : "";
  if (cell !== "" && isFigure(cell))
    return { start, end, text: cell, kind: "figure", line, label: null };
  const label = cell !== "" && cell.length <= LONGEST_LABEL ? labelKey(cell) : null;
  return { start, end, text: cell, kind: "word", line, label };
}
