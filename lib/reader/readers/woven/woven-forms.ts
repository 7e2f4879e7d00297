import { fold } from "#lib/chinese/fold.ts";
import type { Block, Row, Table } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";

/** The rows of a form's table in one of the ways it is printed, and what is printed beside and above them. */
export interface WovenForm {
  table: Table;
  block: Block;
  rows: readonly WovenRow[];
  /** The labels of groups, each level as one text. */
  groups: readonly string[];
}

export interface WovenRow {
  row: Row;
  /** Its label in the ways in which it is printed: with or without numbering and what stands in brackets. */
  spellings: readonly string[];
}

/** The words of a text: Chinese characters alone. */
export function hanOf(text: string): string {
  return fold(text).replace(/[^\p{Script=Han}]/gu, "");
}

let forms: readonly WovenForm[] | undefined;

/** Every table whose rows have labels in groups. */
export function wovenForms(): readonly WovenForm[] {
  forms ??= EDITIONS.flatMap(({ tables }) =>
    tables.filter(({ layout }) => layout === "grouped").flatMap(formsOf),
  );
  return forms;
}

function formsOf(table: Table): WovenForm[] {
  const [block] = table.blocks;
  if (!block) return [];
  const optional = optionalRows(table);
  const parts = new Set(block.rows.flatMap(({ insteadOf }) => insteadOf ?? []));
  return [optional, parts].map((left) => {
    const rows = block.rows.filter(({ key }) => !left.has(key));
    return { table, block, rows: rows.map(rowOf), groups: groupsOf(table, rows) };
  });
}

function rowOf(row: Row): WovenRow {
  const whole = fold(row.label.zh);
  const bare = whole.replace(/(?<=.)\([^()]*\)/gu, "");
  const unnumbered = [whole, bare].map((text) => text.replace(NUMBERING, ""));
  return { row, spellings: [...new Set([whole, bare, ...unnumbered].map(hanOf))] };
}

const NUMBERING = /^(?:[一二三四五六七]、|\([一二三四五六七]\))/u;

/** The labels of the groups that have rows, those of each level one after another. */
function groupsOf({ rowGroups }: Table, rows: readonly Row[]): string[] {
  const depthOf = (key: string | undefined): number => {
    const group = rowGroups.find((one) => one.key === key);
    return group ? 1 + depthOf(group.group) : 0;
  };
  const isUsed = (key: string): boolean =>
    rows.some(({ group }) => group === key) ||
    rowGroups.some(({ key: inner, group }) => group === key && isUsed(inner));
  const used = rowGroups.filter(({ key }) => isUsed(key));
  const levels = Map.groupBy(used, ({ key }) => depthOf(key));
  return [...levels.values()].map((level) => level.map(({ label }) => hanOf(label.zh)).join(""));
}
