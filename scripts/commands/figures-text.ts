import { rowName } from "#lib/checks/names.ts";
import type { Cell, ReportContent } from "#lib/editions/content.ts";
import { type Block, cellKey, type Table } from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { editionById } from "#lib/editions/registry.ts";
import { aligned, printable } from "./columns.ts";
import { type Language, pick } from "./language.ts";

/** The tables of a report as aligned figures; `□` is a printed blank, `·` a cell that is not printed. */
export function figureTables(content: ReportContent, language: Language): string[] {
  const edition = editionById(content.edition);
  if (!edition) return [];
  return edition.tables.flatMap((table) => {
    const omitted = omittedRows(table, (key) => key in content.cells);
    const rows = table.blocks.flatMap((block) =>
      blockRows(table, block, omitted, content, language),
    );
    const lines = aligned(rows).map((line) => `  ${line}`);
    return ["", pick(edition.sections[table.section], language), ...lines];
  });
}

function blockRows(
  table: Table,
  block: Block,
  omitted: ReadonlySet<string>,
  { cells }: ReportContent,
  language: Language,
): string[][] {
  const head = ["", ...block.columns.map(({ label }) => pick(label, language))];
  const rows = block.rows.filter(({ key }) => !omitted.has(key));
  return [
    head,
    ...rows.map((row) => [
      pick(rowName(table, row), language),
      ...block.columns.map(({ key }) => figure(cells[cellKey(table.key, row.key, key)])),
    ]),
  ];
}

function figure(cell: Cell | undefined): string {
  if (!cell) return "·";
  if (cell.state === "blank") return "□";
  const unit = cell.unit ?? "";
  return cell.value === null ? printable(cell.raw.trim()) : `${cell.value}${unit}`;
}
