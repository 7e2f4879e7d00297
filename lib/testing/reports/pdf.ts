import type { Place } from "#lib/editions/content.ts";
import type { OfficeFile } from "./office-shapes.ts";
import {
  heightOf,
  PAGE,
  type PdfLook,
  type PdfPage,
  type PdfText,
  widthOf,
  writePages,
} from "./pdf-file.ts";
import {
  broken,
  CELL_PADDING,
  type Sketch,
  type SketchedCell,
  sketch,
  TABLE_LEADING,
  TABLE_SIZE,
} from "./pdf-table.ts";
import type { Written } from "./written.ts";

/** How a PDF says the same thing. */
export interface PdfShape extends PdfLook {
  /** Cells between rules, else columns with nothing but room between them. */
  isRuled: boolean;
  /** Narrow columns, so that labels and heads break over many lines. */
  isNarrow: boolean;
  /** The heads of a table stand again where it goes on. */
  hasRepeatedHeads: boolean;
  /** Rows break over pages too. */
  hasSplitRows: boolean;
  /** How figures stand in their column, and all texts in their row. */
  align: "left" | "centre" | "right";
  isTop: boolean;
  /** In which order the texts of a page are drawn. */
  order: "printed" | "columns" | "backwards";
}

/** A plain printed page: ruled, wide, everything in its place. */
export const PLAIN_PDF: PdfShape = {
  coding: "predefined",
  rules: "lines",
  turned: "no",
  isBold: false,
  isRuled: true,
  isNarrow: false,
  isPaged: false,
  hasRepeatedHeads: true,
  hasSplitRows: false,
  align: "centre",
  isTop: false,
  order: "printed",
};

const MARGIN = 60;
const SIZE = 11;
const LEADING = 18;

/** Writes paragraphs and tables as a PDF, its font not embedded; a place is a page. */
export function writePdf(blocks: readonly (string | Written[][])[], shape: PdfShape): OfficeFile {
  const writer = new PdfWriter(shape);
  blocks.forEach((block, index) => {
    if (typeof block !== "string") writer.addTable(block);
    else if (index === 0) writer.addTitle(block);
    else writer.addParagraph(block);
  });
  return writer.finish();
}

const HEADING = /^[一二三四五六]、/u;

class PdfWriter {
  private readonly shape: PdfShape;
  private readonly pages: PdfPage[] = [];
  private readonly places = new Map<string, Place>();
  private y = 0;

  constructor(shape: PdfShape) {
    this.shape = shape;
    this.turnPage();
  }

  addTitle(text: string): void {
    const size = 16;
    const lines = broken(text, PAGE.width - 2 * MARGIN, size);
    for (const line of lines)
      this.line(line, (PAGE.width - widthOf(line, size)) / 2, size, LEADING * 1.5);
  }

  addParagraph(text: string): void {
    const indent = HEADING.test(text) ? "" : "\u3000\u3000";
    const lines = broken(indent + text, PAGE.width - 2 * MARGIN, SIZE);
    for (const line of lines) {
      const blank = line.length - line.trimStart().length;
      this.line(line.trimStart(), MARGIN + blank * SIZE, SIZE, LEADING);
    }
  }

  addTable(rows: Written[][]): void {
    const width = PAGE.width - 2 * MARGIN - (this.shape.isNarrow ? 110 : 0);
    const table = sketch(rows, width, this.shape.isRuled ? 6 : 10);
    const left = (PAGE.width - width) / 2;
    const taken = new Map<SketchedCell, number>();
    let row = 0;
    let rest = table.heights[0] ?? 0;
    while (row < table.heights.length) {
      const { chunk, next, left: more } = this.fill(table, row, rest);
      if (chunk.length > 0) this.drawRows(table, chunk, left, taken);
      row = next;
      rest = more;
      if (row >= table.heights.length) break;
      this.turnPage();
      if (this.shape.hasRepeatedHeads && row >= table.heads && table.heads > 0)
        this.drawRows(table, headsOf(table), left, new Map());
    }
    this.y += 6;
  }

  finish(): OfficeFile {
    const pages = this.pages.map((page, index) => this.finishPage(page, index + 1));
    return { bytes: writePages(pages, this.shape), places: this.places };
  }

  private get bottom(): number {
    return heightOf(this.shape) - MARGIN;
  }

