import type { Place } from "#lib/editions/content.ts";
import type { Written } from "./written.ts";

/** A file written down, and where the cell of each figure stands in it. */
export interface OfficeFile {
  bytes: Uint8Array<ArrayBuffer>;
  places: ReadonlyMap<string, Place>;
}

/** A printed cell with its place in the grid; `below` is the part of a merged cell in a later row. */
export interface Laid extends Written {
  kind: "cell" | "below";
  row: number;
  column: number;
}

/** Puts printed cells into their grid, row by row, as a table's spans say. */
export function layOut(rows: readonly Written[][]): Laid[][] {
  const open = new Map<number, { cell: Written; left: number }>();
  return rows.map((cells, index) => {
    const row = index + 1;
    const laid: Laid[] = [];
    const waiting = [...cells];
    for (let column = 1; waiting.length > 0 || open.has(column); ) {
      const above = open.get(column);
      const cell = above?.cell ?? waiting.shift();
      if (!cell) break;
      laid.push({ ...cell, kind: above ? "below" : "cell", row, column });
      const left = (above?.left ?? cell.rowSpan) - 1;
      if (left > 0) open.set(column, { cell, left });
      else open.delete(column);
      column += cell.colSpan;
    }
    return laid;
  });
}

/** Merged cells split: the text stays in the first of them, the others are blank. */
export function splitMerges(rows: readonly Written[][]): Written[][] {
  return layOut(rows).map((cells) =>
    cells.flatMap(({ kind, text, cell, colSpan }) => {
      const blank = { text: "", colSpan: 1, rowSpan: 1 };
      const rest = Array<Written>(colSpan - 1).fill(blank);
      return [kind === "below" ? blank : { text, cell, colSpan: 1, rowSpan: 1 }, ...rest];
    }),
  );
}

/** The labels of groups of rows printed from top to bottom, one character a line. */
export function isVertical({ rowSpan, cell }: Written): boolean {
  return rowSpan > 3 && cell === undefined;
}

/** A text inside XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The list of its parts that a file of Office needs to be opened by other programs; names of parts with their kinds. */
export function contentTypes(parts: Readonly<Record<string, string>>): string {
  const kind = "application/vnd.openxmlformats-officedocument";
  const list = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${kind}.${type}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join("")}</Types>`;
}
