import type { CellSpec, Column, Edition, Row, Table, Text } from "../editions/edition.ts";
import { groupPath } from "../editions/edition.ts";

const labelOf = ({ label, short }: { label: Text; short?: Text }) => short ?? label;

/** A row with the group that tells it from others: `（三）不予公开 1.属于国家秘密`. */
export function rowName(table: Table, row: Row): Text {
  const label = labelOf(row);
  const group = groupPath(table.rowGroups, row.group).at(-1);
  // Rows numbered （一）, （二） … directly under 三 are known without it.
  if (!group || (group.group === undefined && table.layout === "grouped")) return label;
  return { zh: `${group.label.zh} ${label.zh}`, en: `${group.label.en}, ${label.en}` };
}

/** One line of a table as people call it: `自然人列`, `二、上年结转行`, `行政诉讼 复议后起诉`. */
export function lineName(table: Table, per: "row" | "column", key: string): Text {
  if (per === "column") {
    const label = labelOf(columnOf(table, key));
    return { zh: `${label.zh}列`, en: `Column ${label.en}` };
  }
  const row = rowOf(table, key);
  const name = rowName(table, row);
  return table.layout === "side-by-side" ? name : { zh: `${name.zh}行`, en: `Row ${name.en}` };
}

/** A cell with section, row and column: `第三部分“二、上年结转”行“自然人”列`. */
export function cellName(edition: Edition, { table, row, column }: CellSpec): Text {
  const name = rowName(table, row);
  const section = sectionName(edition, table);
  return {
    zh: `${section.zh}“${name.zh}”行“${column.label.zh}”列`,
    en: `${section.en}, row “${name.en}”, column “${column.label.en}”`,
  };
}

/** The section a table stands in: `第三部分`. */
export function sectionName(edition: Edition, table: Table): Text {
  const heading = edition.sections[table.section];
  return { zh: `第${heading.zh.split("、")[0]}部分`, en: `Section ${heading.en.split(".")[0]}` };
}

/** The row of a table by key; throws where the form has none. */
export function rowOf(table: Table, key: string): Row {
  const row = table.blocks.flatMap(({ rows }) => rows).find((candidate) => candidate.key === key);
  if (!row) throw new Error(`table ${table.key} has no row ${key}`);
  return row;
}

/** The column of a table by key; throws where the form has none. */
export function columnOf(table: Table, key: string): Column {
  const columns = table.blocks.flatMap(({ columns }) => columns);
  const column = columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`table ${table.key} has no column ${key}`);
  return column;
}
