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
 * sum binds is taken where the table is whole, or nothing of the report was left over; one whose sum fails, where both are true. All others are to be looked at, as is
 * the last line above words that are left over, and the columns that stand elsewhere than on the form: their heads may have
 * been misread, which no sum shows.
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
    const moved = outOfOrder(read, spans);
    const hasRemains = issues.some(
      ({ rule, section }) => rule === "read.tableRemains" && section === table.section,
    );
    const isCertain = certainty(edition, table, cells, { ...troubles, hasRemains });
    const last = hasRemains ? lastLine(table, read) : new Set<CellKey>();
    const isMoved = ({ column }: CellSpec) => moved.has(column);
    const isOpen = (spec: CellSpec) =>
      !isCertain(spec) || last.has(spec.key) || isMixed(cells[spec.key]);
    const issue = (open: CellSpec[], message: typeof unproved) =>
      open.length === 0
        ? []
        : [
            readIssue("loose", message(edition.sections[table.section], open.length), {
              cells: open.map(({ key }) => key),
              line: table.key,
            }),
          ];
    return [
      ...issue(read.filter(isMoved), reordered),
      ...issue(
        read.filter((spec) => !isMoved(spec) && isOpen(spec)),
        unproved,
      ),
    ];
  });
}

/** A text that is more than one word: pieces of labels may have come into the cell, and hide the figure in it. */
function isMixed(cell: Cell | undefined): boolean {
  return cell?.state === "text" && !/^\p{Script=Han}+$/u.test(cell.raw);
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
  zh: `“${section.zh}”的表格没有框线，各列按间距辨认，其中几列的次序与格式不同，列名可能认错，请逐格核对这 ${count} 格。`,
  en: `The table of “${section.en}” has no rules: its columns were told by the room between them, and some stand in another order than the form's. Their heads may have been misread; look at each of their figures: ${count}.`,
});

/** Whether a figure read from a table is certain. */
function certainty(
  edition: Edition,
  table: Table,
  cells: Cells,
  { isTroubled, isOdd, hasRemains }: Troubles & { hasRemains: boolean },
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
    if (!bound.has(row.key)) return !isTroubled || isWhole;
    // Where the table is whole and nothing was left over, no figure can have lost a part: the report itself does not add up.
    return rowsHold.has(row.key) || (isWhole && !isTroubled && !hasRemains);
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

/**
 * The columns that in some row stand elsewhere among their neighbours than on the form: their heads may have been taken for
 * one another, which no sum shows. Those that stand where the form has them are none of these.
 */
function outOfOrder(
  read: readonly CellSpec[],
  spans: Readonly<Record<CellKey, Span>>,
): ReadonlySet<CellSpec["column"]> {
  const at = ({ key }: CellSpec) => spans[key]?.[0] ?? 0;
  const rows = [...Map.groupBy(read, ({ row }) => row.key).values()];
  const moved = rows.flatMap((row) => {
    const printed = row.toSorted((a, b) => at(a) - at(b));
    return row.filter((spec, index) => printed[index] !== spec);
  });
  return new Set(moved.map(({ column }) => column));
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
