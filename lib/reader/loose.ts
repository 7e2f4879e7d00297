import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey, Cells, ReportContent } from "#lib/editions/content.ts";
import { type CellSpec, type Edition, type Table, tableCells } from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { editionById } from "#lib/editions/registry.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { readIssue } from "./issues.ts";
import type { Span } from "./plain.ts";

/**
 * Tables without rules are read by the room between their columns, which can deceive. Where the columns stand in the
 * form's order, a row with a figure in each cannot have moved, if the table is whole or nothing was left over of it; the
 * others are to be looked at, unless every sum that the form demands of the table holds, which a shifted figure would break.
 */
export function looseColumns(
  { edition: id, cells }: ReportContent,
  spans: Readonly<Record<CellKey, Span>>,
  issues: readonly Issue[],
): Issue[] {
  const edition = editionById(id);
  if (!edition) return [];
  const isTroubled = issues.some(({ rule }) => TROUBLES.has(rule));
  return edition.tables.flatMap((table) => {
    const read = tableCells(table).filter(({ key }) => key in cells);
    const isOrdered = isInOrder(read, spans);
    if (read.length === 0 || (isOrdered && isProven(edition, table, cells))) return [];
    const rows = [...Map.groupBy(read, ({ row }) => row).values()];
    const gaps = rows.filter((row) => !isFull(row, cells));
    const isWhole = gaps.length === 0 && rows.length === printedRows(table, cells);
    const open = !isOrdered || (isTroubled && !isWhole) ? rows : gaps;
    if (open.length === 0) return [];
    const message = {
      zh: `“${edition.sections[table.section].zh}”的表格没有框线，各列按间距辨认，其中 ${open.length} 行不是每格都有数字，勾稽关系又不足以印证，请逐格核对。`,
      en: `The table of “${edition.sections[table.section].en}” has no rules: its columns were told by the room between them. ${open.length} of its rows do not have a figure in each cell, and the sums do not bear them out; look at each figure.`,
    };
    const keys = open.flat().map(({ key }) => key);
    return [readIssue("loose", message, { cells: keys, line: table.key })];
  });
}

/** What was left over of a table: figures broken over lines may be among it, and rows that look full lack a part. */
const TROUBLES: ReadonlySet<string> = new Set(
  ["unknownRow", "unknownColumn", "rowLength", "heads", "cutHead", "lostHead", "conflict"].map(
    (code) => `read.${code}`,
  ),
);

/** How many rows of a table a report prints: an optional one, or those it stands for. */
function printedRows(table: Table, cells: Cells): number {
  const omitted = omittedRows(table, (key) => key in cells);
  return table.blocks.flatMap(({ rows }) => rows).filter(({ key }) => !omitted.has(key)).length;
}

/** Whether a row has a figure, or a word for one, in every column. */
function isFull(row: readonly CellSpec[], cells: Cells): boolean {
  const isWhole = row.length === row[0]?.block.columns.length;
  return isWhole && row.every(({ key }) => (cells[key]?.raw ?? "") !== "");
}

/** Whether the columns stand in the order of the form: where they do not, heads may have been misread, which no sum shows. */
function isInOrder(printed: readonly CellSpec[], spans: Readonly<Record<CellKey, Span>>): boolean {
  return printed.every(({ key, row }, index) => {
    const before = printed[index - 1];
    return before?.row !== row || (spans[before.key]?.[0] ?? 0) < (spans[key]?.[0] ?? 0);
  });
}

function isProven(edition: Edition, table: Table, cells: Cells): boolean {
  const sums = demandedSums(edition, cells).filter((sum) => sum.table === table.key);
  const total = (keys: readonly string[]) =>
    keys.reduce((sum, key) => sum + (cells[key]?.value ?? Number.NaN), 0);
  return sums.length > 0 && sums.every(({ left, right }) => total(left) === total(right));
}
