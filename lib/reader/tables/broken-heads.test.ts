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

test("the rest of a head of which the first piece stands over the labels says nothing of the columns", async () => {
  const written = writeReport(EDITION_2019, 2020, tables, "blanks");
  const wide = (line: string) => `   ${line.replaceAll(" ", "          ")}`;
  const source = written
    .replace(/(?<=^二、主动公开)[\s\S]*(?=^三、)/mu, (table) =>
      table.replaceAll(/^.* .*$/gmu, wide),
    )
    .replaceAll(
      /^\s*信息内容\s+上一年项目数量\s+本年增\/减\s+处理决定数量$/gmu,
      "        上一年项目数   信息内容       本年增/减    处理决定数量         量",
    );
  expect(source).not.toBe(written);
  const found = await readSource(new TextEncoder().encode(source), "x.txt");
  const report = found.ok ? found.value[0] : undefined;
  const told = new Set(report?.issues.flatMap(({ cells }) => cells));
  const rows = ["licences", "otherServices", "penalties", "coercions"];
  const keys = rows.flatMap((row) => [`proactive.${row}.change`, `proactive.${row}.decisions`]);
  const isWrong = (key: string) => report?.content.cells[key]?.raw !== raws.get(key);
  expect(keys.filter((key) => isWrong(key) && !told.has(key))).toEqual([]);
});
