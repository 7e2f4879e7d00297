import { fold } from "#lib/chinese/fold.ts";
import type { Table } from "#lib/editions/edition.ts";
import { labelKey } from "../labels.ts";
import type { Doubt } from "./doubt.ts";
import { cellsOf, type PrintedTable } from "./rows.ts";

/**
 * Rows the rest of whose label stands behind them with figures of its own, 一、本年新收政府信息公 54 12 and then 开申请数量 48 11:
 * in narrow columns the digits were broken over both lines.
 */
export function brokenRows({ rows, strangers }: PrintedTable, { key: table }: Table): Doubt[] {
  return strangers.flatMap((stranger): Doubt[] => {
    const before = rows.findLast(({ label }) => label.start < stranger.start);
    const [first, rest] = [before?.label.label?.key, stranger.label?.key];
    if (!before || !first || !rest || before.run.length === 0) return [];
    const { row } = before;
    const whole = labelKey(fold(row.label.zh)).key;
    if (!whole.startsWith(first) || !whole.slice(first.length).includes(rest)) return [];
    const cells = cellsOf(before, table);
    return [{ code: "brokenRow", row, cells, words: stranger.text }];
  });
}
