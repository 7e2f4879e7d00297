import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { readSource } from "#lib/reader/read.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { checkReport } from "./checked-report.ts";

const text = reportAsText(consistentContent(EDITION_2021, 4));

/** The rules that say that cells have no figure, for a text without some of its lines. */
async function saidOf(source: string): Promise<string[]> {
  const result = await readSource(new TextEncoder().encode(source), "");
  const [report] = result.ok ? result.value : [];
  if (!report) throw new Error("the report was not read");
  const { open } = checkReport(report);
  return open.map(({ instance }) => instance).filter((name) => /^(R15|read\.missing)/.test(name));
}

const without = (words: RegExp) =>
  text
    .split("\n")
    .filter((line) => !words.test(line))
    .join("\n");

test("a missing row is told once, by the reader", async () => {
  expect(await saidOf(without(/^行政强制/))).toEqual(["read.missing.proactive.coercions"]);
});

test("a table that is not there is told once, by R15, and not row by row", async () => {
  const [start, end] = [text.indexOf("\n四、政府信息公开行政复议"), text.indexOf("\n五、")];
  expect(start).toBeGreaterThan(0);
  const words = "\n四、政府信息公开行政复议、行政诉讼情况\n本年没有填表。";
  expect(await saidOf(text.slice(0, start) + words + text.slice(end))).toEqual([
    "R15.absent.remedies",
  ]);
});
