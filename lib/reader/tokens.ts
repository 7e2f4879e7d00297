import { isFigure } from "./figures.ts";
import { flowCells, labelEnd } from "./flow.ts";
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
  /** A figure that stands in one cell with the label before it. */
  isInLabel?: true;
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
  return withVerticalLabels(tokens);
}

function cut(text: string, range: Range, tokens: Token[]): void {
  let line = (tokens.at(-1)?.line ?? -1) + 1;
  let from = range.start;
  let last = "\n";
  for (let index = range.start; index <= range.end; index++) {
    const mark = index === range.end ? "\n" : text[index];
    if (mark !== "\n" && mark !== "|" && mark !== "\t") continue;
    const cell = { start: from, end: index };
    const isPrinted = isCell(text, index, mark, last);
    const cells = mark === "\n" && last === "\n" ? cellsOfLine(text, cell) : [cell];
    for (const each of cells) {
      const token = tokenOf(text, each, line);
      if (isPrinted || token.kind !== "blank") tokens.push(token);
    }
    from = index + 1;
    last = mark;
    if (mark === "\n") line++;
  }
}

/** An empty cell is a printed blank; an empty line, or what follows the last bar, is nothing. */
function isCell(text: string, index: number, mark: string, last: string): boolean {
  if (mark === "|" || last === "\t") return true;
  return mark === "\t" && (last === "|" || isTabRow(text, index));
}

const TABS_OF_A_ROW = 4;

/** Whether so many tabs follow up to the end of the line that the first is no indent but the end of a blank cell. */
function isTabRow(text: string, start: number): boolean {
  let tabs = 0;
  for (let index = start; index < text.length && tabs < TABS_OF_A_ROW; index++) {
    if (text[index] === "\n") return false;
    if (text[index] === "\t") tabs++;
  }
  return tabs === TABS_OF_A_ROW;
}

/** The number of a page, alone on its line between the lines of a table or between its cells. */
export const PAGE = /^(?:[-—–]\s?\d{1,3}\s?[-—–]|第\s?\d{1,3}\s?页.{0,10})$/u;
const LONGEST_PAGE = 20;

/** The cells of a line without bars and tabs. */
function cellsOfLine(text: string, line: Range): readonly Range[] {
  const range = trimmed(text, line);
  const { start, end } = range;
  if (end === start) return [];
  if (end - start <= LONGEST_PAGE && PAGE.test(text.slice(start, end))) return [];
  return flowCells(text, range);
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

const MOST_CHARACTERS = 40;

/** The labels of groups are often printed from top to bottom, a character or two a line: makes them one word again. */
function withVerticalLabels(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const parts = verticalLabel(tokens, index);
    const [first] = parts;
    const last = parts.at(-1);
    if (first && last && parts.length > 2) {
      const text = parts.map((part) => part.text).join("");
      joined.push({ ...first, end: last.end, text, label: labelKey(text) });
      index += parts.length;
    } else {
      const token = tokens[index++];
      if (token) joined.push(token);
    }
  }
  return joined;
}

function verticalLabel(tokens: readonly Token[], from: number): readonly Token[] {
  let text = "";
  const ends: number[] = [];
  for (let index = from; index < from + MOST_CHARACTERS; index++) {
    const token = tokens[index];
    if (token?.kind !== "word" || token.text.length > 2 || token.text === "") break;
    text += token.text;
    ends.push(text.length);
  }
  const end = ends.length > 2 ? labelEnd(text, 0, text.length) : null;
  return end === null ? [] : tokens.slice(from, from + ends.indexOf(end) + 1);
}
