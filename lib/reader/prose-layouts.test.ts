import { expect, test } from "vitest";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { tableCells } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import {
  LAYOUTS,
  PARTED_LAYOUTS,
  printed,
  reportBlocks,
  writeReport,
} from "#lib/testing/reports/layouts.ts";
import { readSource } from "./read.ts";

const cases = EDITIONS.flatMap((edition) =>
  [...LAYOUTS, ...PARTED_LAYOUTS].map((layout) => ({ edition, layout, id: edition.id })),
);

test.each(cases)("who, when and the prose of edition $id, $layout", async ({ edition, layout }) => {
  const year = edition.validFrom;
  const tables = new Map(
    edition.tables.map((table) => {
      const optional = optionalRows(table);
      const specs = tableCells(table).filter(({ row }) => !optional.has(row.key));
      return [
        table.key as string,
        printed(table, new Map(specs.map(({ key }, index) => [key, String(index % 9)]))),
      ];
    }),
  );
  const text = writeReport(edition, year, tables, layout);
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report, ...more] = result.value;
  expect(more).toEqual([]);
  expect(report?.content).toMatchObject({
    title: `青溪县档案馆${year}年政府信息公开工作年度报告`,
    agency: "青溪县档案馆",
    region: "青溪县",
    year,
    signedOn: `${year + 1}-01-20`,
  });
  const { sections = [] } = report?.content ?? {};
  expect(sections.map(({ key }) => key)).toEqual(SECTION_KEYS);
  expect(sections.map(({ heading }) => heading)).toEqual(
    SECTION_KEYS.map((key) => edition.sections[key].zh),
  );
  const written = reportBlocks(edition, year, tables);
  for (const key of ["overview", "problems", "other"] as const) {
    const section = sections.find((one) => one.key === key);
    expect(section?.text).toBe(written[written.indexOf(edition.sections[key].zh) + 1]);
  }
  for (const { raw, at } of sections)
    expect(report?.source.slice(at?.[0], at?.[1]).replace(/[\s|]+/gu, "")).toContain(
      /html|markdown|commas/u.test(layout) ? "" : raw.replace(/[\s|]+/gu, ""),
    );
});
