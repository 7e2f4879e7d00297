import { layOut, splitMerges } from "./office-shapes.ts";
import type { TableWriter, Written } from "./written.ts";

/** Tables in Markdown, as the converters of PDF files and scans write them. */
export const MARKDOWN_LAYOUTS = {
  markdown: (rows) => pipes(split(rows)),
  "markdown without bars": (rows) => pipes(split(rows), ["", ""]),
  "markdown repeated": (rows) => pipes(repeated(rows)),
  "markdown columns": (rows) => pipes(named(split(rows))),
  "markdown without heads": (rows) => pipes([split(rows)[0]?.map(() => "") ?? [], ...split(rows)]),
  "markdown rows": (rows) => rows.map((row) => pipes([row.map(({ text }) => text)])).join("\n\n"),
  "markdown pages": (rows) => pages(split(rows)),
  "markdown breaks": (rows) => pipes(split(rows).map((row) => row.map(broken))),
  "markdown html": (rows) =>
    `<table>${rows.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`).join("")}</table>`,
} as const satisfies Readonly<Record<string, TableWriter>>;

function pipes(rows: readonly string[][], [left, right] = ["| ", " |"]): string {
  const line = (row: readonly string[]) => `${left}${row.map(escapedCell).join(" | ")}${right}`;
  const [head = [], ...rest] = rows;
  const rule = `${left}${head.map(() => "---").join(" | ")}${right}`;
  return [line(head), rule, ...rest.map(line)].join("\n");
}

/** Marks of Markdown in a cell are escaped. */
function escapedCell(text: string): string {
  return text.replace(/[|_*]|^-(?=\d)/g, "\\$&");
}

function split(rows: readonly Written[][]): string[][] {
  return splitMerges(rows).map((row) => row.map(({ text }) => text));
}

/** The text of a merged cell in every place it covers. */
function repeated(rows: readonly Written[][]): string[][] {
  return layOut(rows).map((row) =>
    row.flatMap(({ text, colSpan }) => Array<string>(colSpan).fill(text)),
  );
}

/** Names of columns that a converter made up where the first row has none. */
function named(rows: readonly string[][]): string[][] {
  return rows.map((row, index) =>
    index > 0 ? row : row.map((text, place) => (text === "" ? `Col${place + 1}` : text)),
  );
}

const ROWS_ON_A_PAGE = 7;

/** A new table on each page, whose first row became its head. */
function pages(rows: readonly string[][]): string {
  const tables: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_ON_A_PAGE)
    tables.push(pipes(rows.slice(from, from + ROWS_ON_A_PAGE)));
  return tables.join("\n\n");
}

/** Long labels broken inside their cells. */
function broken(text: string): string {
  const half = text.length >> 1;
  return /^\D{10,}$/u.test(text) ? `${text.slice(0, half)}<br>${text.slice(half)}` : text;
}

function htmlCell({ text, colSpan, rowSpan }: Written): string {
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
  return `<td${spans}>${text}</td>`;
}
