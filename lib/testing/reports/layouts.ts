import type { Edition, Table } from "#lib/editions/edition.ts";
import { omittedRows, type PrintedRow, printedTable } from "#lib/editions/printed.ts";

/** The ways in which reports are found written down. */
export const LAYOUTS = [
  "one line",
  "row lines",
  "padded rows",
  "cell lines",
  "lines",
  "html",
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What is written in each figure's place; a key that is not there is a row that the report does not print. */
export type Figures = ReadonlyMap<string, string>;

/** One printed table as a grid, open to damage before it is written down. */
export function printed(table: Table, figures: Figures): Written[][] {
  const omit = omittedRows(table, (key) => figures.has(key));
  return printedTable(table, omit).map((row: PrintedRow) =>
    row.map(({ text, cell, colSpan, rowSpan }) => ({
      text: cell === undefined ? (text?.zh ?? "") : (figures.get(cell) ?? ""),
      cell,
      colSpan,
      rowSpan,
    })),
  );
}

export interface Written {
  text: string;
  cell?: string | undefined;
  colSpan: number;
  rowSpan: number;
}

/** Writes a table down in one of the layouts. */
export function writeTable(rows: readonly Written[][], layout: Layout): string {
  switch (layout) {
    case "html":
      return `<table>${rows.map((row) => `<tr>${row.map(writeCell).join("")}</tr>`).join("\n")}</table>`;
    case "one line":
      return rows
        .flat()
        .map(({ text }) => `${text} | `)
        .join("");
    case "row lines":
      return rows.map((row) => row.map(({ text }) => `${text} |`).join(" ")).join("\n");
    case "padded rows":
      return pad(rows)
        .map((row) => row.map((text) => `${text} |`).join(" "))
        .join("\n");
    case "cell lines":
      return pad(rows)
        .flat()
        .map((text) => `${text} |`)
        .join("\n");
    case "lines":
      return rows
        .flat()
        .flatMap(({ text }) => (text === "" ? [] : [text]))
        .join("\n\n");
  }
}

/** Merged cells once, and the line filled up with empty cells to the width of the table. */
function pad(rows: readonly Written[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  return rows.map((row) => {
    const texts = row.map(({ text }) => text);
    return [...texts, ...Array<string>(Math.max(0, width - texts.length)).fill("")];
  });
}

function writeCell({ text, colSpan, rowSpan }: Written): string {
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
  return `<td${spans}><p>${text === "" ? "&nbsp;" : text}</p></td>`;
}

/** A whole report as paragraphs and tables: invented prose around the tables given. */
export function reportBlocks(
  edition: Edition,
  year: number,
  tables: ReadonlyMap<string, Written[][]>,
): (string | Written[][])[] {
  const prose: Readonly<Record<string, string>> = {
    overview: `${year}年，本机关按照条例办理政府信息公开的各项事务，没有遗漏。`,
    problems: "人手偏紧，网站栏目更新有时不够及时；下一年将安排专人值守并按月抽查。",
    other: "本年度没有收取信息处理费，也没有别的事项需要说明。",
  };
  const blocks = Object.entries(edition.sections).flatMap(([key, label]) => {
    const table = edition.tables.find(({ section }) => section === key);
    const rows = table ? tables.get(table.key) : undefined;
    return [label.zh, rows ?? prose[key] ?? ""];
  });
  return [
    `青溪县档案馆${year}年政府信息公开工作年度报告`,
    ...blocks,
    "青溪县档案馆",
    `${year + 1}年1月20日`,
  ];
}

/** A whole report in one layout. */
export function writeReport(
  edition: Edition,
  year: number,
  tables: ReadonlyMap<string, Written[][]>,
  layout: Layout,
): string {
  const lines = reportBlocks(edition, year, tables).map((block) =>
    typeof block === "string" ? block : writeTable(block, layout),
  );
  if (layout !== "html") return lines.join("\n");
  const body = lines.map((line) => (line.startsWith("<table") ? line : `<p>${line}</p>`));
  return `<!DOCTYPE html><html><head><title>x</title><script>var a = "一、总体情况";</script></head><body><div>${body.join("\n")}</div></body></html>`;
}
