import { type Block, cellKey, type Row } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import { LONGEST_FIGURE_WORD, PAGE, type Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { areColumnNumbers } from "./column-numbers.ts";
import { type Context, type Meaning, meaningOf, takenRows } from "./row-labels.ts";

/** A printed row: its label, the heads above it, and the figures and blanks after it. */
export interface PrintedRow {
  row: Row;
  block: Block;
  label: Token;
  heads: readonly Token[];
  /** The heads behind which a blank stands before the next head of their line. */
  blankHeads: readonly Token[];
  run: Token[];
  /** Cells the labels before the figures take; with the run, the width of the row. */
  labels: number;
  /** Its figures stood apart from its label, and their order is likely but not proved. */
  isReordered?: boolean;
  /** A word that is no label stands behind its figures in its line. */
  hasWordBehind?: boolean;
  /** Its label is missing, and stands in for the one before it. */
  isUnlabelled?: boolean;
  /** Whether figures without any label stand before its own: where it has none itself, they may be its own. */
  isAfterFigures?: boolean;
  /** A label beside it that the form does not have and that has figures: where it has none itself, they may be its own. */
  stranger?: Token;
}

/** The cells of a printed row, in the order of its columns. */
export function cellsOf(
  { row, block }: Pick<PrintedRow, "row" | "block">,
  table: string,
): string[] {
  return block.columns.map(({ key }) => cellKey(table, row.key, key));
}

export interface PrintedTable {
  rows: PrintedRow[];
  /** Labels followed by figures that the form does not have. */
  strangers: Token[];
  /** Rows whose figures stood apart from them and were not taken. */
  parted?: readonly Parted[];
}

/** Labels of rows one after another, and all their figures after the last of them. */
export interface Parted {
  rows: PrintedRow[];
  run: readonly Token[];
}

/** Whether a row has blanks and nothing else. */
export function isBlank({ run }: PrintedRow): boolean {
  return run.length > 0 && run.every(({ kind }) => kind === "blank");
}

/** Whether a row has figures, or words in their place. */
export function isFilled({ run }: PrintedRow): boolean {
  return run.some(({ kind }) => kind !== "blank");
}

/** A label and its figure in one, parted by a mark: 行政强制,0. */
const LABEL_AND_FIGURE = /\p{Script=Han}{2}.*[,，;；:：]\s?[-—/\d][\d.]*$/u;

/** A piece of a remark: its brackets open or close elsewhere. */
function isCutOff(text: string): boolean {
  return text.split("(").length !== text.split(")").length;
}

const FEWEST_SERIALS = 5;

/** The first of the numbers before the labels, where they count on one by one: figures never do; null where they do not. */
function firstSerial(tokens: readonly Token[], vocabulary: Vocabulary): number | null {
  const numbers = tokens.flatMap(({ kind, text }, index) => {
    const next = tokens[index + 1];
    const isBefore = kind === "figure" && next?.label && vocabulary.knows(next.label);
    return isBefore ? [Number(text)] : [];
  });
  const [first] = numbers;
  if (first === undefined || numbers.length < FEWEST_SERIALS) return null;
  return numbers.every((number, index) => number === first + index) ? first : null;
}

/** Reads rows by their labels; the figures after a label that is not known belong to nobody. */
export function readRows(tokens: readonly Token[], vocabulary: Vocabulary): PrintedTable {
  const reader = new RowReader(tokens, vocabulary);
  return reader.read();
}

class RowReader {
  private readonly tokens: readonly Token[];
  private readonly vocabulary: Vocabulary;
  private readonly taken: ReadonlySet<Row>;
  private readonly rows: PrintedRow[] = [];
  private readonly strangers: Token[] = [];
  private heads: Token[] = [];
  private nextHeads: Token[] = [];
  /** The head that a blank follows, and those that a head follows after it, of each line of heads. */
  private blankAfter: Token | undefined;
  private blankHeads: Token[] = [];
  private nextBlankHeads: Token[] = [];
  private isFramed = false;
  private group: string | null = null;
  private open: PrintedRow | null = null;
  /** The row or the stranger that the word before began. */
  private before: PrintedRow | Token | null = null;
  /** Words without figures since then. */
  private pieces = "";
  private labels = 0;
  /** Figures before the first label of a row. */
  private early: readonly Token[] = [];
  /** Figures since the last row that follow no label. */
  private unowned: Token[] = [];
  /** Whether a whole row of figures stood above a label that goes over lines: those of the next ones may, too. */
  private isAdrift = false;
  /** Whether the rows are numbered in a column of their own, and the last number read there. */
  private readonly hasSerials: boolean;
  private serial: number;

  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.taken = takenRows(tokens, vocabulary);
    const first = firstSerial(tokens, vocabulary);
    this.hasSerials = first !== null;
    this.serial = (first ?? 1) - 1;
  }

  read(): PrintedTable {
    for (let index = 0; index < this.tokens.length; index++) {
      const token = this.tokens[index];
      if (!token) break;
      if (token.kind !== "word") this.addFigure(token, index);
      else if (this.isTextFigure(index)) this.open?.run.push(token);
      else this.addWord(token, index);
    }
    return {
      rows: this.figuresComeFirst() ? this.reordered() : this.rows,
      strangers: this.strangers,
    };
  }

  /** A line of figures before the first label, and none after the last: each may stand above the label it belongs to. */
  private figuresComeFirst(): boolean {
    const [first, last] = [this.rows[0], this.rows.at(-1)];
    if (!first || !last || last.run.some(({ kind }) => kind === "figure")) return false;
    return this.early.length >= first.block.columns.length && !areColumnNumbers(this.early);
  }

  private reordered(): PrintedRow[] {
    return this.rows.map((row) => ({ ...row, isReordered: true }));
  }

  private addFigure(token: Token, index: number): void {
    if (this.isSerial(token, index)) return;
    this.labels = 0;
    const head = this.nextHeads.at(-1);
    if (token.kind === "blank" && head?.line === token.line) this.blankAfter = head;
    // A row of cells ends with its line; blanks that begin the next line are indents of its label.
    const isSameRow = this.open !== null && !this.isIndent(token);
    if (isSameRow) this.open?.run.push(token);
    else if (token.kind === "figure") this.unowned.push(token);
  }

  /** The number of a row before its label: in a column of its own, or as the first cell of its line. */
  private isSerial(token: Token, index: number): boolean {
    const next = this.tokens[index + 1];
    if (token.kind !== "figure" || next?.kind !== "word" || !next.label) return false;
    const isFirst = this.tokens[index - 1]?.line !== token.line && next.line === token.line;
    if (isFirst && this.vocabulary.knows(next.label)) return true;
    if (!this.hasSerials || token.text !== String(this.serial + 1)) return false;
    this.serial++;
    return true;
  }

  private isIndent(token: Token): boolean {
    if (token.kind !== "blank" || !this.open) return false;
    const { label, run } = this.open;
    return run.length > 1 && run[0]?.line === label.line && token.line !== label.line;
  }

  private addWord(token: Token, index: number): void {
    const next = this.kindAfter(index);
    const context: Context = {
      vocabulary: this.vocabulary,
      group: this.group,
      taken: this.taken,
      hasRows: this.rows.length > 0,
      next,
    };
    const meaning: Meaning = token.label ? meaningOf(token.label, context) : { kind: "unknown" };
    this.labels++;
    if (meaning.kind === "unknown") this.noteBehind(token);
    this.open = null;
    const { before } = this;
    if (meaning.kind === "unknown" && next !== "figure" && !this.isAmongHeads()) {
      // The middle of a label that is cut over more than two rows.
      this.pieces += token.text;
      return;
    }
    this.before = null;
    if (meaning.kind === "row") this.openRow(token, meaning, before);
    else if (meaning.kind === "rowGroup") {
      this.group = meaning.key;
      // The form has no figures for a whole group.
      if (next === "figure") this.addStranger(token, null);
    } else if (meaning.kind === "frame" || meaning.kind === "article") {
      [this.nextHeads, this.nextBlankHeads] = [[], []];
      this.isFramed = true;
      this.labels = 0;
    } else if (meaning.kind === "head" || (next !== "figure" && this.isAmongHeads())) {
      this.noteBlank(token);
      this.nextHeads.push(token);
      this.labels = 0;
    } else if (next === "figure") this.addStranger(token, before);
  }

  /** A label the form does not have; where it is the rest of that of a blank row, cut over two rows, the figures are that row's. */
  private addStranger(token: Token, before: PrintedRow | Token | null): void {
    if (before && "run" in before && isBlank(before)) {
      const isOf = (words: string) =>
        this.vocabulary
          .find(labelKey(words))
          .some(({ term }) => term.kind === "row" && term.row === before.row);
      const { text } = before.label;
      // To a label that is whole nothing but a remark can be added.
      if (!isOf(text) && isOf(text + this.pieces + token.text)) {
        before.run.length = 0;
        this.open = before;
        return;
      }
      before.stranger = token;
    }
    this.strangers.push(token);
    this.before = token;
    this.pieces = "";
  }

  /** How many figures stand above a label beyond those of the row before it. */
  private figuresAbove(): number {
    const last = this.rows.at(-1);
    const surplus = last ? last.run.length - last.block.columns.length : 0;
    return Math.max(this.unowned.length, surplus);
  }

  private noteBlank({ line }: Token): void {
    const before = this.nextHeads.at(-1);
    const isAfter = before !== undefined && before === this.blankAfter;
    if (isAfter && before.line === line) this.nextBlankHeads.push(before);
  }

  private noteBehind({ line }: Token): void {
    const before = this.open?.run.at(-1);
    if (this.open && before?.line === line) this.open.hasWordBehind = true;
  }

  private openRow(
    token: Token,
    { row, block }: { row: Row; block: Block },
    before: PrintedRow | Token | null,
  ): void {
    if (this.nextHeads.length > 0) {
      // A lone word among the rows is no new line of heads.
      const isHeadLine = this.isFramed || this.nextHeads.length * 2 > this.heads.length;
      if (isHeadLine) [this.heads, this.blankHeads] = [this.nextHeads, this.nextBlankHeads];
      [this.nextHeads, this.nextBlankHeads] = [[], []];
      this.isFramed = false;
    } else if (this.isFramed) {
      [this.heads, this.blankHeads] = [[], []];
      this.isFramed = false;
    }
    if (row.group !== this.group) this.group = row.group ?? null;
    const { heads, blankHeads, labels } = this;
    const stranger = before && "kind" in before ? { stranger: before } : {};
    const isAfterFigures = this.unowned.length > 0 && !areColumnNumbers(this.unowned);
    if (this.rows.length === 0) this.early = this.unowned;
    const isBroken = token.end - token.start > token.text.length;
    this.isAdrift ||= isBroken && this.figuresAbove() >= block.columns.length;
    this.unowned = [];
    this.open = {
      ...{ row, block, label: token, heads, blankHeads, run: [], labels },
      ...(isAfterFigures && { isAfterFigures }),
      ...(this.isAdrift && { isReordered: true }),
      ...stranger,
    };
    this.before = this.open;
    this.pieces = "";
    this.rows.push(this.open);
  }

  private isAmongHeads(): boolean {
    return this.isFramed || this.nextHeads.length > 0 || this.rows.length === 0;
  }

  private kindAfter(index: number): Token["kind"] | null {
    let next = index + 1;
    while (this.tokens[next]?.kind === "blank") next++;
    return this.tokens[next]?.kind ?? null;
  }

  /** A word in a figure's place: short, no label, and just what is missing to fill the row. */
  private isTextFigure(index: number): boolean {
    if (!this.open || !this.canBeFigure(this.tokens[index])) return false;
    // What begins the line below a row whose figures stand in one line is a piece of the next label.
    const last = this.open.run.at(-1);
    const before = this.open.run.at(-2) ?? this.open.label;
    if (last && last.line === before.line && this.tokens[index]?.line !== last.line) return false;
    const width = this.open.block.columns.length;
    const missing = width - this.open.run.length;
    if (missing <= 0) return false;
    for (let ahead = 1; ahead < missing; ahead++) {
      const token = this.tokens[index + ahead];
      if (!token || (token.kind === "word" && !this.canBeFigure(token))) return false;
    }
    const after = this.tokens[index + missing];
    return !after || after.kind === "blank" || after.kind === "heading" || this.isLabel(after);
  }

  private canBeFigure(token: Token | undefined): boolean {
    if (token?.kind !== "word" || !token.label || token.label.number !== null) return false;
    if (token.text.length > LONGEST_FIGURE_WORD || this.vocabulary.knows(token.label)) return false;
    if (LABEL_AND_FIGURE.test(token.text)) return false;
    if (isCutOff(token.text) || PAGE.test(token.text) || this.isPiece(token.label.key))
      return false;
    // A label and the figure after it, which only a blank parts.
    const [first = ""] = token.text.split(" ");
    return first === token.text || !this.vocabulary.knows(labelKey(first));
  }

  /** Whether words are a piece of some label, as of one that is broken over lines. */
  private isPiece(words: string): boolean {
    return (
      words.length > 1 && this.vocabulary.entries.some(({ label }) => label.key.includes(words))
    );
  }

  private isLabel(token: Token): boolean {
    return token.kind === "word" && !this.canBeFigure(token);
  }
}
