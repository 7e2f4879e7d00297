import { type CellKey, SECTION_KEYS, type SectionKey } from "./content.ts";

/** A text in both languages of the portal. */
export interface Text {
  zh: string;
  en: string;
}

/** `count`: integer ≥ 0 · `change`: integer, may be negative · `amount`: decimal ≥ 0, money. */
export type CellType = "count" | "change" | "amount";

export interface Column {
  key: string;
  label: Text;
  type: CellType;
  /** The unit the form fixes for the whole column; `printed` means that each report prints its own. */
  unit?: "万元" | "printed";
  /** Group head printed above the column (法人或其他组织). */
  group?: string;
}

export interface Row {
  key: string;
  label: Text;
  /** The label cut to what tells the row from its neighbours, for messages and legends. */
  short?: Text;
  /** Key of the group the row stands in; groups may stand in groups. */
  group?: string;
  /** An optional row is no part of the official blank; reports print it instead of the rows named here. */
  insteadOf?: readonly string[];
}

export interface Group {
  key: string;
  label: Text;
  group?: string;
}

/** Rows under one head; section 二 has one block for each paragraph of article 20. */
export interface Block {
  /** `第二十条第（一）项`; absent where the table has no such headings. */
  article?: Text;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** `blocks`: stacked blocks, one column of row heads · `grouped`: row heads in nested groups · `side-by-side`: every row's columns in one printed row. */
export type Layout = "blocks" | "grouped" | "side-by-side";

export interface Table {
  key: "proactive" | "requests" | "remedies";
  section: SectionKey;
  caption: Text;
  /** The head over the row heads (信息内容, or the sentence on the sums). */
  rowHead: Text;
  /** The head over all columns (申请人情况). */
  columnHead?: Text;
  layout: Layout;
  /** Grid columns the row heads take when printed (3 in section 三: 三 / （三） / 1.). */
  headDepth: number;
  columnGroups: readonly Group[];
  rowGroups: readonly Group[];
  blocks: readonly Block[];
}

/** A sum the form itself demands, for each column of the rows named or for each row of the columns named. */
export interface Sum {
  rule: string;
  table: Table["key"];
  per: "column" | "row";
  left: readonly string[];
  right: readonly string[];
}

export interface Edition {
  id: string;
  label: Text;
  /** The official notice that prescribes the form. */
  notice: string;
  validFrom: number;
  /** Last year, or null while it is in force. */
  validTo: number | null;
  sections: Readonly<Record<SectionKey, Text>>;
  tables: readonly Table[];
  sums: readonly Sum[];
}

/** One figure the form asks for, with everything the form says about it. */
export interface CellSpec {
  key: CellKey;
  table: Table;
  block: Block;
  row: Row;
  column: Column;
}

/** Builds the address of a cell. */
export function cellKey(table: string, row: string, column: string): CellKey {
  return `${table}.${row}.${column}`;
}

/** Every cell of a table in printed order, optional rows included. */
export function tableCells(table: Table): CellSpec[] {
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({
        key: cellKey(table.key, row.key, column.key),
        table,
        block,
        row,
        column,
      })),
    ),
  );
}

/** The groups a row or column stands in, outermost first. */
export function groupPath(groups: readonly Group[], key: string | undefined): Group[] {
  const group = groups.find((candidate) => candidate.key === key);
  return group ? [...groupPath(groups, group.group), group] : [];
}

const specsByEdition = new WeakMap<Edition, Map<CellKey, CellSpec>>();

/** Every cell of an edition by key, optional rows included. */
export function cellSpecs(edition: Edition): ReadonlyMap<CellKey, CellSpec> {
  let specs = specsByEdition.get(edition);
  if (!specs) {
    specs = new Map(edition.tables.flatMap(tableCells).map((spec) => [spec.key, spec]));
    specsByEdition.set(edition, specs);
  }
  return specs;
}

/** The cells of the official blank: 200 in edition 2021, 198 in edition 2019. */
export function officialCells(edition: Edition): CellSpec[] {
  return [...cellSpecs(edition).values()].filter((spec) => !spec.row.insteadOf);
}

/** The table of an edition by key; throws where the edition has none, since every edition has all three. */
export function tableOf(edition: Edition, key: Table["key"]): Table {
  const table = edition.tables.find((candidate) => candidate.key === key);
  if (!table) throw new Error(`edition ${edition.id} has no table ${key}`);
  return table;
}

/** Declares an edition and checks it: a form that contradicts itself stops the program when it is loaded. */
export function defineEdition(edition: Edition): Edition {
  const faults = [
    ...duplicateKeys(edition),
    ...unknownGroups(edition),
    ...brokenSums(edition),
    ...brokenOptions(edition),
  ];
  for (const key of SECTION_KEYS)
    if (!edition.sections[key]) faults.push(`section ${key} is missing`);
  if (edition.validTo !== null && edition.validTo < edition.validFrom)
    faults.push("validTo lies before validFrom");
  if (faults.length > 0)
    throw new Error(`edition ${edition.id} contradicts itself: ${faults.join("; ")}`);
  return edition;
}

function duplicateKeys(edition: Edition): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const { key } of edition.tables.flatMap(tableCells)) {
    if (seen.has(key)) faults.push(`cell ${key} stands twice`);
    seen.add(key);
  }
  return faults;
}

function unknownGroups(edition: Edition): string[] {
  return edition.tables.flatMap((table) => {
    const rowGroups = new Set(table.rowGroups.map((group) => group.key));
    const columnGroups = new Set(table.columnGroups.map((group) => group.key));
    const used = [...table.rowGroups, ...table.blocks.flatMap((block) => block.rows)].filter(
      ({ group }) => group !== undefined && !rowGroups.has(group),
    );
    const usedColumns = table.blocks
      .flatMap((block) => block.columns)
      .filter(({ group }) => group !== undefined && !columnGroups.has(group));
    return [...used, ...usedColumns].map(
      ({ key, group }) => `${table.key}.${key} names an unknown group ${group}`,
    );
  });
}

function brokenSums(edition: Edition): string[] {
  return edition.sums.flatMap((sum) => {
    const table = tableOf(edition, sum.table);
    const lines = table.blocks.flatMap((block): readonly { key: string }[] =>
      sum.per === "column" ? block.rows : block.columns,
    );
    const names = new Set(lines.map(({ key }) => key));
    return [...sum.left, ...sum.right]
      .filter((name) => !names.has(name))
      .map((name) => `${sum.rule} names ${sum.table}.${name}, which the form does not have`);
  });
}

function brokenOptions(edition: Edition): string[] {
  return edition.tables.flatMap((table) =>
    table.blocks.flatMap(({ rows }) => {
      const official = new Set(rows.filter((row) => !row.insteadOf).map(({ key }) => key));
      return rows.flatMap((row) =>
        (row.insteadOf ?? [])
          .filter((part) => !official.has(part))
          .map((part) => `${table.key}.${row.key} stands for an unknown row ${part}`),
      );
    }),
  );
}
