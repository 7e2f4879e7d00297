import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";

const content = soundContent(2023);
const COLUMNS = 7;

/** Section three as spreadsheets write it: every line with ten fields, merged labels followed by blanks, zeros left blank. */
async function read(change: (cells: string[]) => string[] = (cells) => cells) {
  const lines = reportAsText(content).split("\n");
  const from = lines.findIndex((line) => line.startsWith("一、本年新收"));
  const to = lines.findIndex((line) => line.startsWith("四、政府信息公开"));
  const wide = lines.slice(from, to).map((line) => {
    const cells = line.replace(/\s*\|\s*$/u, "").split(" | ");
    const labels = cells.slice(0, -COLUMNS);
    const figures = cells.slice(-COLUMNS).map((text) => (text.trim() === "0" ? "" : text));
    return `${change([...labels, ...Array(3 - labels.length).fill(""), ...figures]).join(" | ")} |`;
  });
  const text = [...lines.slice(0, from), ...wide, ...lines.slice(to)].join("\n");
  const found = await readSource(new TextEncoder().encode(text), "text");
  if (!found.ok || !found.value[0]) throw new Error("not read");
  return found.value[0];
}

const KEYS = Object.keys(content.cells).filter((key) => key.startsWith("requests."));

test("lines of as many fields each keep their blanks apart from those of their labels", async () => {
  const { content: own } = await read();
  for (const key of KEYS) {
    const { value = null } = content.cells[key] ?? {};
    expect([key, own.cells[key]?.value ?? null]).toEqual([key, value === 0 ? null : value]);
  }
});

test("where a line is shorter, no blank is taken for a label's", async () => {
  const { content: own, issues } = await read((cells) =>
    cells[0] === "四、结转下年度继续办理" ? cells.slice(0, -1) : cells,
  );
  const doubted = new Set(issues.flatMap(({ cells }) => cells));
  for (const key of KEYS) {
    const { value = null } = content.cells[key] ?? {};
    const read = own.cells[key]?.value ?? null;
    expect(read === value || (value === 0 && read === null) || doubted.has(key)).toBe(true);
  }
});
