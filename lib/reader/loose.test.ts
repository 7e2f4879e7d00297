import { expect, test } from "vitest";
import type { ReportContent } from "#lib/editions/content.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { looseColumns } from "./loose.ts";
import type { Span } from "./plain.ts";

/** As if the rows of a report were printed one after another. */
const spansOf = ({ cells }: ReportContent): Record<string, Span> =>
  Object.fromEntries(Object.keys(cells).map((key, at) => [key, [at, at]]));
const doubted = (content: ReportContent) =>
  looseColumns(content, spansOf(content)).map(({ cells }) => cells[0]?.split(".")[0]);

test("a table with a figure in each column of each row speaks for itself", () => {
  expect(doubted(soundContent(2023))).toEqual([]);
});

test("without one figure only sums can prove a table, and none binds section two", () => {
  const content = soundContent(2023);
  const { "proactive.regulations.made": _, ...cells } = content.cells;
  expect(doubted({ ...content, cells })).toEqual(["proactive"]);
  const { "requests.received.total": total, ...lost } = content.cells;
  expect(total).toBeDefined();
  expect(doubted({ ...content, cells: lost })).toEqual(["requests"]);
});

test("columns in another order than the form's are to be looked at, though all sums hold", () => {
  const content = soundContent(2023);
  const turned: Record<string, Span> = Object.fromEntries(
    Object.entries(spansOf(content)).map(([key, [at]]) => [key, [-at, -at]]),
  );
  const found = looseColumns(content, turned);
  expect(found.map(({ cells }) => cells[0]?.split(".")[0])).toEqual([
    "proactive",
    "requests",
    "remedies",
  ]);
});
