import type { Edition, Table } from "#lib/editions/edition.ts";
import { omittedRows, type PrintedRow, printedTable } from "#lib/editions/printed.ts";
import { HTML_LAYOUTS } from "./layouts-html.ts";
import { MARKDOWN_LAYOUTS } from "./layouts-markdown.ts";
import { NAIVE_LAYOUTS, TEXT_LAYOUTS } from "./layouts-text.ts";
import type { Written } from "./written.ts";

/** The ways in which reports are found written down. */
const WRITERS = { ...TEXT_LAYOUTS, ...MARKDOWN_LAYOUTS, ...HTML_LAYOUTS, ...NAIVE_LAYOUTS };
export type Layout = keyof typeof WRITERS;

const namesOf = <T extends object>(writers: T) => Object.keys(writers) as (keyof T & Layout)[];

/** Layouts in which every figure follows its label. */
export const LAYOUTS: readonly Layout[] = namesOf({
  ...TEXT_LAYOUTS,
  ...MARKDOWN_LAYOUTS,
  ...HTML_LAYOUTS,
});

/** Layouts in which figures are parted from their labels. */
export const PARTED_LAYOUTS: readonly Layout[] = namesOf(NAIVE_LAYOUTS);

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

/** Writes a table down in one of the layouts. */
export function writeTable(rows: readonly Written[][], layout: Layout): string {
  return WRITERS[layout](rows);
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
  const blocks = reportBlocks(edition, year, tables);
  const headings = new Set(Object.values(edition.sections).map(({ zh }) => zh));
  const lines = blocks.map((block, index) => {
    if (typeof block !== "string") return writeTable(block, layout);
    if (layout in HTML_LAYOUTS) return `<p>${block}</p>`;
    if (!(layout in MARKDOWN_LAYOUTS)) return block;
    if (index === 0) return `# ${block}`;
    return headings.has(block) ? `## ${block}` : block;
  });
  if (layout in HTML_LAYOUTS)
    return `<!DOCTYPE html><html><head><title>x</title><script>var a = "一、总体情况";</script></head><body><div>${lines.join("\n")}</div></body></html>`;
  if (layout in MARKDOWN_LAYOUTS) return lines.join("\n\n");
  return lines.join(layout === "one line of blanks" ? " " : "\n");
}
