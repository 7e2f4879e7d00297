import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { Table } from "#lib/editions/edition.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { type Layout, printed, writeReport, writeTable } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const { cells: SOUND } = consistentContent(EDITION_2021, 4);
const TRUE = new Map(Object.entries(SOUND).map(([key, { raw }]) => [key, raw]));
/** Of ten figures seven are left blank. */
const SPARSE = new Map([...TRUE].map(([key, raw], at) => [key, at % 10 < 7 ? "" : raw]));

/** A report with some table printed twice, once with the same figure in all its cells; answers which cells are wrong in silence. */
async function silent(twice: Table["key"], example: string, raws: typeof TRUE, layout: Layout) {
  const examples = new Map([...TRUE.keys()].map((key) => [key, example]));
  const tables = new Map(
    EDITION_2021.tables.map((table) => [table.key as string, printed(table, raws)]),
  );
  const table = EDITION_2021.tables.find(({ key }) => key === twice);
  const [own, first] = [tables.get(twice), table && printed(table, examples)];
  if (!own || !first) throw new Error(twice);
  const written = writeReport(EDITION_2021, 2023, tables, layout);
  const place = written.indexOf(writeTable(own, layout));
  const source = `${written.slice(0, place)}${writeTable(first, layout)}\n\n${written.slice(place)}`;
  const read = await readSource(new TextEncoder().encode(source), "x.txt");
  const report = read.ok ? read.value[0] : undefined;
  const told = new Set(report?.issues.flatMap(({ cells }) => cells));
  const isWrong = ([key, raw]: [string, string]) => {
    const cell = report?.content.cells[key];
    return cell !== undefined && cell.raw !== raw && !told.has(key);
  };
  return report ? [...raws].filter(isWrong) : null;
}

const LAYOUTS = ["close lines", "cell lines", "blanks"] as const;
const CASES = LAYOUTS.flatMap((layout) =>
  (["proactive", "requests", "remedies"] as const).flatMap((table) =>
    ["0", "—", "1", ""].map((example) => [table, example, layout] as const),
  ),
);

test.each(CASES)(
  "%s printed twice, first with “%s” in all cells, in %s: nothing is wrong in silence",
  async (table, example, layout) => {
    // Blank figures beside one line of figures for all of them are the blank form.
    const raws = table === "remedies" && layout !== "cell lines" ? TRUE : SPARSE;
    expect(await silent(table, example, raws, layout)).toEqual([]);
    expect(await silent(table, example, TRUE, layout)).toEqual([]);
  },
);
