import type { CellKey, Cells } from "./content.ts";
import { cellKey, type Edition, type Sum, type Table, tableCells, tableOf } from "./edition.ts";
import { omittedRows } from "./printed.ts";

/** One sum the form demands of one column or one row, spelled out in cells. */
export interface SumInstance {
  rule: string;
  /** Stable name within an edition: `R02.naturalPerson`, `R03.denied.stateSecret`. */
  id: string;
  table: Table["key"];
  per: Sum["per"];
  /** The row (`per: row`) or column (`per: column`) it is about. */
  line: string;
  left: CellKey[];
  right: CellKey[];
}

/** Every sum of an edition, spelled out; optional rows included. */
export function sumInstances(edition: Edition): SumInstance[] {
  return edition.sums.flatMap((sum) => {
    const table = tableOf(edition, sum.table);
    return table.blocks.flatMap((block) =>
      (sum.per === "column" ? block.columns : block.rows).map(({ key: line }) => {
        const address = (name: string) =>
          sum.per === "column" ? cellKey(table.key, name, line) : cellKey(table.key, line, name);
        return {
          rule: sum.rule,
          id: `${sum.rule}.${line}`,
          table: sum.table,
          per: sum.per,
          line,
          left: sum.left.map(address),
          right: sum.right.map(address),
        };
      }),
    );
  });
}

/** Keys that a report leaves out because it prints another row instead ((六) as one row, or its three parts). */
export function replacedCells(edition: Edition, cells: Cells): Set<CellKey> {
  const replaced = edition.tables.flatMap((table) => {
    const omitted = omittedRows(table, (key) => key in cells);
    return tableCells(table).filter(({ row }) => omitted.has(row.key));
  });
  return new Set(replaced.map(({ key }) => key));
}
