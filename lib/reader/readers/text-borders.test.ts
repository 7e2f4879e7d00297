import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { withoutBorders } from "./text-borders.ts";

const content = soundContent(2023);

/** The report as a browser says the text of its page, cells with paragraphs of their own. */
const page = reportAsText(content)
  .split("\n")
  .map((line) => `${line.split(" | ").join("\n\n\t\n\n")}\n\n\n\n\n`)
  .join("");

test("every cell is read, and doubted is none", async () => {
  const read = await readSource(new TextEncoder().encode(page), "text");
  if (!read.ok || !read.value[0]) throw new Error("not read");
  const { content: own, issues } = read.value[0];
  const wrong = Object.keys(content.cells).filter(
    (key) => own.cells[key]?.value !== content.cells[key]?.value,
  );
  expect([wrong, issues.flatMap(({ cells }) => cells)]).toEqual([[], []]);
});

test("no place moves, and blank cells keep theirs", () => {
  const row = "规章\n\n\t\n\n1\n\n\t\t\n\n2\n\n\n\n\n";
  const [first = ""] = withoutBorders(row.repeat(8)).split("\n");
  expect(first).toBe("规章  \t  1  \t\t  2");
  expect(withoutBorders(row.repeat(8))).toHaveLength(row.length * 8);
});

test("lines that hold a tab where no rows end are left alone", () => {
  const text = "1\n\n\t\n\n".repeat(40);
  expect(withoutBorders(text)).toBe(text);
});
