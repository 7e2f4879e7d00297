import { expect, test } from "vitest";
import type { ReportContent } from "#lib/editions/content.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { looseColumns } from "./loose.ts";

const doubted = (content: ReportContent) =>
  looseColumns(content).map(({ cells }) => cells[0]?.split(".")[0]);

test("a table whose sums all hold is proven; section two, which no sum binds, is to be looked at", () => {
  expect(doubted(soundContent(2023))).toEqual(["proactive"]);
});

test("one figure moved into its neighbour's column, or one lost, and the whole table is doubted", () => {
  const content = soundContent(2023);
  const key = "requests.received.total";
  const cell = content.cells[key];
  if (!cell) throw new Error("the sound report has a total");
  const moved = { ...content.cells, [key]: { ...cell, raw: "99999", value: 99_999 } };
  expect(doubted({ ...content, cells: moved })).toEqual(["proactive", "requests"]);
  const { [key]: _, ...lost } = content.cells;
  expect(doubted({ ...content, cells: lost })).toEqual(["proactive", "requests"]);
});
