import type { Oddity, Plain } from "../plain.ts";
import { RowRanges } from "./row-ranges.ts";
import type { Spelled } from "./spelled.ts";

/** A printed cell: what it says, in one or several pieces of the source. */
export interface SpelledCell {
  pieces: readonly Spelled[];
  oddity?: Oddity;
}

const MANY_BARS = /\|[^\n|]*\|/u;

/** Writes a source down as plain text and remembers for each character where it stood. */
export class TextBuilder {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private last = "\n";
  private position = 0;
  private hasBars = false;
  private readonly rows = new RowRanges();
  private readonly odd: { start: number; end: number; oddity: Oddity }[] = [];

  /** How much is written. */
  get length(): number {
    return this.parts.length;
  }

  breakLine(): void {
    if (this.last !== "\n") this.write("\n", this.position);
  }

  /** Adds running text, blanks and line ends collapsed as a browser does. */
  addText(spelled: Spelled): void {
    if (spelled.text.includes("|") && MANY_BARS.test(spelled.text)) this.hasBars = true;
    this.copy(spelled, "");
  }

  /** Adds text with its blanks and line ends as they are. */
  addVerbatim({ text, start, end }: Spelled): void {
    for (let index = 0; index < text.length; index++)
      this.write(text.charAt(index), start(index), end(index));
    if (text.length > 0) this.position = end(text.length - 1);
  }

  /** Adds a row of a table as one line, `a | b |`, so that blank cells are seen. */
  addRow(cells: readonly SpelledCell[]): void {
    if (cells.length === 0) return;
    this.breakLine();
    const start = this.length;
    for (const { pieces, oddity } of cells) {
      const from = this.length;
      for (const piece of pieces) this.copy(piece, "|");
      if (oddity) this.odd.push({ start: from, end: this.length, oddity });
      this.write("|", this.position);
    }
    this.rows.add(start, this.length);
    this.breakLine();
  }

  /** What was written; its rows are exact unless other text holds bars that only look like cells. */
  finish(meta: ReadonlyMap<string, string>): Plain {
    const { starts, ends, position, rows, odd } = this;
    return {
      text: this.parts.join(""),
      origin: (index) => starts[index] ?? position,
      originEnd: (index) => ends[index] ?? position,
      meta,
      hasExactRows: !this.hasBars,
      isExact: this.hasBars ? () => false : (index) => rows.has(index),
      oddityAt: (index) =>
        odd.find(({ start, end }) => start <= index && index < end)?.oddity ?? null,
    };
  }

  private copy({ text, start, end }: Spelled, escaped: string): void {
    for (let index = 0; index < text.length; index++) {
      const character = text.charAt(index);
      if (/\s/.test(character)) {
        if (this.last !== "\n" && this.last !== " ") this.write(" ", start(index), end(index));
      } else this.write(character === escaped ? "¦" : character, start(index), end(index));
    }
    if (text.length > 0) this.position = end(text.length - 1);
  }

  private write(character: string, at: number, end: number = at): void {
    this.parts.push(character);
    this.starts.push(at);
    this.ends.push(end);
    this.last = character;
  }
}
