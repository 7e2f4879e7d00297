import { expect, test } from "vitest";
import { EDITION_2019 } from "#lib/editions/2019.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const { cells: SOUND } = consistentContent(EDITION_2019, 4);
const raws = new Map(Object.entries(SOUND).map(([key, { raw }]) => [key, raw]));
const tables = new Map(
  EDITION_2019.tables.map((table) => [table.key as string, printed(table, raws)]),
);
const HEADS = ["上一年项目数量", "本年增/减", "处理决定数量"];

/** A report of one cell a line with other heads over licences and penalties. */
async function read(heads: readonly string[]) {
  const text = writeReport(EDITION_2019, 2020, tables, "close lines");
  const source = text.replaceAll(HEADS.join("\n"), heads.join("\n"));
  expect(source === text).toBe(heads === HEADS);
  const found = await readSource(new TextEncoder().encode(source), "x");
  const report = found.ok ? found.value[0] : undefined;
  const open = report?.issues.filter(({ rule }) => rule === "read.headsOpen") ?? [];
  const key = "proactive.penalties.itemsLastYear";
  const isOpen = open.some(({ cells: own }) => own.includes(key));
  return { isOpen, raw: report?.content.cells[key]?.raw };
}

test("heads out of order of which one is broken over lines say nothing of the order of columns", async () => {
  expect(await read(HEADS)).toEqual({
    isOpen: false,
    raw: raws.get("proactive.penalties.itemsLastYear"),
  });
  expect((await read(["本年增/减", "处理决定数量", "上一年项目数", "量"])).isOpen).toBe(true);
  const swapped = await read(["本年增/减", "处理决定数量", "上一年项目数量"]);
  expect(swapped).toEqual({ isOpen: false, raw: raws.get("proactive.penalties.decisions") });
  expect((await read(["上一年项目数", "量", "本年增/减", "处理决定数量"])).isOpen).toBe(false);
});
