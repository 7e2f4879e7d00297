import type { CellKey, Cells } from "./content.ts";
import { cellKey, type Edition, type Row, type Sum, type Table, tableOf } from "./edition.ts";
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

const instancesByEdition = new WeakMap<Edition, readonly SumInstance[]>();

/** Every sum of an edition, spelled out; optional rows included. */
export function sumInstances(edition: Edition): readonly SumInstance[] {
  const known = instancesByEdition.get(edition);
  if (known) return known;
  const instances = edition.sums.flatMap((sum) => spellOut(sum, tableOf(edition, sum.table)));
  instancesByEdition.set(edition, instances);
  return instances;
}

function spellOut(sum: Sum, table: Table): SumInstance[] {
  const { rule, per } = sum;
  return table.blocks.flatMap((block) =>
    (per === "column" ? block.columns : block.rows).map(({ key: line }) => {
      const address = (name: string) =>
        per === "column" ? cellKey(table.key, name, line) : cellKey(table.key, line, name);
      return {
        rule,
        id: `${rule}.${line}`,
        table: table.key,
        per,
        line,
        left: sum.left.map(address),
        right: sum.right.map(address),
      };
    }),
  );
}

/**
 * Keys that no sum and no series of this report may use: the parts where it prints one row instead of them
 * (（六）其他处理), and that row where it is absent, or is a mere subtotal beside its parts.
 */
export function replacedCells(edition: Edition, cells: Cells): Set<CellKey> {
  const hasCell = (key: CellKey) => key in cells;
  const replaced = edition.tables.flatMap((table) => {
    const omitted = omittedRows(table, hasCell);
    const isReplaced = (row: Row) =>
      omitted.has(row.key) || (row.insteadOf ?? []).some((part) => !omitted.has(part));
    return table.blocks.flatMap(({ rows, columns }) =>
      rows
        .filter(isReplaced)
        .flatMap((row) => columns.map((column) => cellKey(table.key, row.key, column.key))),
    );
  });
  return new Set(replaced);
}

/** The sums one report must satisfy: 42 in edition 2021, 40 in 2019, whichever way it prints （六）其他处理. */
export function demandedSums(edition: Edition, cells: Cells): SumInstance[] {
  const replaced = replacedCells(edition, cells);
  const keep = (keys: CellKey[]) => keys.filter((key) => !replaced.has(key));
  return sumInstances(edition)
    .map((sum) => ({ ...sum, left: keep(sum.left), right: keep(sum.right) }))
    .filter((sum) => sum.left.length > 0 && sum.right.length > 0);
}
