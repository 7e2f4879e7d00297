import { expect, test } from "vitest";
import { emptyContent } from "#lib/editions/content.ts";
import { readIssue } from "#lib/reader/issues.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import { MAX_READING, readingSchema } from "#lib/reports/reading-schema.ts";
import { doubtsOf } from "./doubts.ts";
import { readingOf } from "./reading.ts";

const KEY = "requests.received.total";

function reportIn(plain: string, at: [number, number]): ReadReport {
  const content = emptyContent("2021", 2023);
  const cell = { raw: "12", value: 12, state: "number" as const, where: { page: 2 } };
  return {
    part: 1,
    content: { ...content, cells: { [KEY]: cell } },
    issues: [],
    source: plain,
    format: "text",
    plain,
    spans: { cells: { [KEY]: at }, sections: { requests: [at[0] - 3, at[1]] } },
  };
}

test("a source is kept whole with its places", () => {
  const reading = readingOf(reportIn("收到 12 件", [3, 5]));
  expect(reading).toEqual({
    format: "text",
    text: "收到 12 件",
    cells: { [KEY]: { at: [3, 5], where: { page: 2 } } },
    sections: { requests: [0, 5] },
    rows: [],
  });
});

test("of a source longer than may be kept stays the stretch with the report, its places moved along", () => {
  const before = "前文\n".repeat(MAX_READING / 3);
  const plain = `${before}收到 12 件\n${"后文\n".repeat(MAX_READING)}`;
  const start = before.length + 3;
  const reading = readingOf(reportIn(plain, [start, start + 2]));
  expect(reading.text.length).toBe(MAX_READING);
  expect(reading.text.slice(...(reading.cells[KEY]?.at ?? [0, 0]))).toBe("12");
  expect(reading.text.startsWith("前文\n")).toBe(true);
  expect(readingSchema.safeParse(reading).success).toBe(true);
});

test("a row that was left out keeps its place, unless its figures were read, and moves along", () => {
  const before = "前文\n".repeat(MAX_READING / 3);
  const plain = `${before}收到 12 件\n转来 3 4\n${"后文\n".repeat(MAX_READING)}`;
  const report = reportIn(plain, [before.length + 3, before.length + 5]);
  const start = before.length + "收到 12 件\n".length;
  const seen = [
    { cells: [KEY, "a.b.c", "a.b.d"], plain: [start, start + 6] as [number, number], at: null },
    { cells: [KEY], plain: [0, 2] as [number, number], at: null, where: { row: 1 } },
  ];
  const issue = readIssue("rowLength", { zh: "", en: "" });
  const { rows, text } = readingOf({ ...report, issues: [{ ...issue, seen }] });
  expect(rows.map(({ cells, at }) => [cells, text.slice(...at)])).toEqual([
    [["a.b.c", "a.b.d"], "转来 3 4"],
  ]);
});

test("a doubt keeps the ways of reading it, twenty at most", () => {
  const candidates = Array.from({ length: 30 }, (_, at) => ({ [KEY]: String(at) }));
  const message = { zh: "连写", en: "glued" };
  const issue = {
    rule: "read.glued",
    instance: "read.glued",
    outcome: "cannot-tell" as const,
    severity: "warning" as const,
    cells: [KEY, "requests.received.company"],
    formula: null,
    message,
  };
  const [first, second, ...more] = doubtsOf([{ ...issue, candidates }, issue]);
  expect(first).toMatchObject({ cell: KEY, candidates: candidates.slice(0, 20) });
  expect(second).toMatchObject({ cell: "requests.received.company" });
  expect(more).toEqual([]);
  expect(doubtsOf([issue])[0]).not.toHaveProperty("candidates");
});
