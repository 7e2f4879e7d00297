import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { readSource } from "./read.ts";

const content = consistentContent(EDITION_2021, 7);
const text = reportAsText(content);
const html = `<html><body><script>var a = "三、";</script>${text
  .split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("")}</body></html>`;

test.each([
  ["text", text],
  ["html", html],
])(
  "every figure and section read from %s has its place in the lines the reader saw",
  async (_, file) => {
    const read = await readSource(new TextEncoder().encode(file), "");
    const [report] = read.ok ? read.value : [];
    if (!report) throw new Error("the file was not read");
    const { cells } = report.content;
    expect(Object.keys(cells)).toHaveLength(200);
    for (const [key, cell] of Object.entries(cells))
      expect([key, report.plain.slice(...(report.spans.cells[key] ?? [0, 0])).trim()]).toEqual([
        key,
        cell.raw,
      ]);
    for (const { key, raw } of report.content.sections)
      expect(report.plain.slice(...(report.spans.sections[key] ?? [0, 0]))).toBe(raw);
    expect(report.plain).not.toContain("var a");
  },
);

test("of two reports in one file each has its own places", async () => {
  const other = reportAsText(consistentContent(EDITION_2021, 8)).replaceAll("示例县", "另一县");
  const read = await readSource(new TextEncoder().encode(`${text}\n${other}`), "");
  const reports = read.ok ? read.value : [];
  expect(reports).toHaveLength(2);
  for (const report of reports)
    for (const { key, raw } of report.content.sections) {
      const span = report.spans.sections[key] ?? [0, 0];
      expect(report.plain.slice(...span)).toBe(raw);
      expect(span[0] >= text.length).toBe(report.part === 2);
    }
});
