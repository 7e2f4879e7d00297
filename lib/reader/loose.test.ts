import { expect, test } from "vitest";
import type { Issue } from "#lib/checks/issue.ts";
import type { Cells, ReportContent } from "#lib/editions/content.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { readIssue } from "./issues.ts";
import { looseColumns } from "./loose.ts";
import type { Span } from "./plain.ts";

/** As if the rows of a report were printed one after another. */
const spansOf = ({ cells }: ReportContent): Record<string, Span> =>
  Object.fromEntries(Object.keys(cells).map((key, at) => [key, [at, at]]));
const doubted = (content: ReportContent, issues: readonly Issue[] = []) =>
  looseColumns(content, spansOf(content), issues).map(({ cells }) => cells[0]?.split(".")[0]);

test("a table with a figure in each column of each row speaks for itself", () => {
  expect(doubted(soundContent(2023))).toEqual([]);
});

test("without one figure the columns whose sums hold are certain, and the rest of that row is not; no sum binds section two", () => {
  const content = soundContent(2023);
  const { "proactive.regulations.made": _, ...cells } = content.cells;
  expect(doubted({ ...content, cells })).toEqual(["proactive"]);
  const { "requests.received.total": total, ...lost } = content.cells;
  expect(total).toBeDefined();
  expect(doubted({ ...content, cells: lost })).toEqual([]);
  const received = lost["requests.received.company"];
  if (!received) throw new Error("sound content has every figure");
  const shifted = { ...received, value: (received.value ?? 0) + 1 };
  const broken = { ...content, cells: { ...lost, "requests.received.company": shifted } };
  const open = looseColumns(broken, spansOf(content), []);
  expect(open.map((issue) => issue.cells)).toEqual([["requests.received.company"]]);
});

test("a word that says there is nothing to count leaves the sums of its row and column as they are", () => {
  const content = soundContent(2023);
  const zeros = Object.entries(content.cells).filter(
    ([key, { value }]) => key.startsWith("requests.") && value === 0,
  );
  const none = { raw: "无", value: null, state: "not-applicable" } as const;
  const cells = { ...content.cells, ...Object.fromEntries(zeros.map(([key]) => [key, none])) };
  expect(zeros.length).toBeGreaterThan(0);
  expect(doubted({ ...content, cells })).toEqual([]);
});

test("only the rows with a gap are to be looked at, but all that no sum binds where something of a table was left over", () => {
  const content = soundContent(2023);
  const { "proactive.regulations.made": _, ...cells } = content.cells;
  const open = (issues: readonly Issue[]) =>
    looseColumns({ ...content, cells }, spansOf(content), issues).map((issue) => issue.cells);
  expect(open([])).toEqual([["proactive.regulations.repealed", "proactive.regulations.inForce"]]);
  const left = readIssue("unknownRow", { zh: "多出一行", en: "a row is left over" });
  expect(open([left])[0]?.length).toBeGreaterThan(5);
  expect(
    open([left])
      .flat()
      .every((key) => key.startsWith("proactive.")),
  ).toBe(true);
});

test("a report that does not add up is certain where its table is whole and nothing was left over", () => {
  const content = soundContent(2023);
  const received = content.cells["requests.received.company"];
  if (!received) throw new Error("sound content has every figure");
  const wrong = { ...received, value: (received.value ?? 0) + 1 };
  const cells: Cells = { ...content.cells, "requests.received.company": wrong };
  expect(doubted({ ...content, cells })).toEqual([]);
  const { "requests.granted.total": total, ...gap } = cells;
  expect(total).toBeDefined();
  expect(doubted({ ...content, cells: gap })).toEqual(["requests"]);
  const left = readIssue("unknownRow", { zh: "多出一行", en: "a row is left over" });
  expect(doubted({ ...content, cells }, [left])).toEqual(["requests"]);
});

test("columns in another order than the form's are to be looked at, though all sums hold", () => {
  const content = soundContent(2023);
  const turned: Record<string, Span> = Object.fromEntries(
    Object.entries(spansOf(content)).map(([key, [at]]) => [key, [-at, -at]]),
  );
  const found = looseColumns(content, turned, []);
  expect(found.map(({ cells }) => cells[0]?.split(".")[0])).toEqual([
    "proactive",
    "requests",
    "remedies",
  ]);
});

test("of two columns that changed places both are to be looked at, and those that stand where the form has them are not", () => {
  const content = soundContent(2023);
  const spans = spansOf(content);
  const swapped = Object.entries(spans).map(([key, span]): [string, Span | undefined] => {
    if (key.endsWith(".company")) return [key, spans[key.replace("company", "research")]];
    if (key.endsWith(".research")) return [key, spans[key.replace("research", "company")]];
    return [key, span];
  });
  const turned = Object.fromEntries(swapped.map(([key, span]) => [key, span ?? [0, 0]])) as Record<
    string,
    Span
  >;
  const [open, ...others] = looseColumns(content, turned, []);
  expect(others).toEqual([]);
  expect(new Set(open?.cells.map((key) => key.split(".").at(-1)))).toEqual(
    new Set(["company", "research"]),
  );
  expect(open?.message.zh).toContain("次序与格式不同");
});

test("what stands below the last line of a table may be the rest of its cells", () => {
  const content = soundContent(2023);
  const remains = readIssue("tableRemains", { zh: "残片", en: "pieces" }, { section: "requests" });
  const [open] = looseColumns(content, spansOf(content), [remains]);
  expect(open?.cells).toHaveLength(7);
  expect(open?.cells.every((key) => key.startsWith("requests.carriedOut."))).toBe(true);
});

test("sums of columns show nothing where a column is missing and a head was not understood", () => {
  const content = soundContent(2023);
  const cells = Object.fromEntries(
    Object.entries(content.cells).filter(([key]) => !key.endsWith(".company")),
  );
  expect(doubted({ ...content, cells })).toEqual([]);
  const odd = readIssue("unknownColumn", { zh: "表头不明", en: "a head is not known" });
  expect(doubted({ ...content, cells }, [odd])).toEqual(["requests"]);
});