  /** The rows, or the part of a row, for which this page has room. */
  private fill(table: Sketch, from: number, rest: number) {
    const chunk: Fragment[] = [];
    let room = this.bottom - this.y;
    let row = from;
    let height = rest;
    while (row < table.heights.length && height <= room) {
      chunk.push({ row, height, isCut: false });
      room -= height;
      row += 1;
      height = table.heights[row] ?? 0;
    }
    const least = 2 * TABLE_LEADING;
    const canSplit = this.shape.hasSplitRows && room >= least && height - room >= least;
    const isStuck = chunk.length === 0 && this.y < MARGIN + LEADING;
    if (row < table.heights.length && row >= table.heads && (canSplit || isStuck)) {
      chunk.push({ row, height: room, isCut: true });
      height -= room;
    }
    return { chunk, next: row, left: height };
  }

  private drawRows(
    table: Sketch,
    chunk: readonly Fragment[],
    left: number,
    taken: Map<SketchedCell, number>,
  ): void {
    const tops = new Map<number, number>();
    let y = this.y;
    for (const { row, height } of chunk) {
      tops.set(row, y);
      y += height;
    }
    for (const cell of table.cells) {
      const own = chunk.filter(({ row }) => row >= cell.first && row < cell.end);
      const top = tops.get(own[0]?.row ?? -1);
      if (top === undefined) continue;
      const bottom = top + own.reduce((sum, { height }) => sum + height, 0);
      const last = own.at(-1);
      const isLast = last?.row === cell.end - 1 && !last.isCut;
      this.drawCell(cell, { left, top, bottom, isLast }, taken);
    }
    this.y = y;
  }

  private drawCell(
    cell: SketchedCell,
    { left, top, bottom, isLast }: Box,
    taken: Map<SketchedCell, number>,
  ): void {
    const from = taken.get(cell) ?? 0;
    const room = Math.max(1, Math.floor((bottom - top - 2) / TABLE_LEADING));
    const lines = cell.lines.slice(from, isLast ? undefined : from + room);
    taken.set(cell, from + lines.length);
    const height = lines.length * TABLE_LEADING;
    const start = this.shape.isTop ? top + 3 : (top + bottom - height) / 2;
    const page = this.page;
    lines.forEach((text, index) => {
      const y = start + index * TABLE_LEADING + TABLE_SIZE;
      const x = left + this.startOf(cell, text);
      page.texts.push({ x, y, size: TABLE_SIZE, text, isFigure: cell.cell !== undefined });
    });
    if (cell.cell !== undefined && from === 0)
      this.places.set(cell.cell, { page: this.pages.length });
    if (!this.shape.isRuled) return;
    const [l, r] = [left + cell.left, left + cell.right];
    page.rules.push(
      { from: [l, top], to: [r, top] },
      { from: [l, bottom], to: [r, bottom] },
      { from: [l, top], to: [l, bottom] },
      { from: [r, top], to: [r, bottom] },
    );
  }

  private startOf({ left, right, cell }: SketchedCell, text: string): number {
    const room = right - left - widthOf(text, TABLE_SIZE);
    const align = cell === undefined ? (room > 30 ? "left" : "centre") : this.shape.align;
    if (align === "centre") return left + room / 2;
    return align === "left" ? left + CELL_PADDING : left + room - CELL_PADDING;
  }

  private get page(): PdfPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error("a page is open");
    return page;
  }

  private line(text: string, x: number, size: number, leading: number): void {
    if (this.y + leading > this.bottom) this.turnPage();
    this.y += leading;
    this.page.texts.push({ x, y: this.y - leading + size, size, text });
  }

  private turnPage(): void {
    this.pages.push({ texts: [], rules: [] });
    this.y = MARGIN;
  }

  private finishPage(page: PdfPage, number: number): PdfPage {
    const texts = ordered(page.texts, this.shape.order);
    if (!this.shape.isPaged) return { ...page, texts };
    const foot: PdfText = { x: 280, y: this.bottom + 30, size: 9, text: `- ${number} -` };
    const head: PdfText = { x: MARGIN, y: 40, size: 9, text: "青溪县档案馆信息公开年报" };
    return { ...page, texts: [foot, ...texts, head] };
  }
}

/** A row, or the part of one for which a page has room. */
interface Fragment {
  row: number;
  height: number;
  isCut: boolean;
}

/** The part of a cell on one page; the last takes all its lines that are left. */
interface Box {
  left: number;
  top: number;
  bottom: number;
  isLast: boolean;
}

function headsOf({ heights, heads }: Sketch): Fragment[] {
  return heights.slice(0, heads).map((height, row) => ({ row, height, isCut: false }));
}

function ordered(texts: readonly PdfText[], order: PdfShape["order"]): PdfText[] {
  if (order === "backwards") return texts.toReversed();
  return order === "columns" ? texts.toSorted((a, b) => a.x - b.x) : [...texts];
}
