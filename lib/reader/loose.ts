import type { Issue } from "#lib/checks/issue.ts";
import type { Cell, CellKey, Cells, ReportContent } from "#lib/editions/content.ts";
import { counted } from "#lib/editions/counted.ts";
import {
  type CellSpec,
  type Edition,
  type Table,
  type Text,
  tableCells,
} from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { editionById } from "#lib/editions/registry.ts";
import { demandedSums, type SumInstance } from "#lib/editions/sum-instances.ts";
import { readIssue } from "./issues.ts";
import type { Span } from "./plain.ts";

/**
 * Tables without rules are read by the room between their columns, which can deceive. A figure is taken as certain where
 * its row has a figure in each column, since none can have moved, and adds up, since none has lost a part of itself; or
 * where the heads were understood and all sums of its column hold, which a moved figure would break. A full row that no
 * sum binds is taken where the table is whole, or nothing of the report was left over. All others are to be looked at, as is
 * the last line above words that are left over, and all of a table whose columns are in another order than the form's: heads
 * may have been misread, which no sum shows.
 */
export function looseColumns(
  { edition: id, cells }: ReportContent,
  spans: Readonly<Record<CellKey, Span>>,
  issues: readonly Issue[],
  isLoose: (index: number) => boolean = () => true,
): Issue[] {
  const edition = editionById(id);
  if (!edition) return [];
  const troubles = troublesOf(issues);
  return edition.tables.flatMap((table) => {
    const read = tableCells(table).filter(({ key }) => key in cells);
    if (!read.some(({ key }) => isLoose(spans[key]?.[0] ?? 0))) return [];
    const isCertain = certainty(edition, table, cells, troubles);
    const isInTurn = isInOrder(read, spans);
    const hasRemains = issues.some(
      ({ rule, section }) => rule === "read.tableRemains" && section === table.section,
    );
    const last = hasRemains ? lastLine(table, read) : new Set<CellKey>();
    const isOpen = (spec: CellSpec) => !isCertain(spec) || last.has(spec.key);
    const open = isInTurn ? read.filter(isOpen) : read;
    if (open.length === 0) return [];
    const message = (isInTurn ? unproved : reordered)(edition.sections[table.section], open.length);
    return [readIssue("loose", message, { cells: open.map(({ key }) => key), line: table.key })];
  });
}

/** The figures of the last line of a table: words below it may be the rest of what stands in its cells. */
function lastLine({ layout }: Table, read: readonly CellSpec[]): ReadonlySet<CellKey> {
  const isLast = ({ row }: CellSpec) => layout === "side-by-side" || row === read.at(-1)?.row;
  return new Set(read.filter(isLast).map(({ key }) => key));
}

const unproved = (section: Text, count: number): Text => ({
  zh: `“${section.zh}”的表格没有框线，各列按间距辨认，其中 ${count} 格不能由整行数字和勾稽关系印证，请逐格核对。`,
  en: `The table of “${section.en}” has no rules: its columns were told by the room between them. ${counted(count, "of its figures is", "of its figures are")} borne out neither by a full row nor by the sums; look at each of them.`,
});

const reordered = (section: Text, count: number): Text => ({
  zh: `“${section.zh}”的表格没有框线，各列按间距辨认，且次序与格式不同，列名可能认错，请逐格核对这 ${count} 格。`,
  en: `The table of “${section.en}” has no rules: its columns were told by the room between them, and their order is not the form's. Heads may have been misread; look at each figure that was read: ${count}.`,
});

/** Whether a figure read from a table is certain. */
function certainty(
  edition: Edition,
  table: Table,
  cells: Cells,
  { isTroubled, isOdd }: Troubles,
): (spec: CellSpec) => boolean {
  const read = tableCells(table).filter(({ key }) => key in cells);
  const rows = Map.groupBy(read, ({ row }) => row.key);
  const sums = demandedSums(edition, cells).filter((sum) => sum.table === table.key);
  const [columnsHold, rowsHold] = [holding(sums, "column", cells), holding(sums, "row", cells)];
  const full = new Set([...rows].flatMap(([key, row]) => (isFull(row, cells) ? [key] : [])));
  const isWhole = full.size === printedRows(table, cells);
  const bound = new Set(sums.filter(({ per }) => per === "row").map(({ line }) => line));
  const columns = new Set(read.map(({ column }) => column.key));
  return ({ row, column, block }) => {
    // Where a head was not understood, a column may stand under that of another as a whole, and sums hold all the same.
    const isUnderstood = !isOdd || block.columns.every(({ key }) => columns.has(key));
    if (columnsHold.has(column.key) && isUnderstood) return true;
    if (!full.has(row.key)) return false;
    return bound.has(row.key) ? rowsHold.has(row.key) : !isTroubled || isWhole;
  };
}

interface Troubles {
  /** Whether something was left over. */
  isTroubled: boolean;
  /** Whether heads were not understood. */
  isOdd: boolean;
}

function troublesOf(issues: readonly Issue[]): Troubles {
  const rules = issues.map(({ rule }) => rule);
  return {
    isTroubled: rules.some((rule) => TROUBLES.has(rule)),
    isOdd: rules.some((rule) => ODD_HEADS.has(rule)),
  };
}

const ODD_HEADS: ReadonlySet<string> = new Set(["read.unknownColumn", "read.cutHead"]);

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

/** The rows or columns that some sum binds, and all of whose sums hold. */
function holding(
  sums: readonly SumInstance[],
  per: SumInstance["per"],
  cells: Cells,
): ReadonlySet<string> {
  const own = Map.groupBy(
    sums.filter((sum) => sum.per === per),
    ({ line }) => line,
  );
  const held = [...own].filter(([, all]) => all.every((sum) => holds(sum, cells)));
  return new Set(held.map(([line]) => line));
}

/** Whether a sum adds up, what is blank weighing nothing. */
export function holds({ left, right }: SumInstance, cells: Cells): boolean {
  const total = (keys: readonly string[]) => keys.reduce((sum, key) => sum + weight(cells[key]), 0);
  return total(left) === total(right);
}

/** A blank, or a word that says there is nothing to count, weighs nothing here: what it leaves out of a sum, no other figure can have taken along. */
function weight(cell: Cell | undefined): number {
  if (cell?.raw === "" || cell?.state === "not-applicable") return 0;
  return cell?.value ?? Number.NaN;
}
