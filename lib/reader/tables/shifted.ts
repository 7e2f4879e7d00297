import type { CellKey, Cells } from "#lib/editions/content.ts";
import { type Edition, type Row, tableCells } from "#lib/editions/edition.ts";
import { demandedSums, type SumInstance } from "#lib/editions/sum-instances.ts";
import type { Doubt } from "./doubt.ts";

const MOST_OPEN = 0.5;
const FEWEST_ALIKE = 3;
/** Doubts about rows that have another number of figures than heads. */
const MISFITS: ReadonlySet<Doubt["code"]> = new Set(["gluedOpen", "rowLength"]);

/**
 * Rows that end in a blank where a total belongs, among rows that print theirs, or in a table whose last column of
 * parts could be that of the totals: a figure may be missing, and those after it stand one cell too early. In a table of
 * exact rows that print no totals one would then stand in the last column of parts; where that is blank too, nothing has
 * moved.
 */
export function shiftedRows(edition: Edition, cells: Cells, isExact: boolean): Doubt[] {
  const rows = demandedSums(edition, cells).filter(
    ({ per, right }) => per === "row" && right.length === 1,
  );
  const tables = Map.groupBy(rows, ({ table }) => table);
  return [...tables.values()].flatMap((sums) => {
    const told = sums.filter(({ left }) => hasFigures(left, cells));
    const blank = told.filter(({ right: [total = ""] }) => cells[total]?.state === "blank");
    // Among rows that print their totals any row without is odd: more than one cell may be missing.
    if (blank.length < told.length * MOST_OPEN)
      return blank.map((sum) => doubtOf(sum, edition, cells));
    const open = blank.filter(
      ({ left }) => !(isExact && cells[left.at(-1) ?? ""]?.state === "blank"),
    );
    // Rows of nothing but zeros say nothing either way.
    const counted = open.filter(({ left }) => left.some((key) => cells[key]?.value));
    const isAlike =
      counted.length >= FEWEST_ALIKE
        ? counted.every(({ left }) => endsInSum(left, cells))
        : counted.length > 0 && counted.every(({ left }) => isSum(left, cells));
    return isAlike ? open.map((sum) => doubtOf(sum, edition, cells)) : [];
  });
}

/** The one row that prints a total where those of all other rows are blank, and that does not add up: its last figure may be one too many. */
export function loneTotals(edition: Edition, cells: Cells): Doubt[] {
  const rows = demandedSums(edition, cells).filter(
    ({ per, left, right }) => per === "row" && right.length === 1 && hasFigures(left, cells),
  );
  return edition.tables.flatMap((table) => {
    const [sum, other] = rows.filter(
      (one) => one.table === table.key && hasFigures(one.right, cells),
    );
    const printed = tableCells(table).filter(({ key }) => hasFigures([key], cells));
    const count = new Set(printed.map(({ row }) => row.key)).size;
    if (!sum || other || count < FEWEST_ALIKE || excessOf(sum, cells) === 0) return [];
    return [{ ...doubtOf(sum, edition, cells), code: "loneTotal" as const }];
  });
}

/** Rows that do not add up where more rows of their table have other numbers of figures: they may fit the heads by chance. */
export function unevenSums(edition: Edition, cells: Cells, doubts: readonly Doubt[]): Doubt[] {
  const told = new Set(doubts.flatMap((doubt) => doubt.cells));
  const misfits = new Set(
    doubts.flatMap(({ code, row }) => (MISFITS.has(code) && row ? [row] : [])),
  );
  return edition.tables.flatMap((table) => {
    const specs = tableCells(table);
    const read = new Set(specs.flatMap(({ key, row }) => (key in cells ? [row] : [])));
    const own = new Set(specs.flatMap(({ row }) => (misfits.has(row) ? [row] : [])));
    if (own.size <= read.size) return [];
    const sums = demandedSums(edition, cells).filter(
      (sum) => sum.table === table.key && sum.per === "row" && sum.right.length === 1,
    );
    return sums
      .filter(
        (sum) => Math.abs(excessOf(sum, cells)) > 0 && !sum.right.some((key) => told.has(key)),
      )
      .map((sum): Doubt => {
        const { row, ...doubt } = doubtOf(sum, edition, cells);
        return { ...doubt, ...(row && { row }), code: "unevenRows", words: row?.label.zh ?? "" };
      });
  });
}

/**
 * Rows whose first part is blank and whose total is less than the parts printed: blanks can only be more, so a blank that
 * belonged to the label may have been taken for a figure's. Where there are some, so it is with every other row of their
 * table that begins with a blank, unless its total bears out where its figures stand.
 */
export function lateRows(edition: Edition, cells: Cells): Doubt[] {
  const begun = demandedSums(edition, cells).filter(
    ({ per, left, right }) =>
      per === "row" && right.length === 1 && cells[left[0] ?? ""]?.state === "blank",
  );
  return [...Map.groupBy(begun, ({ table }) => table).values()].flatMap((sums): Doubt[] => {
    const late = sums.filter((sum) => excessOf(sum, cells) > 0);
    const more = late.length < FEWEST_ALIKE ? [] : sums.filter((sum) => isOpen(sum, cells));
    return [
      ...late.map((sum) => ({ ...doubtOf(sum, edition, cells), code: "late" as const })),
      ...more.map((sum) => ({ ...doubtOf(sum, edition, cells), code: "lateToo" as const })),
    ];
  });
}

/** By how much the parts of a row are more than its total; no number where that is not printed. */
function excessOf({ left, right: [total = ""] }: SumInstance, cells: Cells): number {
  const parts = left.reduce((all, key) => all + (cells[key]?.value ?? 0), 0);
  return parts - (cells[total]?.value ?? Number.NaN);
}

/** Whether a row has figures, and its total is none or more than they are. */
function isOpen(sum: SumInstance, cells: Cells): boolean {
  const excess = excessOf(sum, cells);
  const isBorneOut = excess === 0 && sum.left.some((key) => cells[key]?.value);
  return !(excess > 0) && !isBorneOut && hasFigures([...sum.left, ...sum.right], cells);
}

function hasFigures(keys: readonly CellKey[], cells: Cells): boolean {
  return keys.some((key) => cells[key]?.state === "number");
}

/** Whether the last figure is as large as all before it together. */
function endsInSum(keys: readonly CellKey[], cells: Cells): boolean {
  const { last, before } = lastOf(keys, cells);
  return last > 0 && before <= last;
}

/** Whether the last figure is the sum of those before it; of a few rows, only that is more than chance. */
function isSum(keys: readonly CellKey[], cells: Cells): boolean {
  const { last, before } = lastOf(keys, cells);
  return last > 0 && before === last;
}

function lastOf(keys: readonly CellKey[], cells: Cells): { last: number; before: number } {
  const values = keys.map((key) => cells[key]?.value ?? 0);
  const last = values.pop() ?? 0;
  return { last, before: values.reduce((sum, value) => sum + value, 0) };
}

function doubtOf({ left, right, line, table }: SumInstance, edition: Edition, cells: Cells): Doubt {
  const row = rowOf(edition, table, line);
  const keys = [...left, ...right].filter((key) => key in cells);
  return {
    code: "shifted",
    ...(row ? { row } : {}),
    cells: keys,
    words: keys.map((key) => cells[key]?.raw || "□").join(" "),
  };
}

function rowOf(edition: Edition, table: string, line: string): Row | undefined {
  return edition.tables
    .find(({ key }) => key === table)
    ?.blocks.flatMap(({ rows }) => rows)
    .find(({ key }) => key === line);
}
