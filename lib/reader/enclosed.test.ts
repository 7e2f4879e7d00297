import { expect, test } from "vitest";
import { tableCells } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const cases = EDITIONS.map((edition) => ({ edition, id: edition.id }));

/** A report whose rows stand between bars at both ends, as they are copied out of terminals and wikis. */
function enclosed(edition: (typeof EDITIONS)[number]) {
  const figures = new Map<string, string>();
  const tables = new Map(
    edition.tables.map((table) => {
      const optional = optionalRows(table);
      const specs = tableCells(table).filter(({ row }) => !optional.has(row.key));
      for (const [index, { key }] of specs.entries()) figures.set(key, String((index * 7) % 10));
      return [table.key as string, printed(table, figures)];
    }),
  );
  const text = writeReport(edition, edition.validFrom, tables, "row lines");
  return { figures, text: text.replace(/^(?=[^\n|]*\|)/gmu, "| ") };
}

test.each(cases)("bars around every row open no blank cell, edition $id", async ({ edition }) => {
  const { figures, text } = enclosed(edition);
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const cells = result.value[0]?.content.cells ?? {};
  expect(new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]))).toEqual(figures);
  for (const { at, raw } of Object.values(cells)) expect(text.slice(...(at ?? []))).toBe(raw);
});

test.each(cases)(
  "a figure lost between such bars moves no other, edition $id",
  async ({ edition }) => {
    const { figures, text } = enclosed(edition);
    const lines = text.split("\n");
    const last = lines.findLastIndex((line) => line.startsWith("|"));
    const cut = lines.with(
      last,
      (lines[last] ?? "").replace(/^(?:\|[^|]*){3}/u, (row) => row.replace(/\|[^|]*$/u, "")),
    );
    const result = await readSource(new TextEncoder().encode(cut.join("\n")), "x");
    if (!result.ok) throw new Error(result.refusal.code);
    for (const [key, { raw }] of Object.entries(result.value[0]?.content.cells ?? {}))
      expect([key, raw]).toEqual([key, figures.get(key)]);
  },
);
