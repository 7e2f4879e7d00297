import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wordTables } from "#lib/testing/docx-tables.ts";
import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import { type Edition, tableOf } from "./edition.ts";
import { omittedRows, optionalRows, type PrintedRow, printedTable } from "./printed.ts";

/** The official blank as spans: `3x2` is three columns wide and two rows high, `7*1` seven plain cells. */
const BLANK_2021 = {
  proactive: [
    "4x1",
    "1x1 1x1 1x1 1x1",
    "1x1 1x1 1x1 1x1",
    "1x1 1x1 1x1 1x1",
    "4x1",
    "1x1 3x1",
    "1x1 3x1",
    "4x1",
    "1x1 3x1",
    "1x1 3x1",
    "1x1 3x1",
    "4x1",
    "1x1 3x1",
    "1x1 3x1",
  ],
  requests: [
    "3x3 7x1",
    "1x2 5x1 1x2",
    "5*1",
    "3x1 7*1",
    "3x1 7*1",
    "1x22 2x1 7*1",
    "2x1 7*1",
    "1x8 1x1 7*1",
    ...Array.from({ length: 7 }, () => "1x1 7*1"),
    "1x3 1x1 7*1",
    ...Array.from({ length: 2 }, () => "1x1 7*1"),
    "1x5 1x1 7*1",
    ...Array.from({ length: 4 }, () => "1x1 7*1"),
    "1x3 1x1 7*1",
    ...Array.from({ length: 2 }, () => "1x1 7*1"),
    "2x1 7*1",
    "3x1 7*1",
  ],
  remedies: ["5x1 10x1", "1x2 1x2 1x2 1x2 1x2 5x1 5x1", "10*1", "15*1"],
} as const;

const spans = (rows: readonly { colSpan: number; rowSpan: number }[][]) =>
  rows.map((row) => row.map(({ colSpan, rowSpan }) => `${colSpan}x${rowSpan}`).join(" "));
const spelled = (row: string) =>
  row.replace(/(\d+)\*1/g, (_, times: string) => Array(Number(times)).fill("1x1").join(" "));
const blank = (edition: Edition, key: "proactive" | "requests" | "remedies"): PrintedRow[] => {
  const table = tableOf(edition, key);
  return printedTable(table, optionalRows(table));
};
const TABLES = ["proactive", "requests", "remedies"] as const;

describe("the tables as printed", () => {
  it.each(TABLES)("gives %s of edition 2021 the spans of the official blank", (key) => {
    expect(spans(blank(EDITION_2021, key))).toEqual(BLANK_2021[key].map(spelled));
  });

  const file = new URL("../../../shared/forms/official-blank-2021.docx", import.meta.url);
  it.skipIf(!existsSync(file))("equals the blank Word file, labels and merged cells", () => {
    const official = wordTables(readFileSync(file));
    expect(official).toHaveLength(TABLES.length);
    const ours = TABLES.map((key) =>
      blank(EDITION_2021, key).map((row) =>
        row.map(({ text, colSpan, rowSpan }) => ({ text: text?.zh ?? "", colSpan, rowSpan })),
      ),
    );
    expect(ours).toEqual(official);
  });

  it.each([EDITION_2019, EDITION_2021])(
    "fills every row of edition $id without gap or overlap",
    (edition) => {
      for (const key of TABLES) {
        const rows = blank(edition, key);
        const covered = rows.map(() => 0);
        rows.forEach((row, top) => {
          for (const { colSpan, rowSpan } of row)
            for (let line = top; line < top + rowSpan; line += 1)
              covered[line] = (covered[line] ?? 0) + colSpan;
        });
        expect(new Set(covered).size, key).toBe(1);
      }
    },
  );

  it("prints each official cell of each edition once", () => {
    for (const [edition, count] of [
      [EDITION_2019, 198],
      [EDITION_2021, 200],
    ] as const) {
      const keys = TABLES.flatMap((key) => blank(edition, key))
        .flat()
        .flatMap(({ cell }) => cell ?? []);
      expect(keys).toHaveLength(count);
      expect(new Set(keys).size).toBe(count);
    }
  });

  it("prints （六） as one row where the report does", () => {
    const table = tableOf(EDITION_2021, "requests");
    const rows = printedTable(
      table,
      omittedRows(table, (key) => key === "requests.other.total"),
    );
    const label = rows.find((row) => row.some(({ cell }) => cell === "requests.other.total"));
    expect(label?.[0]).toMatchObject({ colSpan: 2, rowSpan: 1, text: { zh: "（六）其他处理" } });
    expect(rows).toHaveLength(26);
    expect(rows[5]?.[0]).toMatchObject({ rowSpan: 20, text: { zh: "三、本年度办理结果" } });
  });
});
