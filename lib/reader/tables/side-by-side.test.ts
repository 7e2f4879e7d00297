import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { printed, writeReport } from "#lib/testing/reports/layouts.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const figures = new Map(
  ["reconsideration", "litigationDirect", "litigationAfterReconsideration"].flatMap((row, place) =>
    ["upheld", "corrected", "other", "pending", "total"].map((column, index) => [
      `remedies.${row}.${column}`,
      String(place * 10 + index),
    ]),
  ),
);

async function remediesWith(changes: Readonly<Record<string, string>>) {
  const all = new Map([...figures, ...Object.entries(changes)]);
  const tables = edition.tables
    .filter(({ key }) => key === "remedies")
    .map((table) => [table.key as string, printed(table, all)] as const);
  const text = writeReport(edition, 2021, new Map(tables), "html");
  const result = await readSource(new TextEncoder().encode(text), "x");
  const cells = result.ok ? result.value[0]?.content.cells : undefined;
  return Object.entries(cells ?? {}).map(([key, { raw, state }]) => [key, raw, state]);
}

test.each(["若干", "详见附件"])(
  "the word %s for a figure leaves the others of the line in place",
  async (word) => {
    const key = "remedies.reconsideration.corrected";
    expect(await remediesWith({ [key]: word })).toEqual(
      [...figures].map(([other, raw]) =>
        other === key ? [key, word, "text"] : [other, raw, "number"],
      ),
    );
  },
);
