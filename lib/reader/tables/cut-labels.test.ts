import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";

const content = soundContent(2023);
const COLUMNS = 7;
const LABEL = "一、本年新收政府信息公开申请数量";
const KEYS = Object.keys(content.cells).filter((key) => key.startsWith("requests.received."));
const BLANKS = Array<string>(COLUMNS).fill("").join(" | ");

/** The report as text, one row written as other lines. */
async function readWith(linesOf: (figures: string) => string[]) {
  const text = reportAsText(content)
    .split("\n")
    .flatMap((line) => {
      const [label = "", ...figures] = line.split(" | ");
      return label.startsWith("一、本年新收") ? linesOf(figures.join(" | ")) : [line];
    });
  const read = await readSource(new TextEncoder().encode(text.join("\n")), "text");
  if (!read.ok || !read.value[0]) throw new Error("not read");
  const { content: own, issues } = read.value[0];
  const doubted = new Set(issues.flatMap(({ cells }) => cells));
  return KEYS.map((key) => {
    if (doubted.has(key)) return "doubted";
    return own.cells[key]?.value === content.cells[key]?.value ? "right" : "wrong";
  });
}

test("a label cut over two rows has the figures of the second", async () => {
  const cut = await readWith((figures) => [
    `${LABEL.slice(0, 6)} | ${BLANKS}`,
    `${LABEL.slice(6)} | ${figures}`,
  ]);
  expect(new Set(cut)).toEqual(new Set(["right"]));
});

test("a label cut over three rows has the figures of the third", async () => {
  const cut = await readWith((figures) => [
    `${LABEL.slice(0, 6)} | ${BLANKS}`,
    `${LABEL.slice(6, 10)} | ${BLANKS}`,
    `${LABEL.slice(10)} | ${figures}`,
  ]);
  expect(new Set(cut)).toEqual(new Set(["right"]));
});

test("a remark in brackets is no rest of a whole label", async () => {
  const cut = await readWith((figures) => [
    `${LABEL} | ${BLANKS}`,
    `（其中：信函申请） | ${figures}`,
  ]);
  expect(new Set(cut)).toEqual(new Set(["doubted"]));
});

test.each([
  ["below", (figures: string) => [`${LABEL} | ${BLANKS}`, `另行统计的数量 | ${figures}`]],
  ["above", (figures: string) => [`另行统计的数量 | ${figures}`, `${LABEL} | ${BLANKS}`]],
])("figures of an unknown row %s a blank one may be its own", async (_, linesOf) => {
  expect(new Set(await readWith(linesOf))).toEqual(new Set(["doubted"]));
});

test("figures without a label before a blank row may be its own", async () => {
  const cut = await readWith((figures) => [` | ${figures}`, `${LABEL} | ${BLANKS}`]);
  expect(new Set(cut)).toEqual(new Set(["doubted"]));
});
