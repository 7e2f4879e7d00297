import { isVertical, layOut } from "./office-shapes.ts";
import type { TableWriter, Written } from "./written.ts";

/** Tables in plain text: bars, tabs, blanks, or one cell a line. */
export const TEXT_LAYOUTS = {
  "one line": (rows) =>
    rows
      .flat()
      .map(({ text }) => `${text} | `)
      .join(""),
  "row lines": (rows) => rows.map((row) => row.map(({ text }) => `${text} |`).join(" ")).join("\n"),
  "padded rows": (rows) =>
    pad(rows)
      .map((row) => row.map((text) => `${text} |`).join(" "))
      .join("\n"),
  "cell lines": (rows) =>
    pad(rows)
      .flat()
      .map((text) => `${text} |`)
      .join("\n"),
  "filled up rows": (rows) =>
    filledUp(rows)
      .map(({ texts, bars }) => `${texts.map((text) => `${text} |`).join(" ")} ${bars}`)
      .join("\n"),
  "filled up lines": (rows) =>
    filledUp(rows)
      .flatMap(({ texts, bars }) => [...texts.map((text) => `${text} |`), bars])
      .filter((line) => line !== "")
      .map((line) => line.trim())
      .join("\n"),
  lines: (rows) => shown(rows.flat()).join("\n\n"),
  "close lines": (rows) => shown(rows.flat()).join("\n"),
  tabs: (rows) => rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n"),
  "word copy": wordCopy,
  "sheet copy": (rows) =>
    sheetRows(rows)
      .map((cells) => cells.join("\t"))
      .join("\n"),
  commas,
  aligned: (rows) => aligned(rows, "left"),
  "aligned right": (rows) => aligned(rows, "right"),
  blanks: (rows) => rows.map((row) => shown(row).join(" ")).join("\n"),
  "full-width blanks": (rows) => rows.map((row) => shown(row).join("\u3000")).join("\n"),
  "one line of blanks": (rows) => shown(rows.flat()).join(" "),
} as const satisfies Readonly<Record<string, TableWriter>>;

/** What a naive reading of a PDF gives: all labels first, then the figures, row by row or column by column. */
export const NAIVE_LAYOUTS = {
  "naive rows": (rows) => naive(rows, (figures) => figures.map((row) => row.join(" "))),
  "naive figures": (rows) => naive(rows, (figures) => figures.flat()),
  "naive columns": (rows) => naive(rows, (figures) => turned(figures).map((row) => row.join(" "))),
  "naive column figures": (rows) => naive(rows, (figures) => turned(figures).flat()),
} as const satisfies Readonly<Record<string, TableWriter>>;

function shown(cells: readonly Written[]): string[] {
  return cells.flatMap(({ text }) => (text === "" ? [] : [text]));
}

/** Merged cells once, and the line filled up with empty cells to the width of the table. */
function pad(rows: readonly Written[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  return rows.map((row) => {
    const texts = row.map(({ text }) => text);
    return [...texts, ...Array<string>(Math.max(0, width - texts.length)).fill("")];
  });
}

/** Merged cells once, and a bar for each cell that is missing in the width of the table, as readers of web pages write. */
function filledUp(rows: readonly Written[][]): { texts: string[]; bars: string }[] {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  return rows.map((row) => ({
    texts: row.map(({ text }) => text),
    bars: "|".repeat(Math.max(0, width - row.length)),
  }));
}

/** As Word copies a table: tabs, an empty cell below each merged one, the labels of groups one character a line. */
function wordCopy(rows: readonly Written[][]): string {
  const written = (cell: Written) =>
    isVertical(cell) ? Array.from(cell.text).join("\n") : cell.text;
  return layOut(rows)
    .map((row) => row.map((cell) => (cell.kind === "below" ? "" : written(cell))).join("\t"))
    .join("\n");
}

/** As a spreadsheet copies a table: a cell for each that was merged, blank but for the first. */
function sheetRows(rows: readonly Written[][]): string[][] {
  return layOut(rows).map((row) =>
    row.flatMap(({ kind, text, colSpan }) => [
      kind === "below" ? "" : text,
      ...Array<string>(colSpan - 1).fill(""),
    ]),
  );
}

const SHEET_WIDTH = 16;

/** As a spreadsheet is saved with commas: every line as wide as the sheet. */
function commas(rows: readonly Written[][]): string {
  const quoted = (text: string) => (/[,"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return sheetRows(rows)
    .map((cells) => [...cells, ...Array<string>(Math.max(0, SHEET_WIDTH - cells.length)).fill("")])
    .map((cells) => cells.map(quoted).join(","))
    .join("\n");
}

const GAP = 2;

/** Columns by blanks; a cell that is blank leaves nothing but its place. */
function aligned(rows: readonly Written[][], side: "left" | "right"): string {
  const laid = layOut(rows);
  const widths: number[] = [];
  const between = (from: number, to: number) =>
    widths.slice(from - 1, to - 1).reduce((sum, width) => sum + width, 0);
  for (const { column, colSpan, text } of laid.flat().sort((a, b) => a.colSpan - b.colSpan)) {
    for (let index = 0; index < colSpan; index++) widths[column - 1 + index] ??= GAP + 2;
    const missing = widthOf(text) + GAP - between(column, column + colSpan);
    if (missing > 0) widths[column + colSpan - 2] = (widths[column + colSpan - 2] ?? 0) + missing;
  }
  return laid
    .map((row) => {
      let line = "";
      for (const { kind, column, colSpan, text, cell } of row) {
        if (kind === "below") continue;
        const room = between(column, column + colSpan) - GAP - widthOf(text);
        const indent = side === "right" && cell !== undefined ? room : 0;
        const blanks = between(1, column) + indent - widthOf(line);
        line += " ".repeat(Math.max(0, blanks)) + text;
      }
      return line.trimEnd();
    })
    .join("\n");
}

/** Columns of a terminal that a text takes: two for each character of full width. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2018-\u201f\u2e80-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}

function naive(rows: readonly Written[][], order: (figures: string[][]) => string[]): string {
  const labels = rows.map((row) => row.filter(({ cell }) => cell === undefined));
  const figures = rows
    .map((row) => shown(row.filter(({ cell }) => cell !== undefined)))
    .filter((row) => row.length > 0);
  return [...shown(labels.flat()), ...order(figures)].join("\n");
}

/** Column by column; rows of other lengths are turned by themselves. */
function turned(figures: readonly string[][]): string[][] {
  const blocks: string[][][] = [];
  for (const row of figures) {
    const open = blocks.at(-1);
    if (open?.[0]?.length === row.length) open.push(row);
    else blocks.push([row]);
  }
  return blocks.flatMap((block) =>
    (block[0] ?? []).map((_, column) => block.map((row) => row[column] ?? "")),
  );
}
