import { inflateRawSync } from "node:zlib";

/** A cell of a Word table with how far it reaches: rows are counted from `vMerge`, columns from `gridSpan`. */
export interface WordCell {
  text: string;
  colSpan: number;
  rowSpan: number;
}

const END_OF_DIRECTORY = 0x06054b50;

/** Reads one member of a zip file that is known to be well formed. */
function unzipMember(bytes: Buffer, name: string): string {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  let entry = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((at) =>
      bytes.readUInt16LE(entry + at),
    );
    const path = bytes.toString("utf8", entry + 46, entry + 46 + (nameSize ?? 0));
    if (path === name) return inflateMember(bytes, entry);
    entry += 46 + (nameSize ?? 0) + (extraSize ?? 0) + (noteSize ?? 0);
  }
  throw new Error(`the file has no ${name}`);
}

function inflateMember(bytes: Buffer, entry: number): string {
  const size = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const data = bytes.subarray(start, start + size);
  const isStored = bytes.readUInt16LE(entry + 10) === 0;
  return (isStored ? data : inflateRawSync(data)).toString("utf8");
}

/** The tables of a Word file as rows of cells, merged cells once, at their top left. */
export function wordTables(bytes: Buffer): WordCell[][][] {
  const xml = unzipMember(bytes, "word/document.xml");
  return all(xml, "w:tbl").map((table) => merge(all(table, "w:tr").map(rowOfCells)));
}

function rowOfCells(row: string): (WordCell & { isContinued: boolean })[] {
  return all(row, "w:tc").map((cell) => {
    const merged = cell.match(/<w:vMerge(?: w:val="(\w+)")?/);
    return {
      text: all(cell, "w:t").join("").trim(),
      colSpan: Number(cell.match(/<w:gridSpan w:val="(\d+)"/)?.[1] ?? 1),
      rowSpan: 1,
      isContinued: merged !== null && merged[1] !== "restart",
    };
  });
}

function merge(rows: (WordCell & { isContinued: boolean })[][]): WordCell[][] {
  const above = new Map<number, WordCell>();
  return rows.map((row) => {
    const kept: WordCell[] = [];
    let column = 0;
    for (const { isContinued, ...cell } of row) {
      const owner = isContinued ? above.get(column) : undefined;
      if (owner) owner.rowSpan += 1;
      else {
        above.set(column, cell);
        kept.push(cell);
      }
      column += cell.colSpan;
    }
    return kept;
  });
}

function all(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, "gs"))].map(
    ([, inner]) => inner ?? "",
  );
}
