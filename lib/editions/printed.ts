import type { CellKey } from "./content.ts";
import {
  type Block,
  cellKey,
  type Group,
  groupPath,
  type Row,
  type Table,
  type Text,
} from "./edition.ts";

/** One cell of a table as the official form prints it. */
export interface PrintedCell {
  kind: "article" | "head" | "label" | "figure";
  colSpan: number;
  rowSpan: number;
  text?: Text;
  /** The figure that stands here; only on `figure`. */
  cell?: CellKey;
}
export type PrintedRow = PrintedCell[];

const NO_ROWS: ReadonlySet<string> = new Set();

/** The table as printed: `omit` names rows that a report leaves out, or the optional rows left out of the official blank. */
export function printedTable(table: Table, omit: ReadonlySet<string> = NO_ROWS): PrintedRow[] {
  switch (table.layout) {
    case "blocks":
      return printedBlocks(table, omit);
    case "grouped":
      return printedGrouped(table, omit);
    case "side-by-side":
      return printedSideBySide(table);
  }
}

/** The keys of rows a report may print instead of others; the official blank leaves them out. */
export function optionalRows(table: Table): Set<string> {
  return new Set(
    table.blocks.flatMap(({ rows }) => rows.filter((row) => row.insteadOf).map(({ key }) => key)),
  );
}

/** Chooses which rows of a table a report prints: an optional row with its cells, else the rows it stands for. */
export function omittedRows(table: Table, hasCell: (key: CellKey) => boolean): Set<string> {
  const omit = new Set<string>();
  for (const block of table.blocks) {
    for (const row of block.rows.filter(({ insteadOf }) => insteadOf)) {
      const isThere = (rowKey: string) =>
        block.columns.some((column) => hasCell(cellKey(table.key, rowKey, column.key)));
      const parts = row.insteadOf ?? [];
      if (!isThere(row.key)) omit.add(row.key);
      else if (!parts.some(isThere)) for (const part of parts) omit.add(part);
    }
  }
  return omit;
}

const cell = (kind: PrintedCell["kind"], text: Text, colSpan = 1, rowSpan = 1): PrintedCell => ({
  kind,
  text,
  colSpan,
  rowSpan,
});

const figure = (key: CellKey, colSpan = 1): PrintedCell => ({
  kind: "figure",
  cell: key,
  colSpan,
  rowSpan: 1,
});

function printedBlocks(table: Table, omit: ReadonlySet<string>): PrintedRow[] {
  const width = Math.max(...table.blocks.map(({ columns }) => columns.length));
  return table.blocks.flatMap((block) => {
    // The last column of a narrow block takes the cells that are left over.
    const span = (index: number) => (index === block.columns.length - 1 ? width - index : 1);
    const head = block.columns.map((column, index) => cell("head", column.label, span(index)));
    const rows = block.rows
      .filter((row) => !omit.has(row.key))
      .map((row) => [
        cell("label", row.label),
        ...block.columns.map((column, index) =>
          figure(cellKey(table.key, row.key, column.key), span(index)),
        ),
      ]);
    return [
      ...(block.article ? [[cell("article", block.article, width + 1)]] : []),
      [cell("head", table.rowHead), ...head],
      ...rows,
    ];
  });
}

function printedGrouped(table: Table, omit: ReadonlySet<string>): PrintedRow[] {
  const block = onlyBlock(table);
  const rows = block.rows.filter((row) => !omit.has(row.key));
  const opened = new Set<string>();
  const body = rows.map((row) => {
    const path = groupPath(table.rowGroups, row.group);
    const opening = path.filter((group) => !opened.has(group.key));
    for (const group of opening) opened.add(group.key);
    return [
      ...opening.map((group) =>
        cell(
          "label",
          group.label,
          1,
          rows.filter((other) => isIn(table.rowGroups, other, group)).length,
        ),
      ),
      cell("label", row.label, table.headDepth - path.length),
      ...block.columns.map((column) => figure(cellKey(table.key, row.key, column.key))),
    ];
  });
  return [...groupedHead(table, block), ...body];
}

function groupedHead(table: Table, block: Block): PrintedRow[] {
  const second: PrintedRow = [];
  const third: PrintedRow = [];
  const seen = new Set<string>();
  for (const column of block.columns) {
    const group = table.columnGroups.find(({ key }) => key === column.group);
    if (!group) {
      second.push(cell("head", column.label, 1, 2));
      continue;
    }
    third.push(cell("head", column.label));
    if (seen.has(group.key)) continue;
    seen.add(group.key);
    const width = block.columns.filter((other) => other.group === group.key).length;
    second.push(cell("head", group.label, width));
  }
  const first = [cell("head", table.rowHead, table.headDepth, 3)];
  if (table.columnHead) first.push(cell("head", table.columnHead, block.columns.length));
  return [first, second, third];
}

function printedSideBySide(table: Table): PrintedRow[] {
  const block = onlyBlock(table);
  const width = block.columns.length;
  const first: PrintedRow = [];
  const second: PrintedRow = [];
  const third: PrintedRow = [];
  const seen = new Set<string>();
  for (const row of block.rows) {
    const group = table.rowGroups.find(({ key }) => key === row.group);
    const heads = block.columns.map((column) => cell("head", column.label, 1, group ? 1 : 2));
    if (!group) {
      first.push(cell("head", row.label, width));
      second.push(...heads);
      continue;
    }
    third.push(...heads);
    second.push(cell("head", row.label, width));
    if (seen.has(group.key)) continue;
    seen.add(group.key);
    const members = block.rows.filter((other) => other.group === group.key).length;
    first.push(cell("head", group.label, members * width));
  }
  const figures = block.rows.flatMap((row) =>
    block.columns.map((column) => figure(cellKey(table.key, row.key, column.key))),
  );
  return [first, second, third, figures];
}

function onlyBlock(table: Table): Block {
  const [block, ...more] = table.blocks;
  if (!block || more.length > 0) throw new Error(`table ${table.key} must have one block`);
  return block;
}

function isIn(groups: readonly Group[], row: Row, group: Group): boolean {
  return groupPath(groups, row.group).some(({ key }) => key === group.key);
}
