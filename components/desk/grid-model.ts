import type { CellKey } from "#lib/editions/content.ts";
import {
  type Block,
  cellKey,
  type Edition,
  groupPath,
  type Table,
  type Text,
} from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { type SumInstance, sumInstances } from "#lib/editions/sum-instances.ts";

/** A line of the grid: a group's head, a row of figures, or what the system computes for a row above it. */
export type GridLine =
  | { kind: "group"; key: string; label: Text; depth: number }
  | {
      kind: "figures";
      key: string;
      label: Text;
      depth: number;
      cells: CellKey[];
      sum: SumInstance | null;
    }
  | { kind: "computed"; key: string; sums: (SumInstance | null)[] };

/** One block of the form as it is typed: heads, lines, and whether its rows have a sum of their own. */
export interface GridBlock {
  key: string;
  article: Text | null;
  columns: Block["columns"];
  lines: GridLine[];
  hasRowSums: boolean;
}

/** Lays a table out for typing: every row on a line of its own, sums beside what they must equal. */
export function gridBlocks(
  edition: Edition,
  table: Table,
  hasCell: (key: CellKey) => boolean,
): GridBlock[] {
  const sums = sumInstances(edition).filter((sum) => sum.table === table.key);
  const omitted = omittedRows(table, hasCell);
  return table.blocks.map((block, index) => {
    const lines = blockLines(table, block, omitted, sums);
    return {
      key: `${table.key}-${index}`,
      article: block.article ?? null,
      columns: block.columns,
      lines,
      hasRowSums: lines.some((line) => line.kind === "figures" && line.sum !== null),
    };
  });
}

function blockLines(
  table: Table,
  block: Block,
  omitted: ReadonlySet<string>,
  sums: readonly SumInstance[],
): GridLine[] {
  const opened = new Set<string>();
  return block.rows
    .filter((row) => !omitted.has(row.key))
    .flatMap((row): GridLine[] => {
      const path = groupPath(table.rowGroups, row.group);
      const heads = path.filter((group) => !opened.has(group.key));
      for (const group of heads) opened.add(group.key);
      const cells = block.columns.map((column) => cellKey(table.key, row.key, column.key));
      const computed = cells.map(
        (cell) => sums.find((sum) => sum.per === "column" && isAlone(sum.right, cell)) ?? null,
      );
      return [
        ...heads.map(
          (group): GridLine => ({
            kind: "group",
            key: `group-${group.key}`,
            label: group.label,
            depth: path.indexOf(group),
          }),
        ),
        {
          kind: "figures",
          key: row.key,
          label: row.label,
          depth: path.length,
          cells,
          sum: sums.find((sum) => sum.per === "row" && sum.line === row.key) ?? null,
        },
        ...(computed.some(Boolean)
          ? [{ kind: "computed" as const, key: `computed-${row.key}`, sums: computed }]
          : []),
      ];
    });
}

function isAlone(side: readonly CellKey[], cell: CellKey): boolean {
  return side.length === 1 && side[0] === cell;
}

/** Adds what can be added: null as soon as one figure is no number, since a blank is not zero. */
export function computedSum(
  keys: readonly CellKey[],
  numberOf: (key: CellKey) => number | null | undefined,
): number | null {
  const values = keys.map(numberOf).filter((value) => value !== undefined);
  if (values.length === 0 || values.some((value) => value === null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Cuts what a spreadsheet puts on the clipboard into rows of cells; a trailing line break is no row. */
export function clipboardRows(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}
