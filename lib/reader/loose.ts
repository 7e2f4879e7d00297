import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey, Cells, ReportContent } from "#lib/editions/content.ts";
import { type Edition, type Table, tableCells } from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { editionById } from "#lib/editions/registry.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { readIssue } from "./issues.ts";
import type { Span } from "./plain.ts";

/**
 * Tables without rules are read by the room between their columns, which can deceive: unless its columns stand in
 * the form's order, and each row has a figure in each, so that none can have moved, or every sum that the form demands
 * of the table holds, which a shifted figure would break, all its figures are to be looked at.
 */
export function looseColumns(
  { edition: id, cells }: ReportContent,
  spans: Readonly<Record<CellKey, Span>>,
): Issue[] {
  const edition = editionById(id);
  if (!edition) return [];
  return edition.tables.flatMap((table) => {
    const read = tableCells(table)
      .map(({ key }) => key)
      .filter((key) => key in cells);
    if (read.length === 0) return [];
    const isSure = isFull(table, cells) || isProven(edition, table, cells);
    if (isSure && isInOrder(table, spans)) return [];
    const message = {
      zh: `“${edition.sections[table.section].zh}”的表格没有框线，各列按间距辨认，而勾稽关系不足以印证，请逐格核对。`,
      en: `The table of “${edition.sections[table.section].en}” has no rules: its columns were told by the room between them, and its sums do not bear that out; look at each figure.`,
    };
    return [readIssue("loose", message, { cells: read, line: table.key })];
  });
}

/** Whether every row that this report prints has a figure in every column. */
function isFull(table: Table, cells: Cells): boolean {
  const omitted = omittedRows(table, (key) => key in cells);
  return tableCells(table).every(
    ({ key, row }) => omitted.has(row.key) || cells[key]?.state === "number",
  );
}

/** Whether the columns stand in the order of the form: where they do not, heads may have been misread, which no sum shows. */
function isInOrder(table: Table, spans: Readonly<Record<CellKey, Span>>): boolean {
  const printed = tableCells(table).filter(({ key }) => key in spans);
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
