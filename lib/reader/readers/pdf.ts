import { done, type Result, refused } from "#lib/platform/result.ts";
import type { Plain } from "../plain.ts";
import type { ReadRefusal } from "../refusal.ts";
import { addGrid, type GridRow } from "./office-grid.ts";
import { OfficeText } from "./office-text.ts";
import {
  type Block,
  blocksOf,
  type GridBlock,
  type LineBlock,
  type PageBlocks,
  type TextCell,
} from "./pdf/blocks.ts";
import { boundedPages } from "./pdf/bounded.ts";
import { tablesIn } from "./pdf/columns.ts";
import { flowOf } from "./pdf/furniture.ts";
import { PDF_LIMITS } from "./pdf/limits.ts";
import type { PageDrawing } from "./pdf/page.ts";
import { paragraphsOf } from "./pdf/prose.ts";
import { goesOn, rejoined } from "./pdf/rejoin.ts";

export interface PdfRead {
  plain: Plain;
  /** Whether the text of some page was laid over a picture by a program that recognises characters. */
  isRecognised: boolean;
  format: "pdf";
}

/** Whether a file begins as a PDF does; some programs put a few bytes before. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString("latin1").includes("%PDF-");
}

/** Fewer Chinese characters than this on all pages are stamps and page numbers, not the text of a report. */
const FEWEST = 40;

/** A PDF as lines, each row of a table as one line of cells, by where its characters and rules stand on the page. */
export async function readPdf(bytes: Uint8Array): Promise<Result<PdfRead, ReadRefusal>> {
  const limit = PDF_LIMITS.bytes;
  if (bytes.length > limit) return refused("reader.too-large", { bytes: bytes.length, limit });
  const drawings = await boundedPages(bytes);
  if (!drawings.ok) return drawings;
  if (drawings.value.every(({ isBlank }) => isBlank)) return refused("reader.blank");
  if (isScanned(drawings.value)) return refused("reader.scanned");
  const pages: PageBlocks[] = [];
  for (const [index, drawing] of drawings.value.entries()) {
    const page = blocksOf(drawing, index + 1);
    if (!page) return refused("reader.too-complex");
    pages.push(page);
  }
  const { text, isExact, isLoose } = written(flowOf(pages));
  if (text.isTooLong) return refused("reader.too-complex");
  const plain = {
    ...text.finish(),
    hasExactRows: isExact,
    ...(isLoose ? { isLoose: () => true } : {}),
  };
  const isRecognised = pages.some((page) => page.isRecognised);
  return done({ plain, isRecognised, format: "pdf" });
}

function isScanned(pages: readonly PageDrawing[]): boolean {
  let han = 0;
  for (const { glyphs } of pages)
    for (const { text } of glyphs) if (/\p{Script=Han}/u.test(text)) han++;
  return han < FEWEST;
}

/** Writes blocks down one after another; a table that goes on over pages is one table. */
function written(blocks: readonly Block[]): {
  text: OfficeText;
  isExact: boolean;
  isLoose: boolean;
} {
  const text = new OfficeText();
  let isExact = true;
  let isLoose = false;
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index];
    if (block?.kind === "grid") {
      let table: GridBlock = block;
      for (
        let next = blocks[++index];
        next?.kind === "grid" && goesOn(table, next);
        next = blocks[++index]
      )
        table = continued(table, next);
      if (!table.isSound) {
        isExact = false;
        isLoose = true;
      }
      addGrid(text, gridRows(table));
      continue;
    }
    const lines: LineBlock[] = [];
    for (let next = blocks[index]; next?.kind === "line"; next = blocks[++index]) lines.push(next);
    const added = addLines(text, lines);
    if (added.hasTables) isLoose = true;
    if (!added.isExact) isExact = false;
  }
  return { text, isExact, isLoose };
}

function continued(table: GridBlock, next: GridBlock): GridBlock {
  return {
    ...next,
    rows: rejoined(table.rows, next.rows),
    columns: [...table.columns, ...next.columns],
    isSound: table.isSound && next.isSound,
  };
}

const NEAR = 8;

/** Cells by the columns of the whole table, which pages may draw a little apart. */
function gridRows({ rows, columns }: GridBlock): GridRow[] {
  const places: number[] = [];
  for (const at of columns.toSorted((a, b) => a - b))
    if (places.length === 0 || at - (places.at(-1) ?? 0) > NEAR) places.push(at);
  const columnAt = (at: number) => places.findLastIndex((place) => place <= at + NEAR / 2);
  return rows.map((row) =>
    row.map(({ text, page, left, right, rows: [first, last] }: TextCell) => {
      const from = columnAt(left) + 1;
      const to = Math.max(from, columnAt(right));
      return { text, place: { page }, from, to, down: last - first };
    }),
  );
}

/** Writes lines outside ruled tables: prose, and tables that only the room between their columns shows; answers whether there are such, and whether their rows are exact. */
function addLines(text: OfficeText, lines: readonly LineBlock[]) {
  let hasTables = false;
  let isExact = true;
  for (const part of tablesIn(lines)) {
    if (part.kind === "table") {
      hasTables = true;
      if (!part.isExact) isExact = false;
      for (const row of part.rows) text.addRow(row);
    } else for (const paragraph of paragraphsOf(part.lines)) text.addLines(paragraph);
  }
  return { hasTables, isExact };
}
