import { expect, test } from "vitest";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { pageOf } from "./plain.ts";
import { readSource } from "./read.ts";
import { seenIn } from "./seen.ts";
import { tokenise } from "./tokens.ts";

const sound = reportAsText({ ...soundContent(2023), agency: "试验县" });

/** The line of a row, and what it is changed to. */
function changed(label: string, change: (line: string) => string): string {
  const line = sound.split("\n").find((each) => each.includes(label));
  if (!line) throw new Error(`no row ${label}`);
  return sound.replace(line, change(line));
}

/** What the doubts of a rule quote: of the text that the reader saw, and of the source. */
async function seenBy(rule: string, source: string): Promise<{ cells: number; words: string[] }[]> {
  const read = await readSource(new TextEncoder().encode(source), "");
  const report = read.ok ? read.value[0] : undefined;
  if (!report) throw new Error("the text was not read");
  const issues = report.issues.filter((issue) => issue.rule === `read.${rule}`);
  return issues.flatMap(({ seen = [] }) =>
    seen.map(({ cells, plain, at }) => {
      const words = [report.plain.slice(...plain), at ? report.source.slice(...at) : ""];
      return { cells: cells.length, words: [...new Set(words)] };
    }),
  );
}

const REPEATED = "2.重复申请";

test.each([
  ["gluedOpen", "规章 |", "规章 | 5120 |", "规章 | 5120", 3],
  ["rowLength", REPEATED, `${REPEATED} | 1 | 2 | 3 | 4 |`, `${REPEATED} | 1 | 2 | 3 | 4`, 7],
  ["missing", REPEATED, REPEATED, REPEATED, 7],
  ["unknownRow", "规章 |", "标准 | 1 | 2 | 3 |\n规章 | 5 | 0 | 0 |", "标准 | 1 | 2 | 3", 0],
])("%s says where the row stands that was left out", async (rule, label, line, words, cells) => {
  expect(
    await seenBy(
      rule,
      changed(label, () => line),
    ),
  ).toEqual([{ cells, words: [words] }]);
});

test("of a row printed twice with different figures both places are told", async () => {
  const again = `${REPEATED} | 1 | 2 | 3 | 4 | 5 | 6 | 7 |`;
  const source = changed("四、结转下年度", (line) => `${again}\n${line}`);
  const [first, second] = await seenBy("conflict", source);
  expect(first?.words[0]).toMatch(/^(?:\d+ \| ){6}\d+$/u);
  expect(second).toEqual({ cells: 7, words: [again.replace(/ \|$/u, "")] });
});

test("in one long line a row ends where the next begins", async () => {
  const short = `${REPEATED} | 1 | 2 | 3 | 4 |`;
  const source = changed(REPEATED, () => short).replaceAll(" |\n", " | ");
  expect(await seenBy("rowLength", source)).toEqual([
    { cells: 7, words: [short.replace(/ \|$/u, "")] },
  ]);
});

test("a web page has two places: among its words, and between its tags", async () => {
  const row = (line: string) =>
    `<tr><td>${line.replace(/ \|$/u, "").replaceAll(" | ", "</td><td>")}</td></tr>`;
  const html = changed("规章 |", () => "规章 | 5120 |")
    .split("\n")
    .map((line) => (line.includes(" | ") ? `<table>${row(line)}</table>` : `<p>${line}</p>`))
    .join("\n")
    .replaceAll("</table>\n<table>", "\n");
  expect(await seenBy("gluedOpen", `<!doctype html><body>${html}</body>`)).toEqual([
    { cells: 3, words: ["规章|5120", "规章</td><td>5120"] },
  ]);
});

test("a sound report leaves nothing out", async () => {
  for (const rule of ["rowLength", "missing", "gluedOpen", "heads"])
    expect(await seenBy(rule, sound)).toEqual([]);
});

test("of a workbook the row is told, not the column of its label; figures printed elsewhere are no part of it", () => {
  const text = "规章|1|2\n许可\n3";
  const page = pageOf({
    text,
    origin: (index) => index,
    originEnd: (index) => index + 1,
    meta: new Map(),
    placeAt: () => ({ sheet: "表二", row: 4, column: 1 }),
  });
  const tokens = tokenise(page.text, { start: 0, end: text.length }, []);
  const [label, one, two, other, three] = tokens;
  if (!label || !one || !two || !other || !three) throw new Error("five tokens");
  const seen = [
    { cells: ["a"], tokens: [label, one, two, three] },
    { cells: ["b"], tokens: [three, one] },
    { cells: ["c"], tokens: [] },
  ];
  expect(seenIn(page, { seen }).seen).toEqual([
    { cells: ["a"], plain: [0, 6], at: null, where: { sheet: "表二", row: 4 } },
    { cells: ["b"], plain: [10, 11], at: null, where: { sheet: "表二", row: 4 } },
  ]);
  expect(seenIn(page, {})).toEqual({});
});
