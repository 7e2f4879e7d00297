import type { CellKey } from "#lib/editions/content.ts";
import { cellSpecs, type Table } from "#lib/editions/edition.ts";
import { omittedRows, printedTable } from "#lib/editions/printed.ts";
import type { Draft, Grid, Ink } from "./draft.ts";
import type { Truth } from "./truth.ts";

/** The tables of the form as printed, with the figures of a report. */
export function gridsOf(truth: Truth): Map<Table["key"], Grid> {
  return new Map(truth.form.tables.map((table) => [table.key, gridOf(truth, table)]));
}

function gridOf({ cells, form }: Truth, table: Table): Grid {
  const specs = cellSpecs(form);
  const omit = omittedRows(table, (key) => cells.has(key));
  return printedTable(table, omit).map((printed) => {
    const rows = new Set(
      printed.flatMap(({ cell }) => (cell ? (specs.get(cell)?.row.key ?? []) : [])),
    );
    const [row] = rows.size === 1 ? rows : [];
    return printed.map(({ kind, text, cell, colSpan, rowSpan }, index): Ink => {
      const isRowLabel = kind === "label" && printed[index + 1]?.kind === "figure";
      const own = cell ? specs.get(cell)?.row.key : isRowLabel ? row : undefined;
      const words = cell ? (cells.get(cell)?.raw ?? "") : (text?.zh ?? "");
      return { kind, text: words, cell, colSpan, rowSpan, row: own };
    });
  });
}

/** Every other figure of the same printed row: what is lost together where its figures cannot be told apart. */
export function rowMates({ form }: Truth, key: CellKey): CellKey[] {
  const specs = [...cellSpecs(form).values()];
  const own = cellSpecs(form).get(key);
  return specs
    .filter(({ table, row }) => {
      if (table.key !== own?.table.key) return false;
      return table.layout === "side-by-side" || row.key === own.row.key;
    })
    .map((spec) => spec.key);
}

/** Every figure of one row of a table, or of the whole table where its rows stand side by side. */
export function cellsOfRow(draft: Draft, table: Table["key"], row: string): CellKey[] {
  return [...cellSpecs(draft.truth.form).values()]
    .filter((spec) => spec.table.key === table)
    .filter((spec) => spec.table.layout === "side-by-side" || spec.row.key === row)
    .map(({ key }) => key);
}

/** Every figure of a table. */
export function cellsOfTable(draft: Draft, table: Table["key"]): CellKey[] {
  return [...cellSpecs(draft.truth.form).values()]
    .filter((spec) => spec.table.key === table)
    .map(({ key }) => key);
}

/** Where blanks leave no trace, or look like what fills up a line, the figures beside them cannot be told apart. */
export function doubtBlanks(draft: Draft): void {
  if (!draft.shape.layout.losesBlanks) return;
  for (const [key, { raw }] of draft.truth.cells)
    if (raw === "") for (const mate of rowMates(draft.truth, key)) draft.mayDoubt.add(mate);
}
