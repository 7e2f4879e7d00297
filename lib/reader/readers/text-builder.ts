import type { DefaultTreeAdapterTypes } from "parse5";
import type { GridCell } from "./html-grid.ts";

type TextNode = DefaultTreeAdapterTypes.TextNode;

/** Writes a page down as plain text and remembers for each character where it stood in the source. */
export class TextBuilder {
  private readonly source: string;
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private last = "\n";
  private position = 0;

  constructor(source: string) {
    this.source = source;
  }

  breakLine(): void {
    if (this.last !== "\n") this.write("\n", this.position);
  }

  /** Adds running text, blanks and line ends collapsed as a browser does. */
  addText(node: TextNode): void {
    this.copy(node, "");
  }

  /** Adds a row of a table as one line, `a | b |`, so that blank cells are seen. */
  addRow(cells: readonly GridCell[]): void {
    if (cells.length === 0) return;
    this.breakLine();
    for (const cell of cells) {
      for (const text of cell.texts) this.copy(text, "|");
      this.write("|", this.position);
    }
    this.breakLine();
  }

  /** The text, and for each of its units where the source's spelling of it starts and ends. */
  finish(): { text: string; starts: number[]; ends: number[] } {
    return { text: this.parts.join(""), starts: this.starts, ends: this.ends };
  }

  private copy(node: TextNode, escaped: string): void {
    const from = node.sourceCodeLocation?.startOffset ?? this.position;
    const to = node.sourceCodeLocation?.endOffset ?? from;
    const isVerbatim = this.source.startsWith(node.value, from) && to - from === node.value.length;
    const offsets = isVerbatim ? null : entityOffsets(this.source.slice(from, to), node.value);
    const place = (index: number) => from + (offsets?.[index] ?? index);
    for (let index = 0; index < node.value.length; index++) {
      const character = node.value.charAt(index);
      const at = place(index);
      const end = place(index + 1);
      if (/\s/.test(character)) {
        if (this.last !== "\n" && this.last !== " ") this.write(" ", at, end);
      } else this.write(character === escaped ? "¦" : character, at, end);
    }
    this.position = to;
  }

  private write(character: string, at: number, end: number = at): void {
    this.parts.push(character);
    this.starts.push(at);
    this.ends.push(end);
    this.last = character;
  }
}

/** Offsets of decoded characters in markup with entities: each entity stands for what follows it up to the next match. */
function entityOffsets(markup: string, value: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    offsets.push(at);
    const entity = markup[at] === "&" ? /^&#?\w{1,32};?/.exec(markup.slice(at, at + 36)) : null;
    if (entity && value[index] !== "&") at += entity[0].length;
    else if (entity && /^&(?:amp|#38|#x26);?$/i.test(entity[0])) at += entity[0].length;
    else if (markup[at] === "\r" && markup[at + 1] === "\n") at += 2;
    else at += 1;
  }
  offsets.push(markup.length);
  return offsets;
}
